package dev.plumbline.rules.posture;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.policy.Effect;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * When a scan blocks.
 *
 * @param failOn the least grave severity that blocks, or null where only what policy denies does
 * @param minScore the least score that passes, from 0 to 100 inclusive, or null where any does
 * @param maxScoreDrop by how many points the score may be below the earlier one, or null where that does not matter
 * @param maxFindings how many findings of a severity are let pass; any number where it is not there
 * @param newOnly whether findings that the {@link dev.plumbline.rules.comparison.Baseline} accepts are let pass
 * @param unknown what follows from unknown verdicts on what would block if it failed
 * @param unassessed what follows from what could not be read or assessed
 * @param unusedExemptions what follows from exemptions that exempt nothing
 */
public record Gate(
        Severity failOn,
        Double minScore,
        Double maxScoreDrop,
        Map<Severity, Integer> maxFindings,
        boolean newOnly,
        Response unknown,
        Response unassessed,
        Response unusedExemptions) {

    public static final Gate DEFAULT =
            new Gate(Severity.HIGH, null, null, Map.of(), false, Response.IGNORE, Response.FAIL, Response.IGNORE);

    /** What follows from something, the laxest first. */
    public enum Response {
        /** It is in the reports, and that is all. */
        IGNORE,
        /** The outcome tells of it. */
        WARN,
        /** The scan does not pass. */
        FAIL;

        /** The name used in options and files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The response of that {@link #id()}. */
        public static Optional<Response> of(String id) {
            return Arrays.stream(values())
                    .filter(response -> response.id().equals(id))
                    .findFirst();
        }
    }

    public Gate {
        if (minScore != null && !(minScore >= 0 && minScore <= 100)) {
            throw new IllegalArgumentException("the minimum score is from 0 to 100, not " + minScore);
        }
        if (maxScoreDrop != null && !(maxScoreDrop >= 0 && maxScoreDrop <= 100)) {
            throw new IllegalArgumentException("the score may drop by 0 to 100 points, not " + maxScoreDrop);
        }
        Map<Severity, Integer> numbers = new EnumMap<>(Severity.class);
        numbers.putAll(maxFindings);
        if (numbers.values().stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("no negative number of findings can be let pass");
        }
        maxFindings = Collections.unmodifiableMap(numbers);
        Objects.requireNonNull(unknown, "unknown");
        Objects.requireNonNull(unassessed, "unassessed");
        Objects.requireNonNull(unusedExemptions, "unusedExemptions");
    }

    /** How a scan ended. */
    public enum Status {
        PASSED,
        /** Something in the templates is not as the gate asks. */
        BLOCKED,
        /** Something could not be assessed, so that passing would mean nothing. */
        INCOMPLETE
    }

    /**
     * @param reasons why it did not pass, a sentence each; empty where it did
     * @param warnings what is to be looked at although it does not keep the scan from passing, a sentence each
     */
    public record Outcome(Status status, List<String> reasons, List<String> warnings) {
        public Outcome {
            Objects.requireNonNull(status, "status");
            reasons = List.copyOf(reasons);
            warnings = List.copyOf(warnings);
        }

        /** An outcome without warnings. */
        public Outcome(Status status, List<String> reasons) {
            this(status, reasons, List.of());
        }
    }

    /** Whether a finding with that rule at that place blocks by itself if it fails, is new and nothing exempts it. */
    public boolean blocks(Finding finding) {
        return finding.effect() == Effect.DENY
                || (finding.effect() == Effect.ENABLED
                        && failOn != null
                        && finding.rule().severity().atLeast(failOn));
    }

    /** The same gate, with another threshold; null where no severity blocks. */
    public Gate withFailOn(Severity least) {
        return new Gate(least, minScore, maxScoreDrop, maxFindings, newOnly, unknown, unassessed, unusedExemptions);
    }

    /** The same gate, with another least score, or null for none. */
    public Gate withMinScore(Double least) {
        return new Gate(failOn, least, maxScoreDrop, maxFindings, newOnly, unknown, unassessed, unusedExemptions);
    }

    /** The same gate, with another greatest drop of the score, or null for any. */
    public Gate withMaxScoreDrop(Double greatest) {
        return new Gate(failOn, minScore, greatest, maxFindings, newOnly, unknown, unassessed, unusedExemptions);
    }

    /** The same gate, with other largest numbers of findings. */
    public Gate withMaxFindings(Map<Severity, Integer> largest) {
        return new Gate(failOn, minScore, maxScoreDrop, largest, newOnly, unknown, unassessed, unusedExemptions);
    }

    /** The same gate, over new findings only or over all. */
    public Gate withNewOnly(boolean only) {
        return new Gate(failOn, minScore, maxScoreDrop, maxFindings, only, unknown, unassessed, unusedExemptions);
    }

    /** The same gate, with another response to unknown verdicts. */
    public Gate withUnknown(Response response) {
        return new Gate(failOn, minScore, maxScoreDrop, maxFindings, newOnly, response, unassessed, unusedExemptions);
    }

    /** The same gate, with another response to what could not be assessed. */
    public Gate withUnassessed(Response response) {
        return new Gate(failOn, minScore, maxScoreDrop, maxFindings, newOnly, unknown, response, unusedExemptions);
    }

    /** The same gate, with another response to exemptions that exempt nothing. */
    public Gate withUnusedExemptions(Response response) {
        return new Gate(failOn, minScore, maxScoreDrop, maxFindings, newOnly, unknown, unassessed, response);
    }
}
