package io.jenkins.plugins.plumbline.report;

import io.jenkins.plugins.plumbline.gate.GateDecision;
import java.util.List;

/**
 * What a build's own record holds of a report: the numbers that the build's summary and the job's trend show without
 * reading the report. Jenkins keeps the fields by their names in {@code build.xml}: none may change its name or type, and
 * of one that is added older builds have none.
 */
public final class RunSummary {
    private final Double score;
    private final int critical;
    private final int high;
    private final int medium;
    private final int low;
    private final int unknown;
    private final int exempted;
    private final boolean compared;
    private final int fresh;
    private final int fixed;
    private final boolean blocked;
    private final String reasons;

    private RunSummary(Report report, GateDecision decision) {
        this.score = report.score();
        this.critical = report.counts().critical();
        this.high = report.counts().high();
        this.medium = report.counts().medium();
        this.low = report.counts().low();
        this.unknown = report.unknown();
        this.exempted = report.exempted();
        Comparison comparison = report.comparison();
        this.compared = comparison != null;
        this.fresh = compared ? comparison.fresh().total() : 0;
        this.fixed = compared ? comparison.fixed().size() : 0;
        this.blocked = decision.blocked();
        this.reasons = String.join("\n", decision.reasons());
    }

    public static RunSummary of(Report report, GateDecision decision) {
        return new RunSummary(report, decision);
    }

    /** From 0 to 100, or null where nothing that counts was assessed. */
    public Double score() {
        return score;
    }

    public Counts counts() {
        return new Counts(critical, high, medium, low);
    }

    public int unknown() {
        return unknown;
    }

    public int exempted() {
        return exempted;
    }

    /** Whether there was a reference build. */
    public boolean compared() {
        return compared;
    }

    public int fresh() {
        return fresh;
    }

    public int fixed() {
        return fixed;
    }

    /** Whether a gate did not pass. */
    public boolean blocked() {
        return blocked;
    }

    /** Why, a sentence each. */
    public List<String> reasons() {
        return reasons == null || reasons.isEmpty()
                ? List.of()
                : reasons.lines().toList();
    }
}
