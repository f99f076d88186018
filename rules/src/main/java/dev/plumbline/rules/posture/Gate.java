package dev.plumbline.rules.posture;

import dev.plumbline.rules.Severity;
import java.util.List;
import java.util.Objects;

/**
 * When a scan blocks.
 *
 * @param failOn the least grave severity that blocks, or null where no finding does
 * @param minScore the least score that passes, from 0 to 100 inclusive, or null where any does
 * @param allowUnassessed whether files that could not be assessed are let pass
 * @param newOnly whether findings that the {@link Baseline} knows are let pass
 */
public record Gate(Severity failOn, Double minScore, boolean allowUnassessed, boolean newOnly) {

    public static final Gate DEFAULT = new Gate(Severity.HIGH, null, false);

    public Gate {
        if (minScore != null && !(minScore >= 0 && minScore <= 100)) {
            throw new IllegalArgumentException("the minimum score is from 0 to 100, not " + minScore);
        }
    }

    /** A gate over all findings, known or not. */
    public Gate(Severity failOn, Double minScore, boolean allowUnassessed) {
        this(failOn, minScore, allowUnassessed, false);
    }

    /** How a scan ended. */
    public enum Status {
        PASSED,
        /** Something in the templates is not as the gate asks. */
        BLOCKED,
        /** Something could not be assessed, so that passing would mean nothing. */
        INCOMPLETE
    }

    /** @param reasons why it did not pass, a sentence each; empty where it did */
    public record Outcome(Status status, List<String> reasons) {
        public Outcome {
            Objects.requireNonNull(status, "status");
            reasons = List.copyOf(reasons);
        }
    }
}
