package dev.plumbline.rules.comparison;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What became of the findings of a {@link Baseline}, and what is there beside them.
 *
 * @param baseline the {@link Baseline#name()}; empty where there was nothing to compare with
 * @param changes by fingerprint, what each failed verdict is, exempted ones included
 * @param resolved what the baseline accepts and is there no more, in order
 * @param scoreBefore the secure score of the baseline, from 0 to 100; empty where nothing tells it
 * @param unseen what the baseline accepts, and of which the scan does not tell whether it is still there
 * @param longResolved what the baseline knows as resolved, and is not there
 */
public record Comparison(
        String baseline,
        Map<String, Change> changes,
        List<KnownFinding> resolved,
        OptionalDouble scoreBefore,
        List<KnownFinding> unseen,
        List<KnownFinding> longResolved) {
    /** Of a scan without a baseline. */
    public static final Comparison NONE = new Comparison("", Map.of(), List.of(), OptionalDouble.empty());

    public Comparison {
        Objects.requireNonNull(baseline, "baseline");
        changes = Map.copyOf(changes);
        resolved = List.copyOf(resolved);
        Objects.requireNonNull(scoreBefore, "scoreBefore");
        unseen = List.copyOf(unseen);
        longResolved = List.copyOf(longResolved);
    }

    /** With a baseline of which all was looked at, and which knows nothing as resolved. */
    public Comparison(
            String baseline, Map<String, Change> changes, List<KnownFinding> resolved, OptionalDouble scoreBefore) {
        this(baseline, changes, resolved, scoreBefore, List.of(), List.of());
    }

    /** Whether there was anything to compare with. */
    public boolean isGiven() {
        return !baseline.isEmpty();
    }

    /** What a failed verdict is against the baseline; empty for other verdicts, and where there was no baseline. */
    public Optional<Change> of(Finding finding) {
        return Optional.ofNullable(changes.get(finding.fingerprint()));
    }

    /** Whether the baseline accepts a finding. */
    public boolean accepts(Finding finding) {
        return changes.get(finding.fingerprint()) == Change.UNCHANGED;
    }

    /** The same comparison, with what was not stored of resolved findings taken from the rules as they are today. */
    public Comparison describedBy(Function<String, Optional<Rule>> rules) {
        return new Comparison(
                baseline,
                changes,
                resolved.stream()
                        .map(known -> rules.apply(known.rule())
                                .map(known::describedBy)
                                .orElse(known))
                        .toList(),
                scoreBefore,
                unseen,
                longResolved);
    }
}
