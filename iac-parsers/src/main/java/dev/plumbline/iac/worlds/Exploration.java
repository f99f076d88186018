package dev.plumbline.iac.worlds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The consistent ways in which undecided formulas may turn out: a decision tree over the variables that they test, which
 * branches only where something is still undecided.
 */
public final class Exploration {
    /** How many worlds a unit may have. */
    public static final int MAX_WORLDS = 16;

    /** The text of all worlds' templates together is bounded by this, so that large templates are not multiplied. */
    private static final int MAX_TEXT = 16 << 20;

    private static final int MAX_LEAVES = 1024;
    private static final int MAX_VARIABLES = 24;

    private final Collection<Formula> formulas;
    private final Map<String, List<String>> candidates;
    private final List<Map<String, String>> leaves = new ArrayList<>();

    private Exploration(Collection<Formula> formulas, Map<String, List<String>> candidates) {
        this.formulas = formulas;
        this.candidates = candidates;
    }

    /** How many worlds a unit may have whose files have that many characters; at least one. */
    public static int most(int characters) {
        return Math.max(1, Math.min(MAX_WORLDS, MAX_TEXT / Math.max(1, characters)));
    }

    /**
     * The values that a variable may have, as far as it makes a difference: each that it is compared with, and {@link
     * Formula#OTHER} for all that it is not.
     *
     * @param allowed what it is limited to; empty where it is not
     */
    public static List<String> candidates(Collection<String> compared, Collection<String> allowed) {
        Set<String> values = new LinkedHashSet<>(compared);
        if (allowed.isEmpty()) {
            values.add(Formula.OTHER);
            return List.copyOf(values);
        }
        values.retainAll(allowed);
        List<String> others =
                allowed.stream().filter(value -> !values.contains(value)).toList();
        if (!others.isEmpty()) {
            values.add(others.size() == 1 ? others.get(0) : Formula.OTHER);
        }
        return List.copyOf(values);
    }

    /**
     * The ways in which formulas may turn out, each by values of variables that lead there, no more of them than it
     * takes. A variable that would make this too much is left without a value, and with it what it decides.
     *
     * @param candidates the values that each variable may have
     * @param bearable whether that many are not too much
     * @return at least one
     */
    public static List<Map<String, String>> of(
            Collection<Formula> formulas,
            Map<String, List<String>> candidates,
            Predicate<List<Map<String, String>>> bearable) {
        Map<String, List<String>> taken = new LinkedHashMap<>();
        List<Map<String, String>> found = List.of(Map.of());
        int tried = 0;
        for (Map.Entry<String, List<String>> variable : candidates.entrySet()) {
            if (tried++ == MAX_VARIABLES) {
                break;
            }
            taken.put(variable.getKey(), variable.getValue());
            Exploration exploration = new Exploration(formulas, taken);
            if (exploration.descend(new LinkedHashMap<>()) && bearable.test(exploration.leaves)) {
                found = exploration.leaves;
            } else {
                taken.remove(variable.getKey());
            }
        }
        return found;
    }

    /** @return whether there are not too many */
    private boolean descend(Map<String, String> values) {
        String variable = undecided(values);
        if (variable == null) {
            leaves.add(new LinkedHashMap<>(values));
            return leaves.size() <= MAX_LEAVES;
        }
        for (String value : candidates.get(variable)) {
            values.put(variable, value);
            if (!descend(values)) {
                return false;
            }
        }
        values.remove(variable);
        return true;
    }

    /** The first variable on which something hangs that is not decided by these values; null where there is none. */
    private String undecided(Map<String, String> values) {
        String[] found = new String[1];
        for (Formula formula : formulas) {
            formula.tests(values, test -> {
                if (found[0] == null && candidates.containsKey(test.variable())) {
                    found[0] = test.variable();
                }
            });
            if (found[0] != null) {
                break;
            }
        }
        return found[0];
    }
}
