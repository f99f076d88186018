package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.lazy;
import static dev.plumbline.iac.arm.expression.Function.whole;

import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;

/** Functions over integers. */
final class NumericFunctions {
    private static final int MAX_DIGITS = 60;

    static final List<Function> ALL = List.of(
            arithmetic("add", BigInteger::add),
            arithmetic("sub", BigInteger::subtract),
            arithmetic("mul", BigInteger::multiply),
            division("div", BigInteger::divide),
            division("mod", BigInteger::remainder),
            whole("int", 1, 1, Shape.NUMBER, NumericFunctions::toInteger),
            whole("float", 1, 1, Shape.NUMBER, NumericFunctions::toFloat),
            lazy("copyIndex", 0, 2, Shape.NUMBER, NumericFunctions::copyIndex));

    private NumericFunctions() {}

    private static Function arithmetic(String name, BinaryOperator<BigInteger> operator) {
        return whole(name, 2, 2, Shape.NUMBER, in -> in.result(operator.apply(operand(in, 0), operand(in, 1))));
    }

    private static Function division(String name, BinaryOperator<BigInteger> operator) {
        return whole(name, 2, 2, Shape.NUMBER, in -> {
            if (operand(in, 1).signum() == 0) {
                throw in.failure("Division by zero");
            }
            return in.result(operator.apply(operand(in, 0), operand(in, 1)));
        });
    }

    private static BigInteger operand(Invocation in, int index) {
        return BigInteger.valueOf(in.integer(index));
    }

    private static Value toInteger(Invocation in) {
        if (in.value(0) instanceof NumberValue number) {
            return in.result(number.value().toBigInteger());
        }
        return in.result(parse(in, "an integer").toBigInteger());
    }

    private static Value toFloat(Invocation in) {
        return in.result(in.value(0) instanceof NumberValue number ? number.value() : parse(in, "a number"));
    }

    private static BigDecimal parse(Invocation in, String expected) {
        String text = in.string(0).strip();
        boolean plain = !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.');
        try {
            if (plain && (expected.equals("a number") || text.indexOf('.') < 0)) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            // falls through to the failure that says which text it was
        }
        throw in.failure("'" + in.string(0) + "' is not " + expected);
    }

    /** {@code copyIndex()}, {@code copyIndex(offset)}, {@code copyIndex('loop')} or {@code copyIndex('loop', offset)}. */
    private static Value copyIndex(Invocation in) {
        for (Value argument : in.values()) {
            if (argument instanceof UnknownValue) {
                return in.unknown();
            }
        }
        boolean named = in.count() > 0 && !(in.value(0) instanceof NumberValue);
        Value index = in.scope().copyIndex(named ? in.string(0) : null);
        if (index == null) {
            throw in.failure(
                    named
                            ? "There is no copy loop '" + in.string(0) + "' around this"
                            : "There is no copy loop around this");
        }
        long offset = in.count() == (named ? 2 : 1) ? in.integer(in.count() - 1) : 0;
        return index instanceof NumberValue number
                ? in.result(number.value().toBigInteger().add(BigInteger.valueOf(offset)))
                : in.unknown(
                        Cause.NO_VALUE,
                        ((UnknownValue) index).unknown().reason(),
                        offset == 0 ? List.of() : List.of(in.value(in.count() - 1)));
    }
}
