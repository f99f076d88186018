package dev.plumbline.rules.comparison;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import java.util.ArrayList;
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
    /** How many resolved findings are kept, inclusive. */
    public static final int MAX_RESOLVED = 1_000;

    /** Nothing to compare with. */
    public static final Baseline NONE = new Baseline("", List.of(), List.of(), OptionalDouble.empty());

    public Baseline {
        Objects.requireNonNull(name, "name");
        accepted = List.copyOf(accepted);
        resolved = List.copyOf(resolved);
        Objects.requireNonNull(score, "score");
    }

    /** What a scan found: its failed verdicts that nothing exempts are accepted. */
    public static Baseline of(String name, List<Finding> findings, OptionalDouble score) {
        List<KnownFinding> failed = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL && !finding.isExempted())
                .map(KnownFinding::of)
                .toList();
        return new Baseline(name, failed, List.of(), score);
    }

    /**
     * What is known after a scan that was compared with a baseline, or with nothing: what it found is accepted, and what it
     * could not tell of still is. What has gone is known as resolved, the latest first, {@link #MAX_RESOLVED} at most.
     */
    public static Baseline after(String name, ScanResult result) {
        Baseline found = of(name, result.findings(), result.percent());
        Comparison comparison = result.comparison();
        List<KnownFinding> accepted = new ArrayList<>(found.accepted());
        accepted.addAll(comparison.unseen());
        List<KnownFinding> resolved = new ArrayList<>(comparison.resolved());
        resolved.addAll(comparison.longResolved());
        return new Baseline(
                name,
                accepted.stream().sorted().toList(),
                resolved.stream().limit(MAX_RESOLVED).toList(),
                found.score());
    }

    /** The same baseline, which knows these as resolved. */
    public Baseline withResolved(List<KnownFinding> known) {
        return new Baseline(name, accepted, known, score);
    }

    /** Whether there is anything to compare with. */
    public boolean isGiven() {
        return !name.isEmpty();
    }
}
