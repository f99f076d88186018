package dev.plumbline.iac.cloudformation.eval;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The consistent ways in which a template's undecided conditions may turn out.
 *
 * <p>Each parameter without a value is taken to have each value that it is compared with, and one that it is not; what
 * cannot be taken apart so is taken to be true and to be false. Values that make no difference to the conditions which
 * resources depend on are one world. Where there would be too many worlds, the last parameters are left undecided.
 */
public final class Worlds {
    private final Template template;
    private final Parameters parameters;
    private final Map<String, Formula> formulas = new LinkedHashMap<>();

    /** What the section Rules demands: values that violate it are refused before anything is deployed. */
    private final List<Formula> rules = new ArrayList<>();

    /** The undecided conditions that resources depend on. */
    private final List<String> undecided = new ArrayList<>();

    private final Map<String, List<String>> candidates = new LinkedHashMap<>();

    private Worlds(Template template, Parameters parameters) {
        this.template = template;
        this.parameters = parameters;
    }

    /** @return at least one */
    public static List<Assumption> of(Template template, Parameters parameters) {
        return new Worlds(template, parameters).explore();
    }

    /** What all of several worlds have in common. */
    public static Assumption common(List<Assumption> worlds) {
        Map<String, Boolean> conditions = new HashMap<>(worlds.get(0).conditions());
        Map<String, String> parameters = new HashMap<>(worlds.get(0).parameters());
        for (Assumption world : worlds) {
            conditions.entrySet().retainAll(world.conditions().entrySet());
            parameters.entrySet().retainAll(world.parameters().entrySet());
        }
        return new Assumption("", conditions, parameters);
    }

    private List<Assumption> explore() {
        compile();
        int most = Exploration.most(template.file().text().length());
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
        Conditions conditions =
                new Conditions(template, parameters, new Evaluator(template, parameters, Assumption.NONE));
        template.conditions().keySet().forEach(name -> formulas.put(name, conditions.formula(name)));
        Map<String, Set<String>> compared = new LinkedHashMap<>();
        Set<String> used = used();
        formulas.forEach((name, formula) -> {
            if (used.contains(name) && formula.evaluate(Map.of()) == null) {
                undecided.add(name);
                formula.tests(Map.of(), test -> compared.computeIfAbsent(test.variable(), key -> new LinkedHashSet<>())
                        .add(test.value()));
            }
        });
        for (Member rule : template.rules().values()) {
            Formula formula = conditions.rule(rule.value());
            rules.add(formula);
            formula.tests(
                    Map.of(),
                    test -> compared.computeIfPresent(test.variable(), (variable, values) -> {
                        values.add(test.value());
                        return values;
                    }));
        }
        compared.forEach((variable, values) -> candidates.put(variable, candidates(variable, values)));
    }

    /** The conditions that decide whether a resource exists or which of two values it has. */
    private Set<String> used() {
        Set<String> used = new LinkedHashSet<>();
        for (Member resource : template.resources().values()) {
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

    /** The values that a variable may have, as far as it makes a difference. */
    private List<String> candidates(String variable, Collection<String> compared) {
        if (parameters.get(variable) == null && !PseudoParameters.contains(variable)) {
            return List.of("true", "false");
        }
        return Exploration.candidates(compared, parameters.allowed(variable));
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
        List<String> said = new ArrayList<>();
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
                said.add(undecided.get(i) + " is " + outcome.get(i));
            }
        }
        Map<String, String> known = new LinkedHashMap<>(values);
        known.keySet().removeIf(name -> parameters.get(name) == null && !PseudoParameters.contains(name));
        known.values().removeIf(Formula.OTHER::equals);
        return new Assumption(String.join(", ", said), conditions, known);
    }

    /** Whether no condition turns out otherwise where it is evaluated with the assumed values. */
    private boolean isConsistent(Assumption assumption) {
        if (assumption.parameters().isEmpty()) {
            return true;
        }
        Conditions conditions = new Conditions(template, parameters, new Evaluator(template, parameters, assumption));
        return undecided.stream().allMatch(name -> {
            Boolean actual = conditions.formula(name).evaluate(Map.of());
            return actual == null || actual.equals(assumption.conditions().get(name));
        });
    }
}
