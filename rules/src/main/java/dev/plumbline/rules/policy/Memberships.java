package dev.plumbline.rules.policy;

import dev.plumbline.rules.Rule;
import dev.plumbline.rules.RuleNames;
import dev.plumbline.rules.Wildcard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which rules an assignment speaks of, its initiative found in its own scope, then in those around it. */
final class Memberships {
    private final RuleNames names;
    private final Map<String, Set<String>> found = new HashMap<>();

    Memberships(RuleNames names) {
        this.names = names;
    }

    /** @param chain the scopes from the outermost to that of the assignment */
    boolean speaksOf(Assignment assignment, Rule rule, List<ScopedPolicy> chain) {
        if (assignment.initiative().isEmpty()) {
            return isNamed(rule, assignment.rules());
        }
        return initiative(assignment.initiative(), chain)
                .map(initiative -> narrowed(rule, initiative.benchmark(), assignment.parameters())
                        && holds(initiative, rule, chain, new HashSet<>()))
                .orElse(false);
    }

    static Optional<Initiative> initiative(String id, List<ScopedPolicy> chain) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            for (Initiative initiative : chain.get(i).initiatives()) {
                if (initiative.id().equals(id)) {
                    return Optional.of(initiative);
                }
            }
        }
        return Optional.ofNullable(Initiative.BUILT_IN.get(id));
    }

    /** @param seen the initiatives that were looked into: those that include each other are looked into once */
    private boolean holds(Initiative initiative, Rule rule, List<ScopedPolicy> chain, Set<String> seen) {
        if (!seen.add(initiative.id()) || !narrowed(rule, initiative.benchmark(), initiative.parameters())) {
            return false;
        }
        return isNamed(rule, initiative.rules())
                || rule.benchmarks().containsKey(initiative.benchmark())
                || initiative.initiatives().stream().anyMatch(id -> initiative(id, chain)
                        .map(included -> holds(included, rule, chain, seen))
                        .orElse(false));
    }

    private boolean narrowed(Rule rule, String benchmark, Parameters parameters) {
        return (parameters.severity() == null || rule.severity().atLeast(parameters.severity()))
                && (parameters.controls().isEmpty() || hasControl(rule, benchmark, parameters.controls()))
                && !isNamed(rule, parameters.except());
    }

    /** The controls are those of the initiative's benchmark or, where it has none, of any. */
    private static boolean hasControl(Rule rule, String benchmark, List<String> patterns) {
        return rule.benchmarks().entrySet().stream()
                .filter(entry -> benchmark.isEmpty() || entry.getKey().equals(benchmark))
                .flatMap(entry -> entry.getValue().stream())
                .anyMatch(control -> patterns.stream().anyMatch(pattern -> Wildcard.covers(pattern, control)));
    }

    boolean isNamed(Rule rule, List<String> selectors) {
        return selectors.stream()
                .anyMatch(name -> found.computeIfAbsent(name, names::find).contains(rule.id()));
    }
}
