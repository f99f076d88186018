package dev.plumbline.rules.comparison;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What an earlier scan found: what the findings of a scan are compared with.
 *
 * @param name what to call it in a sentence: {@code plumbline-baseline.json}; empty for {@link #NONE}
 * @param accepted the failed verdicts that are known
 * @param resolved those that were known once and had gone: one that comes back is reopened
 * @param score the secure score at that time, from 0 to 100; empty where nothing tells it
 */
public record Baseline(String name, List<KnownFinding> accepted, List<KnownFinding> resolved, OptionalDouble score) {
    /** Nothing to compare with. */
    public static final Baseline NONE = new Baseline("", List.of(), List.of(), OptionalDouble.empty());

    public Baseline {
        Objects.requireNonNull(name, "name");
        accepted = List.copyOf(accepted);
        resolved = List.copyOf(resolved);
        Objects.requireNonNull(score, "score");
    }

    /** Whether there is anything to compare with. */
    public boolean isGiven() {
        return !name.isEmpty();
    }
}
