package dev.plumbline.iac.arm;

import dev.plumbline.iac.ScanUnit.Premise;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.arm.expression.Bound;
import dev.plumbline.iac.arm.expression.Contradictions;
import dev.plumbline.iac.arm.expression.Decisions;
import dev.plumbline.iac.arm.expression.Symbols;
import dev.plumbline.iac.worlds.Exploration;
import dev.plumbline.iac.worlds.Formula;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The ways in which a template's undecided conditions may turn out, see {@code docs/adr/0003-worlds.md}. */
final class Worlds {
    private Worlds() {}

    /**
     * What to assume of the values that conditions hang on, a map a world; a single empty one where nothing hangs on any.
     *
     * @param open the conditions
     * @param allowed the values that a variable is limited to; empty where it is not
     * @param most how many worlds there may be
     */
    static List<Map<String, String>> of(Collection<Formula> open, Function<String, List<Value>> allowed, int most) {
        Map<String, Set<String>> compared = new LinkedHashMap<>();
        for (Formula formula : open) {
            formula.tests(Map.of(), test -> compared.computeIfAbsent(test.variable(), any -> new LinkedHashSet<>())
                    .add(test.value()));
        }
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        compared.forEach((variable, values) -> candidates.put(
                variable,
                Decisions.areTruthValues(values)
                        ? Decisions.truthValues()
                        : Exploration.candidates(
                                values,
                                allowed.apply(variable).stream()
                                        .map(Decisions::written)
                                        .toList())));
        return consistent(
                Exploration.of(
                        open, candidates, ways -> consistent(ways, compared).size() <= most),
                compared);
    }

    private static List<Map<String, String>> consistent(
            List<Map<String, String>> ways, Map<String, Set<String>> compared) {
        return ways.stream().filter(way -> !Contradictions.areIn(way, compared)).toList();
    }

    /**
     * What a world takes to be so: {@code deploy is true}, {@code tier is 'Gold'}.
     *
     * @param assumed values of variables
     * @param compared the formulas that say what else the values were compared with
     */
    static List<Premise> premises(Map<String, String> assumed, Collection<Formula> compared) {
        List<Premise> premises = new ArrayList<>();
        assumed.forEach(
                (variable, value) -> premises.add(new Premise(variable, value, text(variable, value, compared))));
        return premises;
    }

    private static String text(String variable, String value, Collection<Formula> compared) {
        Bound bound = Bound.of(variable);
        if (bound != null) {
            String is = is(value).equals("is true") ? " is greater than " : " is at most ";
            return Symbols.readable(bound.symbol()) + is + bound.number().toPlainString();
        }
        return Symbols.readable(variable) + " " + (value.equals(Formula.OTHER) ? other(variable, compared) : is(value));
    }

    private static String is(String value) {
        return switch (value) {
            case "true()" -> "is true";
            case "false()" -> "is false";
            case "''" -> "is empty";
            default -> "is " + value;
        };
    }

    private static String other(String variable, Collection<Formula> compared) {
        Set<String> values = new LinkedHashSet<>();
        for (Formula formula : compared) {
            formula.tests(Map.of(), test -> {
                if (test.variable().equals(variable)) {
                    values.add(test.value());
                }
            });
        }
        if (values.equals(Set.of("''"))) {
            return "is not empty";
        }
        return (values.size() == 1 ? "is not " : "is none of ") + String.join(", ", values);
    }
}
