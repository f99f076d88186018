package dev.plumbline.rules.pages;

import dev.plumbline.rules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ways into the catalogue: by service, by language. */
final class IndexPages {
    private IndexPages() {}

    static String services(List<Rule> rules) {
        List<String> page = new ArrayList<>();
        page.add(Markdown.GENERATED);
        page.add("# The catalogue");
        page.add("");
        page.add(rules.size() + " recommendations. By service: this page. [By language](by-language.md), "
                + "[by benchmark](by-benchmark.md), and as [Defender for Cloud lists them](defender.md). "
                + "On the command line: `plumbline rules`.");
        page.add("");
        page.add("[Writing rules](writing-rules.md) and [severity](severity.md) tell how they are made.");
        byKey(rules, rule -> List.of(Markdown.cloud(rule))).forEach((cloud, inCloud) -> {
            page.add("");
            page.add("## " + cloud);
            page.add("");
            page.add("| service | rules | critical | high | medium | low |");
            page.add("| --- | --- | --- | --- | --- | --- |");
            byKey(inCloud, rule -> List.of(Markdown.service(rule)))
                    .forEach((service, of) -> page.add("| [" + service + "]("
                            + Markdown.file(of.get(0)) + ") | " + of.size() + " | " + count(of, "critical") + " | "
                            + count(of, "high") + " | " + count(of, "medium") + " | " + count(of, "low") + " |"));
        });
        return Markdown.page(page);
    }

    private static String count(List<Rule> rules, String severity) {
        long count = rules.stream()
                .filter(rule -> rule.severity().id().equals(severity))
                .count();
        return count == 0 ? "" : Long.toString(count);
    }

    static String languages(List<Rule> rules) {
        List<String> page = new ArrayList<>();
        page.add(Markdown.GENERATED);
        page.add("# Rules by language");
        page.add("");
        page.add("A rule for ARM is applied to Bicep that was compiled, and to Terraform's `azapi_resource` as well.");
        byKey(rules, Markdown::languages).forEach((language, of) -> {
            page.add("");
            page.add("## " + language);
            page.add("");
            page.add(of.size() + " rules.");
            page.add("");
            page.add("| service | rules |");
            page.add("| --- | --- |");
            byKey(of, rule -> List.of(Markdown.cloud(rule) + " " + Markdown.service(rule)))
                    .forEach((service, inService) -> page.add("| " + service + " | " + links(inService) + " |"));
        });
        return Markdown.page(page);
    }

    private static String links(List<Rule> rules) {
        return rules.stream().map(rule -> Markdown.link(rule, "")).collect(Collectors.joining(", "));
    }

    /** Rules under each of their keys, numbers in keys in the order of numbers. */
    private static Map<String, List<Rule>> byKey(List<Rule> rules, Function<Rule, List<String>> keys) {
        Map<String, List<Rule>> byKey = new TreeMap<>(Comparator.comparing(IndexPages::padded));
        rules.forEach(rule -> keys.apply(rule).forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>())
                .add(rule)));
        return byKey;
    }

    private static String padded(String key) {
        StringBuilder padded = new StringBuilder();
        for (String part : key.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)")) {
            boolean number = Character.isDigit(part.charAt(0));
            padded.append(number ? "0".repeat(Math.max(0, 6 - part.length())) : "")
                    .append(part);
        }
        return padded.toString();
    }
}
