package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.ANY_NUMBER;
import static dev.plumbline.iac.arm.expression.Function.lazy;
import static dev.plumbline.iac.arm.expression.Function.whole;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import java.util.List;
import java.util.function.IntPredicate;

/** Functions that compare values. */
final class ComparisonFunctions {
    static final List<Function> ALL = List.of(
            lazy("coalesce", 1, ANY_NUMBER, Shape.ANY, ComparisonFunctions::coalesce),
            lazy("equals", 2, 2, Shape.BOOLEAN, ComparisonFunctions::equal),
            whole("greater", 2, 2, Shape.BOOLEAN, in -> compare(in, order -> order > 0)),
            whole("greaterOrEquals", 2, 2, Shape.BOOLEAN, in -> compare(in, order -> order >= 0)),
            whole("less", 2, 2, Shape.BOOLEAN, in -> compare(in, order -> order < 0)),
            whole("lessOrEquals", 2, 2, Shape.BOOLEAN, in -> compare(in, order -> order <= 0)));

    private ComparisonFunctions() {}

    private static Value coalesce(Invocation in) {
        for (int i = 0; i < in.count(); i++) {
            Value value = in.value(i);
            if (value instanceof UnknownValue unknown && !unknown.unknown().notNull()) {
                return i == in.count() - 1 ? value : in.unknown();
            }
            if (!(value instanceof NullValue)) {
                return value;
            }
        }
        return in.nothing();
    }

    private static Value equal(Invocation in) {
        Value left = in.value(0);
        Value right = in.value(1);
        if (left.isWhollyKnown() && right.isWhollyKnown()) {
            return in.result(left.sameAs(right));
        }
        if (left instanceof UnknownValue one && right instanceof UnknownValue other) {
            String symbol = one.unknown().symbol();
            return !symbol.isEmpty() && symbol.equals(other.unknown().symbol()) ? in.result(true) : in.unknown();
        }
        boolean different = left instanceof UnknownValue unknown
                ? differs(unknown.unknown(), right)
                : right instanceof UnknownValue other && differs(other.unknown(), left);
        return different ? in.result(false) : in.unknown();
    }

    /** Whether what is known of a value is enough to tell that it is not the other one. */
    private static boolean differs(Unknown unknown, Value other) {
        if (!Unknowns.isString(unknown)) {
            return false;
        }
        return !(other instanceof StringValue string) || !string.value().startsWith(unknown.prefix());
    }

    private static Value compare(Invocation in, IntPredicate wanted) {
        if (in.value(0) instanceof NumberValue) {
            return in.result(wanted.test(in.number(0).compareTo(in.number(1))));
        }
        return in.result(wanted.test(compare(in.string(0), in.string(1))));
    }

    /** By letters first; where only their case differs, lower case comes first. */
    static int compare(String left, String right) {
        int order = left.compareToIgnoreCase(right);
        return order != 0 ? order : right.compareTo(left);
    }
}
