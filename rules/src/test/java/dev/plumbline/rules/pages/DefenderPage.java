package dev.plumbline.rules.pages;

import dev.plumbline.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What of Defender for Cloud's recommendations the catalogue says, and why it does not say the others. */
final class DefenderPage {
    /** Why no template shows a recommendation. */
    static final Map<String, String> REASONS = reasons();

    private DefenderPage() {}

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(
                "running",
                "speaks of a running resource: its health, an agent on it, its traffic, how old something is");
        reasons.put("findings", "reports what a scanner found in images, machines, code or models");
        reasons.put("review", "reviews who has access: users, sign-ins, unused rights, the directory");
        reasons.put("inside", "looks inside of the operating system of a machine");
        reasons.put("cluster", "judges what is deployed inside of a Kubernetes cluster");
        reasons.put("unused", "looks for what nobody uses");
        reasons.put("account", "asks that something exists in the account; that a template lacks it proves nothing");
        reasons.put("absent", "is about a setting that no template language has");
        reasons.put("data-plane", "is about something that is made through the service's own interface, not deployed");
        reasons.put("devops", "is about the settings of a platform for code");
        reasons.put("default", "is always followed: the provider does it since without being asked");
        reasons.put("retired", "is about a product or feature that is retired");
        reasons.put("other-cloud", "is about Google Cloud, though the reference lists it here");
        reasons.put("heading", "is no recommendation but a heading");
        return reasons;
    }

    static String of(List<DefenderRecommendation> recommendations, List<Rule> rules) {
        Map<String, List<DefenderRecommendation>> byArea = recommendations.stream()
                .collect(Collectors.groupingBy(
                        each -> each.cloud() + ", " + each.area(), LinkedHashMap::new, Collectors.toList()));
        List<String> table = new ArrayList<>();
        int covered = 0;
        int hidden = 0;
        for (Map.Entry<String, List<DefenderRecommendation>> area : byArea.entrySet()) {
            table.add("");
            table.add("## " + area.getKey());
            table.add("");
            table.add("| recommendation | severity | |");
            table.add("| --- | --- | --- |");
            for (DefenderRecommendation each : area.getValue()) {
                List<Rule> says = each.rules(rules);
                covered += says.isEmpty() ? 0 : 1;
                hidden += says.isEmpty() && !each.reason().isEmpty() ? 1 : 0;
                table.add("| " + Markdown.cell(each.title()) + " | " + each.severity() + " | " + answer(each, says)
                        + " |");
            }
        }
        List<String> page = new ArrayList<>();
        page.add(Markdown.GENERATED);
        page.add("# Defender for Cloud's recommendations");
        page.add("");
        page.add("Of its " + recommendations.size() + " recommendations for Azure and AWS, " + covered
                + " are rules of ours, "
                + hidden + " no template can show, and " + (recommendations.size() - covered - hidden)
                + " are visible in a template and not covered yet.");
        page.add("");
        page.add("## Why a template does not show it");
        page.add("");
        page.add("| | the recommendation |");
        page.add("| --- | --- |");
        REASONS.forEach((reason, text) -> page.add("| " + reason + " | " + text + " |"));
        page.addAll(table);
        return Markdown.page(page);
    }

    private static String answer(DefenderRecommendation recommendation, List<Rule> rules) {
        if (!rules.isEmpty()) {
            return rules.stream().map(rule -> Markdown.link(rule, "")).collect(Collectors.joining(", "));
        }
        return recommendation.reason().isEmpty() ? "**not covered yet**" : recommendation.reason();
    }
}
