package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.worlds.Formula;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A variable that says whether a number that is not known is greater than another. The numbers of the language are
 * integers, so that all comparisons can be put that way, and those that rule each other out can be told.
 *
 * @param symbol of the number
 */
public record Bound(String symbol, BigDecimal number) {
    private static final String GREATER = " > ";

    /** Whether one value is greater than another; null where that cannot be put so. */
    static Formula formula(Value greater, Value other, boolean orEqual) {
        if (greater instanceof UnknownValue unknown && other instanceof NumberValue number) {
            return test(unknown, orEqual ? number.value().subtract(BigDecimal.ONE) : number.value());
        }
        if (greater instanceof NumberValue number && other instanceof UnknownValue unknown) {
            Formula test =
                    test(unknown, orEqual ? number.value() : number.value().subtract(BigDecimal.ONE));
            return test == null ? null : new Formula.Not(test);
        }
        return null;
    }

    private static Formula test(UnknownValue value, BigDecimal number) {
        String symbol = value.unknown().symbol();
        boolean integer = number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() < 20;
        return symbol.isEmpty()
                        || Decisions.isAnswered(symbol)
                        || value.unknown().shape() != Shape.NUMBER
                        || !integer
                ? null
                : new Formula.Test(
                        symbol + GREATER + number.toBigInteger(),
                        Decisions.TRUE,
                        value.unknown().reason());
    }

    /** The bound that a variable stands for; null where it stands for something else. */
    public static Bound of(String variable) {
        int at = variable.lastIndexOf(GREATER);
        String number = at < 0 ? "" : variable.substring(at + GREATER.length());
        boolean integer = number.matches("-?[0-9]{1,20}");
        return integer ? new Bound(variable.substring(0, at), new BigDecimal(number)) : null;
    }

    /** Whether there is a number for each of the assumed bounds. */
    static boolean areConsistent(Map<String, String> assumed) {
        Map<String, TreeMap<BigDecimal, Boolean>> bounds = new HashMap<>();
        assumed.forEach((variable, value) -> {
            Bound bound = of(variable);
            if (bound != null) {
                bounds.computeIfAbsent(bound.symbol(), any -> new TreeMap<>())
                        .put(bound.number(), value.equals(Decisions.TRUE));
            }
        });
        for (TreeMap<BigDecimal, Boolean> ascending : bounds.values()) {
            boolean before = true;
            for (boolean greater : ascending.values()) {
                if (greater && !before) {
                    return false;
                }
                before = greater;
            }
        }
        return true;
    }
}
