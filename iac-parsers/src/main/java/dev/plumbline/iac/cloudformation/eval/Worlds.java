package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.ScanUnit.Premise;
import dev.plumbline.iac.cloudformation.template.Calls;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.worlds.Exploration;
import dev.plumbline.iac.worlds.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The consistent ways in which a template's undecided conditions may turn out.
 *
 * <p>Each parameter without a value is taken to have each value that it is compared with, and one that it is not; so
 * is any other value that is compared with a known one. A comparison of two values that are not known is taken to be true
 * and to be false. Values that make no difference to the conditions which
 * resources depend on are one world. Where there would be too many worlds, the last parameters are left undecided.
 */
public final class Worlds {
    private final Function<Assumption, List<Evaluator>> stacks;

    /** The stack and those that it nests, where nothing is assumed. */
    private final List<Evaluator> parts;

    private final Map<String, Formula> formulas = new LinkedHashMap<>();

    /** What the section Rules demands: values that violate it are refused before anything is deployed. */
    private final List<Formula> rules = new ArrayList<>();

    /** The undecided conditions that resources depend on. */
    private final List<String> undecided = new ArrayList<>();

    private final Map<String, List<String>> candidates = new LinkedHashMap<>();

    /** The parameters, pseudo parameters included, that each variable is; what is not among them is an expression. */
    private final Map<String, List<String>> names = new HashMap<>();

    private Worlds(Function<Assumption, List<Evaluator>> stacks) {
        this.stacks = stacks;
        this.parts = stacks.apply(Assumption.NONE);
    }

    /** @return at least one */
    public static List<Assumption> of(Template template, Parameters parameters) {
        return of(assumption -> List.of(new Evaluator(template, parameters, assumption)));
    }

    /**
     * The worlds of a stack with those that it nests.
     *
     * @param stacks the evaluators of all under an assumption, the outermost first
     * @return at least one
     */
    public static List<Assumption> of(Function<Assumption, List<Evaluator>> stacks) {
        return new Worlds(stacks).explore();
    }

    /** What all of several worlds have in common. */
    public static Assumption common(List<Assumption> worlds) {
        Map<String, Boolean> conditions = new HashMap<>(worlds.get(0).conditions());
        Map<String, String> parameters = new HashMap<>(worlds.get(0).parameters());
        for (Assumption world : worlds) {
            conditions.entrySet().retainAll(world.conditions().entrySet());
            parameters.entrySet().retainAll(world.parameters().entrySet());
        }
        return new Assumption(List.of(), conditions, parameters);
    }

    private List<Assumption> explore() {
        compile();
        int most = Exploration.most(parts.stream()
                .mapToInt(part -> part.template.file().text().length())
                .sum());
        List<Formula> decisive = undecided.stream().map(formulas::get).toList();
        Map<List<Boolean>, Map<String, String>> worlds = outcomes(
                Exploration.of(decisive, candidates, values -> outcomes(values).size() <= most));
        List<Assumption> assumptions = new ArrayList<>();
        worlds.forEach((outcome, values) -> {
            Assumption assumption = assumption(outcome, values);
            if (isConsistent(assumption)) {
                assumptions.add(assumption);
            }
        });
        return assumptions.isEmpty() ? List.of(assumption(List.of(), Map.of())) : assumptions;
    }

