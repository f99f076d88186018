package dev.plumbline.rules.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is asked of a scan's resources, scope by scope.
 *
 * @param scopes those that ask something, the outer before the inner, at most one for each {@link Scope}
 */
public record Policy(List<ScopedPolicy> scopes) {

    private static final Comparator<ScopedPolicy> ORDER = Comparator.comparing(
                    (ScopedPolicy policy) -> policy.scope().level())
            .thenComparing(policy -> policy.scope().directory());

    /** The code of errors in what says how to judge: no gate lets them pass. */
    public static final String CONFIGURATION_ERROR = "configuration";

    /** Asks nothing: each rule's severity decides. */
    public static final Policy NONE = new Policy(List.of());

    public Policy {
        scopes = scopes.stream()
                .filter(policy -> !policy.isEmpty())
                .sorted(ORDER)
                .toList();
    }

    /** This, and what other scopes ask. */
    public Policy with(List<ScopedPolicy> others) {
        if (others.isEmpty()) {
            return this;
        }
        List<ScopedPolicy> all = new ArrayList<>(scopes);
        all.addAll(others);
        return new Policy(all);
    }

    public boolean isEmpty() {
        return scopes.isEmpty();
    }

    /** The scopes that a file is in, the outer before the inner. */
    public List<ScopedPolicy> around(String file) {
        return scopes.stream().filter(policy -> policy.scope().holds(file)).toList();
    }
}
