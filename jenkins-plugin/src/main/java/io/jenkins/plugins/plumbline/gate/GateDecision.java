package io.jenkins.plugins.plumbline.gate;

import io.jenkins.plugins.plumbline.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a build passes, and what becomes of it where it does not.
 *
 * @param criticality the gravest of the gates that it does not pass; {@link Criticality#NONE} also where it passes
 * @param reasons why it does not pass, a sentence each; empty where it does
 */
public record GateDecision(Criticality criticality, List<String> reasons) {

    public GateDecision {
        Objects.requireNonNull(criticality, "criticality");
        reasons = List.copyOf(reasons);
    }

    /** Whether it does not pass, whatever becomes of the build. */
    public boolean blocked() {
        return !reasons.isEmpty();
    }

    /**
     * Judges a report that is already compared with its reference.
     *
     * @param criticality what the scan's own gate means for the build
     */
    public static GateDecision of(Report report, Criticality criticality, List<GateRule> rules) {
        List<String> reasons = new ArrayList<>(report.gate().reasons());
        Criticality gravest = reasons.isEmpty() ? Criticality.NONE : criticality;
        for (GateRule rule : rules) {
            Optional<String> reason = rule.judge(report);
            if (reason.isPresent()) {
                reasons.add(reason.get());
                gravest = gravest.or(rule.criticality());
            }
        }
        return new GateDecision(gravest, reasons);
    }
}
