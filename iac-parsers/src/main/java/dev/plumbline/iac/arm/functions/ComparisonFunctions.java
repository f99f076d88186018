package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.ANY_NUMBER;
import static dev.plumbline.iac.arm.expression.Function.lazy;
import static dev.plumbline.iac.arm.expression.Function.whole;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
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
        return Equality.of(in.value(0), in.value(1)).map(in::result).orElseGet(in::unknown);
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
