package dev.plumbline.publish;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ResourceTypes;
import dev.plumbline.rules.Rule.Check;
import dev.plumbline.rules.Rule.Fix;
import java.util.List;
import java.util.Optional;

/** Finds the one attribute to set, for those findings that take no more than that. */
public final class Fixes {
    private Fixes() {}

    /** The fix of the check that gave the finding; empty where it has none, or where it is not clear which check. */
    public static Optional<Fix> of(Finding finding) {
        String type = ResourceTypes.key(finding.resource());
        List<Check> checks = finding.rule().checks().stream()
                .filter(check -> check.on().stream().map(ResourceTypes::key).anyMatch(type::equals))
                .toList();
        if (checks.size() > 1) {
            checks = checks.stream()
                    .filter(check -> Check.alternatives(check.at()).contains(finding.attribute()))
                    .toList();
        }
        return checks.size() == 1 ? Optional.ofNullable(checks.get(0).fix()) : Optional.empty();
    }
}
