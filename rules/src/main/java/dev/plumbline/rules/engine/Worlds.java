package dev.plumbline.rules.engine;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Verdict;
import java.util.List;

/**
 * One verdict out of those of all worlds, see {@code docs/adr/0003-worlds.md}: a resource fails where it fails in any
 * world, and the finding tells under which assumption; else it is unknown where it is in any; else it passes.
 */
final class Worlds {
    private Worlds() {}

    /**
     * @param found the findings of one rule on one attribute, at most one of each world
     * @param worlds how many worlds the unit has
     */
    static Finding merge(List<Finding> found, int worlds) {
        Finding worst = found.get(0);
        for (Finding finding : found) {
            worst = Assessor.worse(worst, finding);
        }
        Verdict verdict = worst.verdict();
        boolean everywhere = found.size() == worlds && found.stream().allMatch(finding -> finding.verdict() == verdict);
        boolean onlyWorld = worlds == 1;
        return onlyWorld || (verdict != Verdict.PASS && !everywhere)
                ? worst
                : withAssumption(worst, existence(worst.resource(), verdict));
    }

    /** Under which conditions a verdict on a resource in a world holds. */
    static String assumption(ScanUnit.World world, Resource resource, Verdict verdict) {
        String existence = existence(resource, verdict);
        if (world.assumption().isEmpty() || existence.isEmpty()) {
            return world.assumption() + existence;
        }
        return world.assumption() + " and " + existence;
    }

    /** A resource that may not be deployed still fails: the finding tells what that hangs on. */
    private static String existence(Resource resource, Verdict verdict) {
        return resource.existence().certain() || verdict == Verdict.PASS
                ? ""
                : "it is deployed, and " + resource.existence().reason();
    }

    static int gravity(Verdict verdict) {
        return switch (verdict) {
            case PASS -> 0;
            case UNKNOWN -> 1;
            case FAIL -> 2;
        };
    }

    private static Finding withAssumption(Finding finding, String assumption) {
        return new Finding(
                finding.rule(),
                finding.resource(),
                finding.unit(),
                finding.verdict(),
                finding.range(),
                finding.attribute(),
                finding.reason(),
                assumption,
                finding.origin(),
                finding.fingerprint());
    }
}
