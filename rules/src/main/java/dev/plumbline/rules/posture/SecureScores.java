package dev.plumbline.rules.posture;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Verdict;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a {@link SecureScore} of findings. */
public final class SecureScores {
    private SecureScores() {}

    /** What tells a resource from the others of a scan. */
    private record Key(String unit, String address) {}

    /**
     * The score of these findings. A resource is healthy for a control where all its verdicts of that control's rules
     * are passes, unhealthy where one is a failure; otherwise it is unknown.
     */
    public static SecureScore of(Collection<Finding> findings) {
        Map<Control, Map<Key, Verdict>> byControl = new EnumMap<>(Control.class);
        for (Finding finding : findings) {
            byControl
                    .computeIfAbsent(finding.rule().control(), control -> new HashMap<>())
                    .merge(
                            new Key(finding.unit(), finding.resource().address()),
                            finding.verdict(),
                            SecureScores::worse);
        }
        List<SecureScore.ControlScore> scores = byControl.entrySet().stream()
                .map(entry -> new SecureScore.ControlScore(
                        entry.getKey(),
                        count(entry.getValue(), Verdict.PASS),
                        count(entry.getValue(), Verdict.FAIL),
                        count(entry.getValue(), Verdict.UNKNOWN)))
                .toList();
        return new SecureScore(scores);
    }

    private static Verdict worse(Verdict left, Verdict right) {
        if (left == Verdict.FAIL || right == Verdict.FAIL) {
            return Verdict.FAIL;
        }
        return left == Verdict.UNKNOWN ? left : right;
    }

    private static int count(Map<Key, Verdict> resources, Verdict verdict) {
        return (int) resources.values().stream().filter(verdict::equals).count();
    }
}
