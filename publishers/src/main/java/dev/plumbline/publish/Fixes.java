package dev.plumbline.publish;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule.Check;
import dev.plumbline.rules.Rule.Fix;
import java.util.List;
import java.util.Optional;

/** Finds the one attribute to set, for those findings that take no more than that. */
public final class Fixes {
    private Fixes() {}

    /** The fix of the check that gave the finding; empty where it has none, or where it is not clear which check. */
    public static Optional<Fix> of(Finding finding) {
        String type = finding.resource().type();
        List<Check> checks = finding.rule().checks().stream()
                .filter(check -> check.on().stream().anyMatch(type::equalsIgnoreCase))
                .toList();
        if (checks.size() > 1) {
            checks = checks.stream()
                    .filter(check -> check.at().equals(finding.attribute()))
                    .toList();
        }
        return checks.size() == 1 ? Optional.ofNullable(checks.get(0).fix()) : Optional.empty();
    }
}
