package io.jenkins.plugins.plumbline.view;

import dev.plumbline.publish.Scores;
import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.report.RunSummary;
import java.util.ArrayList;
import java.util.List;

/** What a build's own page tells of its check, in a few words. */
public final class SummaryView {
    private final RunSummary summary;

    public SummaryView(RunSummary summary) {
        this.summary = summary;
    }

    /** {@code "Secure score 63.4 %"}. */
    public String getScore() {
        return summary.score() == null ? "Nothing was assessed" : "Secure score " + Scores.percent(summary.score());
    }

    /** {@code "3 findings: 1 critical, 2 high"}. */
    public String getFindings() {
        int total = summary.counts().total();
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (summary.counts().of(severity) > 0) {
                parts.add(summary.counts().of(severity) + " " + severity.id());
            }
        }
        return total == 0
                ? "No findings"
                : Shown.counted(total, "finding", "findings") + ": " + String.join(", ", parts);
    }

    /** {@code "1 new, 2 fixed"}; empty where there was nothing to compare with. */
    public String getChanges() {
        return summary.compared() ? summary.fresh() + " new, " + summary.fixed() + " fixed" : "";
    }

    public boolean isBlocked() {
        return summary.blocked();
    }

    public List<String> getReasons() {
        return summary.reasons().stream().map(Shown::text).toList();
    }
}
