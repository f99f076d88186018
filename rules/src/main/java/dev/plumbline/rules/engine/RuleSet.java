package dev.plumbline.rules.engine;

import dev.plumbline.iac.Resource;
import dev.plumbline.rules.ResourceTypes;
import dev.plumbline.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules, found by the resources that they speak of. */
public final class RuleSet {

    /**
     * One check of a rule and its conditions.
     *
     * @param paths the alternatives of {@link Rule.Check#at()}; none for the resource as a whole
     */
    record Applicable(Rule rule, Rule.Check check, CompiledRule.Conditions conditions, List<String> paths) {
        static Applicable of(Rule rule, Rule.Check check, CompiledRule.Conditions conditions) {
            List<String> paths = check.at().isEmpty() ? List.of() : Rule.Check.alternatives(check.at());
            return new Applicable(rule, check, conditions, paths);
        }
    }

    private final Map<String, List<Applicable>> byType = new HashMap<>();

    public RuleSet(List<CompiledRule> rules) {
        for (CompiledRule rule : rules) {
            for (int i = 0; i < rule.conditions().size(); i++) {
                Rule.Check check = rule.rule().checks().get(i);
                Applicable applicable =
                        Applicable.of(rule.rule(), check, rule.conditions().get(i));
                Set<String> types = new HashSet<>();
                for (String type : check.on()) {
                    String key = ResourceTypes.key(type);
                    if (types.add(key)) {
                        byType.computeIfAbsent(key, any -> new ArrayList<>()).add(applicable);
                    }
                }
            }
        }
    }

    /** The checks that speak of a resource, in the order of the rules. */
    List<Applicable> about(Resource resource) {
        return byType.getOrDefault(ResourceTypes.key(resource), List.of());
    }
}
