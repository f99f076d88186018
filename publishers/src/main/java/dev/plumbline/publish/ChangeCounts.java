package dev.plumbline.publish;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.comparison.Comparison;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a baseline's findings, in numbers.
 *
 * @param changes findings that nothing exempts, by what they are against the baseline
 */
public record ChangeCounts(Map<Change, Integer> changes, int resolved) {
    public ChangeCounts {
        changes = Map.copyOf(changes);
    }

    public static ChangeCounts of(ScanResult result) {
        Comparison comparison = result.comparison();
        Map<Change, Integer> changes = new EnumMap<>(Change.class);
        for (Finding finding : result.findings(Verdict.FAIL).toList()) {
            comparison.of(finding).ifPresent(change -> changes.merge(change, 1, Integer::sum));
        }
        return new ChangeCounts(changes, comparison.resolved().size());
    }

    public int of(Change change) {
        return changes.getOrDefault(change, 0);
    }

    /** {@code "2 new, 14 unchanged, 3 resolved"}; reopened ones only where there are any. */
    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add(of(Change.NEW) + " new");
        if (of(Change.REOPENED) > 0) {
            parts.add(of(Change.REOPENED) + " reopened");
        }
        parts.add(of(Change.UNCHANGED) + " unchanged");
        parts.add(resolved + " resolved");
        return String.join(", ", parts);
    }
}
