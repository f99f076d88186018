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
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.policy.Effect;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** The failed verdicts, file by file. */
final class FindingList {
    private final Page page;
    private final Snippet snippet;
    /** The rules whose risk has been told: once in a report is enough. */
    private final Set<String> explained = new HashSet<>();

    FindingList(Page page, Snippet snippet) {
        this.page = page;
        this.snippet = snippet;
    }

    void write(ScanResult result) throws IOException {
        String file = null;
        for (Iterator<Finding> failed = result.findings(Verdict.FAIL).iterator(); failed.hasNext(); ) {
            Finding finding = failed.next();
            if (!finding.range().file().equals(file)) {
                file = finding.range().file();
                page.heading(file);
                page.blank();
            }
            write(finding, result.comparison().of(finding).orElse(null));
            page.blank();
        }
    }

    /** @param change null where there is no baseline */
    private void write(Finding finding, Change change) throws IOException {
        Rule rule = finding.rule();
        Style style = Style.of(rule.severity());
        String severity = rule.severity().name();
        String title = Neutral.line(rule.title());
        String id = Neutral.line(rule.id());
        int gap = page.width() - DisplayWidth.of(severity + title + id) - 4;
        page.line(page.paint(style, severity) + "  " + page.paint(Style.TITLE, title) + " ".repeat(Math.max(2, gap + 2))
                + page.paint(Style.FAINT, id));
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
