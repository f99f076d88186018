package dev.plumbline.rules.posture;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.plumbline.iac.Exemption;
import dev.plumbline.rules.Finding;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes a {@link SecureScore} of findings. */
public final class SecureScores {
    private SecureScores() {}

    /** What tells a resource from the others of a scan. */
    private record Key(String unit, String address) {}

    /** What a resource is for a control, by its verdicts: the last of these that one of them gives. */
    private enum State {
        HEALTHY,
        /** One of the control's recommendations is waived, and it fails no other: counted nowhere. */
        LEFT_OUT,
        UNKNOWN,
        UNHEALTHY
    }

    /**
     * The score of these findings. A resource is healthy for a control where all its verdicts of that control's rules
     * are passes or exempted as mitigated, unhealthy where one is a failure that nothing exempts; otherwise it is
     * unknown or, if all that keeps it from being healthy is waived, left out.
     */
    public static SecureScore of(Collection<Finding> findings) {
        Map<Control, Map<Key, State>> byControl = new EnumMap<>(Control.class);
        for (Finding finding : findings) {
            byControl
                    .computeIfAbsent(finding.rule().control(), control -> new HashMap<>())
                    .merge(
                            new Key(finding.unit(), finding.resource().address()),
                            state(finding),
                            (left, right) -> left.compareTo(right) >= 0 ? left : right);
        }
        List<SecureScore.ControlScore> scores = byControl.entrySet().stream()
                .map(entry -> new SecureScore.ControlScore(
                        entry.getKey(),
                        count(entry.getValue(), State.HEALTHY),
                        count(entry.getValue(), State.UNHEALTHY),
                        count(entry.getValue(), State.UNKNOWN)))
                .toList();
        return new SecureScore(scores);
    }

    /** The score of each unit that has findings, by its path. */
    public static SortedMap<String, SecureScore> byUnit(Collection<Finding> findings) {
        return by(Finding::unit, findings);
    }

    /**
     * The score of each account and subscription that the templates name. Empty where they name none: the score of the
     * scan is then that of wherever it is deployed to. What goes to an account that is not named is under the empty name.
     */
    public static SortedMap<String, SecureScore> byAccount(Collection<Finding> findings) {
        SortedMap<String, SecureScore> scores = by(finding -> finding.resource().account(), findings);
        return scores.keySet().equals(Set.of("")) ? Collections.emptySortedMap() : scores;
    }

    private static SortedMap<String, SecureScore> by(Function<Finding, String> key, Collection<Finding> findings) {
        return findings.stream().collect(groupingBy(key, TreeMap::new, collectingAndThen(toList(), SecureScores::of)));
    }

    private static State state(Finding finding) {
        if (finding.isExempted()) {
            return finding.exemption().category() == Exemption.Category.MITIGATED ? State.HEALTHY : State.LEFT_OUT;
        }
        return switch (finding.verdict()) {
            case PASS -> State.HEALTHY;
            case UNKNOWN -> State.UNKNOWN;
            case FAIL -> State.UNHEALTHY;
        };
    }

    private static int count(Map<Key, State> resources, State state) {
        return (int) resources.values().stream().filter(state::equals).count();
    }
}
