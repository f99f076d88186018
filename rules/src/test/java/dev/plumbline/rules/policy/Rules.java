package dev.plumbline.rules.policy;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.posture.Control;
import java.util.List;
import java.util.Map;

/** Rules and assignments for tests. */
final class Rules {
    private Rules() {}

    static Rule rule(String id, Severity severity, Map<String, List<String>> benchmarks, String... aliases) {
        return new Rule(
                id,
                "",
                severity,
                Control.SECURE_MANAGEMENT_PORTS,
                "",
                benchmarks,
                List.of(aliases),
                "",
                new Rule.Remediation("low", "low", ""),
                List.of(),
                List.of());
    }

    static SourceRange at(String file, int line) {
        return new SourceRange(file, line, 1, line, 9);
    }

    static Assignment assigned(List<String> rules, Effect effect, Severity severity, boolean open, SourceRange range) {
        return new Assignment(rules, "", Parameters.NONE, effect, severity, open, range);
    }

    static Assignment assigned(String initiative, Parameters parameters, Effect effect, SourceRange range) {
        return new Assignment(List.of(), initiative, parameters, effect, null, false, range);
    }

    static ScopedPolicy scoped(Scope scope, Assignment... assignments) {
        return new ScopedPolicy(scope, List.of(), List.of(assignments), List.of(), List.of());
    }
}
