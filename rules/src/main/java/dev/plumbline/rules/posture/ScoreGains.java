package dev.plumbline.rules.posture;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What would raise the secure score most. */
public final class ScoreGains {
    private static final Comparator<Gain> MOST_FIRST = comparingDouble(Gain::percent)
            .reversed()
            .thenComparing(gain -> gain.rule().severity())
            .thenComparing(gain -> gain.rule().id());

    private ScoreGains() {}

    /**
     * What following one recommendation everywhere would add.
     *
     * @param resources those that do not follow it
     * @param percent what is added to the score, in percentage points, above 0
     */
    public record Gain(Rule rule, int resources, double percent) {}

    /** A resource of a control, which is healthy only once it follows all of the control's recommendations. */
    private record Unhealthy(Control control, String unit, String address) {}

    /**
     * The recommendations that are not followed, most gain first. A resource that fails several of one control counts for
     * each of them in equal parts, so that all gains together lead to 100 %, though following just one of several gains
     * nothing yet.
     *
     * @param score that of these findings
     */
    public static List<Gain> of(Collection<Finding> findings, SecureScore score) {
        Map<Unhealthy, Set<String>> failing = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.FAIL && !finding.isExempted()) {
                failing.computeIfAbsent(resource(finding), key -> new TreeSet<>())
                        .add(finding.rule().id());
            }
        }
        Map<Control, Double> each = new HashMap<>();
        score.controls().stream()
                .filter(control -> control.unhealthy() > 0)
                .forEach(control -> each.put(control.control(), control.potential() / control.unhealthy()));
        Map<String, Rule> rules = new HashMap<>();
        findings.forEach(finding -> rules.putIfAbsent(finding.rule().id(), finding.rule()));
        Map<String, Integer> resources = new HashMap<>();
        Map<String, Double> points = new HashMap<>();
        failing.keySet().stream()
                // Sums of fractions come out the same only in the same order.
                .sorted(comparing(Unhealthy::control)
                        .thenComparing(Unhealthy::unit)
                        .thenComparing(Unhealthy::address))
                .forEach(resource -> {
                    Set<String> failed = failing.get(resource);
                    double share = each.getOrDefault(resource.control(), 0.0) / failed.size();
                    for (String rule : failed) {
                        resources.merge(rule, 1, Integer::sum);
                        points.merge(rule, share, Double::sum);
                    }
                });
        return points.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Gain(
                        rules.get(entry.getKey()),
                        resources.get(entry.getKey()),
                        100 * entry.getValue() / score.most()))
                .sorted(MOST_FIRST)
                .toList();
    }

    private static Unhealthy resource(Finding finding) {
        return new Unhealthy(
                finding.rule().control(), finding.unit(), finding.resource().address());
    }
}
