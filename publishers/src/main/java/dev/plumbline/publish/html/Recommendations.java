package dev.plumbline.publish.html;

import dev.plumbline.publish.FindingState;
import dev.plumbline.publish.RuleDocs;
import dev.plumbline.publish.RuleLinks;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recommendations, gravest first, each with the resources that do not follow it; then those that all follow. */
final class Recommendations {
    private static final Comparator<Rule> GRAVEST_FIRST =
            Comparator.comparing(Rule::severity).thenComparing(Rule::title).thenComparing(Rule::id);

    private final Markup page;
    private final RuleLinks links;
    private final FindingItem item;

    Recommendations(Markup page, Excerpts excerpts, RuleLinks links) {
        this.page = page;
        this.links = links;
        this.item = new FindingItem(page, excerpts);
    }

    void write(ScanResult result) throws IOException {
        Map<Rule, List<Finding>> open = new LinkedHashMap<>();
        Map<Rule, Integer> passed = new LinkedHashMap<>();
        result.rules().stream().sorted(GRAVEST_FIRST).forEach(rule -> {
            open.put(rule, new ArrayList<>());
            passed.put(rule, 0);
        });
        for (Finding finding : result.findings()) {
            if (finding.verdict() == Verdict.PASS) {
                passed.merge(finding.rule(), 1, Integer::sum);
            } else {
                open.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding);
            }
        }
        page.raw("<section aria-labelledby=\"recommendations\">\n<h2 id=\"recommendations\">Recommendations</h2>\n");
        new Filters(page).write(result);
        page.raw("<div id=\"rules\">\n");
        for (Map.Entry<Rule, List<Finding>> entry : open.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                rule(entry.getKey(), entry.getValue(), passed.getOrDefault(entry.getKey(), 0), result);
            }
        }
        page.raw("</div>\n<p id=\"nothing\" hidden>No finding matches these filters.</p>\n");
        passed.keySet().removeIf(rule -> !open.get(rule).isEmpty());
        healthy(passed);
        page.raw("</section>\n");
    }

    /** The cloud and the service, as a rule's id begins: {@code aws s3}. */
    static String service(Rule rule) {
        String[] parts = rule.id().split("-", 3);
        return parts.length < 2 ? rule.id() : parts[0] + " " + parts[1];
    }

    private void rule(Rule rule, List<Finding> findings, int passed, ScanResult result) throws IOException {
        long exempted = findings.stream().filter(Finding::isExempted).count();
        long failed = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL && !finding.isExempted())
                .count();
        long unknown = findings.size() - failed - exempted;
        String severity = rule.severity().id();
        page.raw("<details class=\"rule\" data-severity=\"" + severity + "\" data-service=\"")
                .text(service(rule))
                .raw("\" id=\"")
                .text(rule.id())
                .raw("\"><summary><span class=\"badge " + severity + "\">" + severity + "</span> <span class=\"name\">")
                .text(rule.title())
                .raw("</span> <span class=\"counts\">");
        if (failed > 0) {
            page.raw("<b>" + failed + "</b> failed ");
        }
        if (unknown > 0) {
            page.raw("<b>" + unknown + "</b> unknown ");
        }
        if (exempted > 0) {
            page.raw("<b>" + exempted + "</b> exempted ");
        }
        page.raw("<span class=\"faint\">" + passed + " passed</span></span></summary>\n<div class=\"about\">\n");
        about(rule);
        page.raw("</div>\n<ul class=\"findings\">\n");
        for (Finding finding : findings) {
            item.write(
                    finding,
                    FindingState.of(finding, result),
                    result.comparison().of(finding).orElse(null));
        }
        page.raw("</ul>\n</details>\n");
    }

    private void about(Rule rule) throws IOException {
        if (!rule.risk().isBlank()) {
            page.raw("<p><b>Why.</b> ").text(rule.risk().strip()).raw("</p>\n");
        }
        if (!rule.remediation().text().isBlank()) {
            page.raw("<p><b>Fix.</b> ").text(rule.remediation().text().strip()).raw("</p>\n");
        }
        page.raw("<p class=\"faint\">").element("code", rule.id());
        Optional<String> link = links.of(rule);
        if (link.isPresent()) {
            page.raw(" · <a href=\"").text(link.get()).raw("\" rel=\"noreferrer\">documentation</a>");
        }
        page.raw(" · ").text(rule.control().title());
        List<String> benchmarks = RuleDocs.controls(rule);
        if (!benchmarks.isEmpty()) {
            page.raw(" · ").text(String.join(", ", benchmarks));
        }
        if (!rule.aliases().isEmpty()) {
            page.raw(" · also known as ").text(String.join(", ", rule.aliases()));
        }
        page.raw("</p>\n");
    }

    private void healthy(Map<Rule, Integer> passed) throws IOException {
        if (passed.isEmpty()) {
            return;
        }
        page.raw("<details class=\"healthy\"><summary>" + passed.size()
                + (passed.size() == 1
                        ? " recommendation that every resource follows"
                        : " recommendations that every resource follows")
                + "</summary>\n<ul>\n");
        for (Map.Entry<Rule, Integer> entry : passed.entrySet()) {
            page.raw("<li>")
                    .text(entry.getKey().title())
                    .raw(" <span class=\"faint\">" + entry.getValue() + " passed · ")
                    .element("code", entry.getKey().id())
                    .raw("</span></li>\n");
        }
        page.raw("</ul>\n</details>\n");
    }
}
