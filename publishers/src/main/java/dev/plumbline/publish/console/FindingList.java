package dev.plumbline.publish.console;

import dev.plumbline.iac.Resource.Call;
import dev.plumbline.publish.Constructs;
import dev.plumbline.publish.Fixes;
import dev.plumbline.publish.Trace;
import dev.plumbline.publish.text.DisplayWidth;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.policy.Effect;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The failed verdicts, file by file; where there are many of low severity, those in a line each after the others. */
final class FindingList {
    /** Up to how many findings of low severity are told in full, inclusive. */
    private static final int MAX_LOW = 20;

    private final Page page;
    private final Snippet snippet;
    private final boolean all;
    /** The rules whose risk has been told: once in a report is enough. */
    private final Set<String> explained = new HashSet<>();

    /** @param all whether each finding is told in full */
    FindingList(Page page, Snippet snippet, boolean all) {
        this.page = page;
        this.snippet = snippet;
        this.all = all;
    }

    void write(ScanResult result) throws IOException {
        List<Finding> low = result.findings(Verdict.FAIL)
                .filter(finding -> finding.rule().severity() == Severity.LOW)
                .toList();
        boolean brief = !all && low.size() > MAX_LOW;
        String file = null;
        for (Finding finding : result.findings(Verdict.FAIL).toList()) {
            if (brief && finding.rule().severity() == Severity.LOW) {
                continue;
            }
            if (!finding.range().file().equals(file)) {
                file = finding.range().file();
                page.heading(file);
                page.blank();
            }
            write(finding, result.comparison().of(finding).orElse(null));
            page.blank();
        }
        if (brief) {
            page.line(page.paint(Style.TITLE, low.size() + " findings of low severity")
                    + ": in full in other reports, and where this one is verbose");
            for (Finding finding : low) {
                String line = "  " + Neutral.line(finding.range().toString()) + "  "
                        + Neutral.line(finding.rule().title());
                page.line(aligned(line, DisplayWidth.of(line), finding.rule()));
            }
            page.blank();
        }
    }

    /** A line with the rule's id at the right edge, where there is room for both. @param width of what is shown */
    private String aligned(String shown, int width, Rule rule) {
        String id = Neutral.line(rule.id());
        int gap = page.width() - width - DisplayWidth.of(id);
        return shown + " ".repeat(Math.max(2, gap)) + page.paint(Style.FAINT, id);
    }

    /** @param change null where there is no baseline */
    private void write(Finding finding, Change change) throws IOException {
        Rule rule = finding.rule();
        Style style = Style.of(rule.severity());
        String severity = rule.severity().name();
        String title = Neutral.line(rule.title());
        String heading = page.paint(style, severity) + "  " + page.paint(Style.TITLE, title);
        page.line(aligned(heading, DisplayWidth.of(severity + "  " + title), rule));
        page.line("  " + Neutral.line(finding.resource().address()) + " at "
                + Neutral.line(finding.range().toString()));
        snippet.show(finding.range(), style);
        if (change != null) {
            switch (change) {
                case NEW -> note("new", "against the baseline");
                case UNCHANGED -> note("known", "from the baseline");
                case REOPENED -> note("reopened:", "the baseline knows it as resolved");
            }
        }
        if (finding.decision() != null && finding.effect() != Effect.ENABLED) {
            note(
                    finding.effect() == Effect.DENY
                            ? "denied by the policy of the"
                            : "audited only, by the policy of the",
                    finding.decision().scope().label() + " at "
                            + finding.decision().range());
        }
        if (!finding.reason().isEmpty()) {
            note("because", finding.reason());
        }
        for (Trace.Step step : Trace.of(finding)) {
            note("value from", (step.label().isEmpty() ? "" : step.label() + " at ") + step.range());
        }
        String construct = Constructs.path(finding.resource());
        if (!construct.isEmpty()) {
            note("construct", construct);
        }
        for (Call call : finding.resource().calls()) {
            note("called as", call.name() + " at " + call.range());
        }
        if (!finding.assumption().isEmpty()) {
            note("holds when", finding.assumption());
        }
        if (!finding.resource().existence().certain()) {
            note("not certain to be deployed:", finding.resource().existence().reason());
        }
        if (explained.add(rule.id()) && !rule.risk().isBlank()) {
            page.wrapped("  Why: ", rule.risk());
        }
        String set = Fixes.of(finding)
                .map(fix -> "set " + fix.set() + " = " + fix.to())
                .orElse("");
        String text = rule.remediation().text();
        if (!text.isBlank()) {
            page.wrapped("  Fix: ", text);
        }
        if (!set.isEmpty()) {
            page.wrapped(text.isBlank() ? "  Fix: " : "       ", set);
        }
    }

    private void note(String what, String text) throws IOException {
        page.wrapped("       = " + what + " ", text);
    }
}
