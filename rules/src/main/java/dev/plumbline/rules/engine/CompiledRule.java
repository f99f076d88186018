package dev.plumbline.rules.engine;

import dev.plumbline.rules.Rule;
import dev.plumbline.rules.expression.Expression;
import java.util.List;
import java.util.Objects;

/** A rule with its conditions ready to be evaluated, one entry for each of the rule's checks. */
public record CompiledRule(Rule rule, List<Conditions> conditions) {

    /** @param when null where the check applies to every resource of its types */
    public record Conditions(Expression when, Expression require) {
        public Conditions {
            Objects.requireNonNull(require, "require");
        }
    }

    public CompiledRule {
        Objects.requireNonNull(rule, "rule");
        conditions = List.copyOf(conditions);
        if (conditions.size() != rule.checks().size()) {
            throw new IllegalArgumentException("conditions of " + rule.id() + " and its checks do not correspond");
        }
    }
}
