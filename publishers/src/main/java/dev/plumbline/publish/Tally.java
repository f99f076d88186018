package dev.plumbline.publish;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import java.util.EnumMap;
import java.util.Map;

/**
 * A result in numbers.
 *
 * @param exempted failed and unknown verdicts that an exemption covers: in none of the other numbers
 * @param bySeverity failed verdicts; severities without any are left out
 */
public record Tally(
        int resources, int passed, int failed, int unknown, int exempted, Map<Severity, Integer> bySeverity) {

    public Tally {
        bySeverity = Map.copyOf(bySeverity);
    }

    public static Tally of(ScanResult result) {
        int passed = 0;
        int unknown = 0;
        int failed = 0;
        int exempted = 0;
        Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
        for (Finding finding : result.findings()) {
            if (finding.isExempted()) {
                exempted++;
                continue;
            }
            switch (finding.verdict()) {
                case PASS -> passed++;
                case UNKNOWN -> unknown++;
                case FAIL -> {
                    failed++;
                    bySeverity.merge(finding.rule().severity(), 1, Integer::sum);
                }
            }
        }
        int resources =
                result.units().stream().mapToInt(ScanResult.Unit::resources).sum();
        return new Tally(resources, passed, failed, unknown, exempted, bySeverity);
    }

    public int failed(Severity severity) {
        return bySeverity.getOrDefault(severity, 0);
    }
}
