package dev.plumbline.rules.comparison;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.posture.SecureScore;
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

    /** What a scan found: its failed verdicts that nothing exempts are accepted. */
    public static Baseline of(String name, List<Finding> findings, SecureScore score) {
        List<KnownFinding> failed = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL && !finding.isExempted())
                .map(KnownFinding::of)
                .toList();
        return new Baseline(name, failed, List.of(), score.percent());
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
