package dev.plumbline.rules.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one scope asks.
 *
 * @param initiatives its own, for itself and what is inside of it
 * @param assignments in their order: of several that speak of a rule the last counts
 * @param exemptions in their order: of several that cover a finding the first counts
 * @param limits what it lets inner scopes exempt: all of them hold
 */
public record ScopedPolicy(
        Scope scope,
        List<Initiative> initiatives,
        List<Assignment> assignments,
        List<ConfiguredExemption> exemptions,
        List<ExemptionLimits> limits) {
    public ScopedPolicy {
        Objects.requireNonNull(scope, "scope");
        initiatives = List.copyOf(initiatives);
        assignments = List.copyOf(assignments);
        exemptions = List.copyOf(exemptions);
        limits = List.copyOf(limits);
    }

    /** Whether it asks nothing. */
    public boolean isEmpty() {
        return assignments.isEmpty() && exemptions.isEmpty() && limits.isEmpty() && initiatives.isEmpty();
    }

    /** This and more of the same scope, written after it. */
    public ScopedPolicy and(ScopedPolicy more) {
        return new ScopedPolicy(
                scope,
                both(initiatives, more.initiatives),
                both(assignments, more.assignments),
                both(exemptions, more.exemptions),
                both(limits, more.limits));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
