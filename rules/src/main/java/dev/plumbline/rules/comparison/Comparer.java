package dev.plumbline.rules.comparison;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Identity;
import dev.plumbline.rules.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * Recognises the findings of a {@link Baseline} in a scan, one to one: first where nothing moved, then in a directory or
 * template of the same name, then anywhere.
 */
public final class Comparer {
    /** What a finding and a known one share that are the same, of their contents and units, in the order of trust. */
    private static final List<BinaryOperator<String>> LIKENESS = List.of(
            (content, unit) -> content + " " + unit,
            (content, unit) -> content + " " + unit.substring(unit.lastIndexOf('/') + 1),
            (content, unit) -> content);

    private Comparer() {}

    /**
     * What the findings are against a baseline. A known finding whose verdict has become unknown is neither unchanged nor
     * resolved.
     *
     * @param findings of the scan, in order
     * @param looked whether the scan applied the rule of a known finding where that was: only then can it be resolved
     */
    public static Comparison compare(Baseline baseline, Collection<Finding> findings, Predicate<KnownFinding> looked) {
        if (!baseline.isGiven()) {
            return Comparison.NONE;
        }
        Map<String, Change> changes = new HashMap<>();
        List<Finding> failed = only(findings, Verdict.FAIL);
        List<KnownFinding> accepted = new ArrayList<>(baseline.accepted());
        recognise(failed, accepted).forEach(finding -> changes.put(finding.fingerprint(), Change.UNCHANGED));
        List<KnownFinding> absent = new ArrayList<>(accepted);
        recognise(only(findings, Verdict.UNKNOWN), absent);
        List<KnownFinding> resolved = absent.stream().filter(looked).sorted().toList();
        Set<KnownFinding> told = Collections.newSetFromMap(new IdentityHashMap<>());
        told.addAll(resolved);
        List<KnownFinding> gone = new ArrayList<>(baseline.resolved());
        recognise(failed, gone).forEach(finding -> changes.put(finding.fingerprint(), Change.REOPENED));
        failed.forEach(finding -> changes.put(finding.fingerprint(), Change.NEW));
        return new Comparison(
                baseline.name(),
                changes,
                resolved,
                baseline.score(),
                accepted.stream().filter(known -> !told.contains(known)).toList(),
                gone);
    }

    private static List<Finding> only(Collection<Finding> findings, Verdict verdict) {
        return new ArrayList<>(findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .toList());
    }

    /** Takes the findings that are known, and what is known of them, out of both lists. */
    private static List<Finding> recognise(List<Finding> findings, List<KnownFinding> known) {
        List<Finding> recognised = new ArrayList<>();
        for (BinaryOperator<String> likeness : LIKENESS) {
            Map<String, Deque<KnownFinding>> candidates = new LinkedHashMap<>();
            for (KnownFinding each : known) {
                candidates
                        .computeIfAbsent(
                                likeness.apply(Identity.content(each.fingerprint()), each.unit()),
                                key -> new ArrayDeque<>())
                        .add(each);
            }
            for (Iterator<Finding> left = findings.iterator(); left.hasNext(); ) {
                Finding finding = left.next();
                Deque<KnownFinding> same =
                        candidates.get(likeness.apply(Identity.content(finding.fingerprint()), finding.unit()));
                if (same != null && !same.isEmpty()) {
                    same.poll();
                    recognised.add(finding);
                    left.remove();
                }
            }
            known.clear();
            candidates.values().forEach(known::addAll);
        }
        return recognised;
    }
}