    /** Reads the conditions, and what they depend on. */
    private void compile() {
        Set<String> used = new LinkedHashSet<>();
        Map<String, List<String>> allowed = new HashMap<>();
        for (Evaluator part : parts) {
            Conditions conditions = new Conditions(part.template, part.parameters, part);
            part.template
                    .conditions()
                    .keySet()
                    .forEach(name -> formulas.put(part.qualified(name), conditions.formula(name)));
            used(part).forEach(name -> used.add(part.qualified(name)));
            part.template.rules().values().forEach(rule -> rules.add(conditions.rule(rule.value())));
            for (String name : part.parameters.names()) {
                String variable = part.variable(name);
                names.computeIfAbsent(variable, key -> new ArrayList<>()).add(part.qualified(name));
                allowed.merge(
                        variable, part.parameters.allowed(name), (before, now) -> before.isEmpty() ? now : before);
            }
            for (String name : PseudoParameters.names()) {
                String variable = part.variable(name);
                names.putIfAbsent(variable, List.of(variable));
            }
        }
        Map<String, Set<String>> compared = new LinkedHashMap<>();
        formulas.forEach((name, formula) -> {
            if (used.contains(name) && formula.evaluate(Map.of()) == null) {
                undecided.add(name);
                formula.tests(Map.of(), test -> compared.computeIfAbsent(test.variable(), key -> new LinkedHashSet<>())
                        .add(test.value()));
            }
        });
        for (Formula rule : rules) {
            rule.tests(
                    Map.of(),
                    test -> compared.computeIfPresent(test.variable(), (variable, values) -> {
                        values.add(test.value());
                        return values;
                    }));
        }
        compared.forEach((variable, values) ->
                candidates.put(variable, Exploration.candidates(values, allowed.getOrDefault(variable, List.of()))));
    }

    /** The conditions that decide whether a resource exists or which of two values it has. */
    private static Set<String> used(Evaluator part) {
        Set<String> used = new LinkedHashSet<>();
        for (Member resource : part.template.resources().values()) {
            if (resource.value() instanceof Mapping body) {
                if (body.get("Condition") instanceof Scalar condition) {
                    used.add(condition.text());
                }
                if (body.get("Properties") != null) {
                    Calls.in(body.get("Properties"), call -> {
                        if (call.name().equals("Fn::If") && !call.arguments().isEmpty()) {
                            used.add(Objects.requireNonNullElse(
                                    Intrinsic.text(call.arguments().get(0)), ""));
                        }
                    });
                }
            }
        }
        return used;
    }

    /** How the conditions turn out, each with the values that are the same in all ways that lead there. */
    private Map<List<Boolean>, Map<String, String>> outcomes(List<Map<String, String>> ways) {
        Map<List<Boolean>, Map<String, String>> outcomes = new LinkedHashMap<>();
        for (Map<String, String> values : ways) {
            if (rules.stream().anyMatch(rule -> Boolean.FALSE.equals(rule.evaluate(values)))) {
                continue;
            }
            Boolean[] outcome = new Boolean[undecided.size()];
            Arrays.setAll(outcome, i -> formulas.get(undecided.get(i)).evaluate(values));
            outcomes.merge(Arrays.asList(outcome), new LinkedHashMap<>(values), (before, now) -> {
                before.entrySet().retainAll(now.entrySet());
                return before;
            });
        }
        return outcomes;
    }

    private Assumption assumption(List<Boolean> outcome, Map<String, String> values) {
        List<Premise> premises = new ArrayList<>();
        Map<String, Boolean> conditions = new HashMap<>();
        formulas.forEach((name, formula) -> {
            Boolean decided = formula.evaluate(values);
            if (decided != null) {
                conditions.put(name, decided);
            }
        });
        for (int i = 0; i < outcome.size(); i++) {
            if (outcome.get(i) != null) {
                conditions.put(undecided.get(i), outcome.get(i));
                premises.add(premise(undecided.get(i), outcome.get(i)));
            }
        }
        Map<String, String> known = new LinkedHashMap<>();
        values.forEach((variable, value) -> {
            if (!value.equals(Formula.OTHER)) {
                names.getOrDefault(variable, List.of()).forEach(name -> known.put(name, value));
            }
        });
        return new Assumption(premises, conditions, known);
    }

    private static Premise premise(String condition, boolean value) {
        return new Premise(condition, String.valueOf(value), condition + " is " + value);
    }

    /** Whether no condition turns out otherwise where it is evaluated with the assumed values. */
    private boolean isConsistent(Assumption assumption) {
        if (assumption.parameters().isEmpty() && parts.size() == 1) {
            return true;
        }
        return stacks.apply(assumption).stream().allMatch(part -> {
            Conditions conditions = new Conditions(part.template, part.parameters, part);
            return part.template.conditions().keySet().stream().allMatch(name -> {
                Boolean assumed = assumption.conditions().get(part.qualified(name));
                Boolean actual = conditions.formula(name).evaluate(Map.of());
                return actual == null || assumed == null || actual.equals(assumed);
            });
        });
    }
}
