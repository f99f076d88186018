package dev.plumbline.iac.arm.expression;

import com.google.re2j.Pattern;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.worlds.Formula;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one evaluation of a template leaves to the deployment, and what it takes to be so.
 *
 * <p>Variables of the {@linkplain Formula formulas} are the {@linkplain Symbols symbols} of values that are not known: a
 * parameter without a value, or the call of a function that cannot be taken apart. Values are written as in an
 * expression: {@code 'prod'}, {@code 3}, {@code true()}.
 */
public final class Decisions {
    private static final Pattern ANSWERED =
            Pattern.compile("\\b(references?|list\\w*|providers|pickZones)\\(", Pattern.CASE_INSENSITIVE);

    static final String TRUE = "true()";
    static final String FALSE = "false()";

    private final Map<String, String> assumed;
    private final Map<String, Formula> formulas = new HashMap<>();
    private final Map<String, Formula> open = new LinkedHashMap<>();
    private final Set<String> consulted = new LinkedHashSet<>();

    /** @param assumed values of variables; a variable without one is undecided */
    public Decisions(Map<String, String> assumed) {
        this.assumed = Map.copyOf(assumed);
    }

    /** Nothing is assumed. */
    public static Decisions none() {
        return new Decisions(Map.of());
    }

    /** The undecided conditions that something hangs on. */
    public Collection<Formula> open() {
        return open.values();
    }

    /** The assumptions that made a difference. */
    public Set<String> consulted() {
        return consulted;
    }

    /** Whether something exists or which of two values it has hangs on a condition. */
    public void hangsOn(UnknownValue condition) {
        String symbol = condition.unknown().symbol();
        if (!symbol.isEmpty()) {
            open.putIfAbsent(symbol, formula(condition));
        }
    }

    /** The value itself, or the one that it is assumed to have. */
    Value assumed(UnknownValue value) {
        String symbol = value.unknown().symbol();
        if (assumed.isEmpty() || symbol.isEmpty()) {
            return value;
        }
        String known = assumed.get(symbol);
        if (known != null && !known.equals(Formula.OTHER)) {
            consulted.add(symbol);
            return value(known, value);
        }
        Formula formula = formulas.get(symbol);
        Boolean decided = formula == null ? null : formula.evaluate(assumed);
        if (decided == null) {
            return value;
        }
        formula.tests(Map.of(), test -> {
            if (assumed.containsKey(test.variable())) {
                consulted.add(test.variable());
            }
        });
        return new BooleanValue(decided, value.origin(), value.sensitive());
    }

    private static Value value(String text, UnknownValue of) {
        if (text.equals(TRUE) || text.equals(FALSE)) {
            return new BooleanValue(text.equals(TRUE), of.origin(), of.sensitive());
        }
        return text.startsWith("'")
                ? new StringValue(text.substring(1, text.length() - 1), of.origin(), of.sensitive())
                : new NumberValue(new BigDecimal(text), of.origin(), of.sensitive());
    }

    /** Takes apart what a call came to whose result is a truth value that is not known. */
    void learn(Function function, List<Value> arguments, UnknownValue result) {
        String symbol = result.unknown().symbol();
        if (!symbol.isEmpty() && arguments.size() >= function.minimum() && !formulas.containsKey(symbol)) {
            Formula formula = formula(function.name(), arguments);
            if (formula != null) {
                formulas.put(symbol, formula);
            }
        }
    }

    /** Null where a call cannot be taken apart. */
    private Formula formula(String function, List<Value> arguments) {
        return switch (function) {
            case "and" -> junction(false, arguments);
            case "or" -> junction(true, arguments);
            case "not" -> new Formula.Not(formula(arguments.get(0)));
            case "if" -> choice(arguments);
            case "equals" -> comparison(arguments.get(0), arguments.get(1));
            case "empty" -> emptiness(arguments.get(0));
            case "greater" -> Bound.formula(arguments.get(0), arguments.get(1), false);
            case "greaterOrEquals" -> Bound.formula(arguments.get(0), arguments.get(1), true);
            case "less" -> Bound.formula(arguments.get(1), arguments.get(0), false);
            case "lessOrEquals" -> Bound.formula(arguments.get(1), arguments.get(0), true);
            default -> null;
        };
    }

    private Formula junction(boolean decisive, List<Value> operands) {
        return new Formula.Junction(
                decisive, operands.stream().map(this::formula).toList());
    }

    private Formula choice(List<Value> arguments) {
        Formula condition = formula(arguments.get(0));
        return new Formula.Junction(
                true,
                List.of(
                        new Formula.Junction(false, List.of(condition, formula(arguments.get(1)))),
                        new Formula.Junction(false, List.of(new Formula.Not(condition), formula(arguments.get(2))))));
    }

    private static Formula comparison(Value left, Value right) {
        boolean first = left instanceof UnknownValue;
        Value other = first ? right : left;
        if (!((first ? left : right) instanceof UnknownValue unknown) || other instanceof UnknownValue) {
            return null;
        }
        String value = Symbols.argument(other);
        String symbol = unknown.unknown().symbol();
        return value.isEmpty() || symbol.isEmpty() || isAnswered(symbol)
                ? null
                : new Formula.Test(symbol, value, unknown.unknown().reason());
    }

    /** An empty string is a value like others. */
    private static Formula emptiness(Value value) {
        boolean text = value instanceof UnknownValue unknown
                && unknown.unknown().shape() == Shape.STRING
                && !unknown.unknown().symbol().isEmpty();
        return text ? comparison(value, new StringValue("", value.origin())) : null;
    }

    private Formula formula(Value value) {
        if (value instanceof BooleanValue bool) {
            return new Formula.Known(bool.value());
        }
        if (!(value instanceof UnknownValue unknown)) {
            return new Formula.Unknowable(Values.describe(value) + " is not a truth value");
        }
        String symbol = unknown.unknown().symbol();
        String reason = unknown.unknown().reason();
        if (symbol.isEmpty() || isAnswered(symbol)) {
            return new Formula.Unknowable(reason);
        }
        Formula known = formulas.get(symbol);
        return known == null ? new Formula.Test(symbol, TRUE, reason) : known;
    }

    /** Whether a value hangs on what Azure answers about resources, rather than on what a deployment is given. */
    static boolean isAnswered(String symbol) {
        return ANSWERED.matcher(symbol).find();
    }

    /** Whether these are truth values, of which there are but two. */
    public static boolean areTruthValues(Collection<String> values) {
        return values.contains(TRUE) || values.contains(FALSE);
    }

    /** Both of them. */
    public static List<String> truthValues() {
        return List.of(TRUE, FALSE);
    }

    /** A known value as variables have it; empty where they cannot have such a value. */
    public static String written(Value value) {
        return value instanceof UnknownValue ? "" : Symbols.argument(value);
    }
}
