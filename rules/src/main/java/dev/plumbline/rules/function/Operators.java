package dev.plumbline.rules.function;

import static dev.plumbline.rules.expression.Function.standard;

import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Equality;
import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Kinds;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.expression.Selection;
import dev.plumbline.rules.expression.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;

/** CEL's operators, as the language definition has them; arithmetic on integers overflows to an error. */
final class Operators {
    private static final String OVERFLOW = "an integer overflows";

    static final List<Function> ALL = List.of(
            standard("_==_", (scope, a) -> Equality.of(a.get(0), a.get(1))).takingUnknown(),
            standard("_!=_", (scope, a) -> not(Equality.of(a.get(0), a.get(1)))).takingUnknown(),
            standard("@in", (scope, a) -> in(a.get(0), a.get(1))).takingUnknown(),
            standard("!_", (scope, a) -> not(a.get(0))),
            standard("_<_", (scope, a) -> compare(a, order -> order < 0)),
            standard("_<=_", (scope, a) -> compare(a, order -> order <= 0)),
            standard("_>_", (scope, a) -> compare(a, order -> order > 0)),
            standard("_>=_", (scope, a) -> compare(a, order -> order >= 0)),
            standard("_+_", (scope, a) -> add(a.get(0), a.get(1))),
            standard("_-_", (scope, a) -> arithmetic(a, Math::subtractExact, (x, y) -> x - y)),
            standard("_*_", (scope, a) -> arithmetic(a, Math::multiplyExact, (x, y) -> x * y)),
            standard("_/_", (scope, a) -> arithmetic(a, Operators::divide, (x, y) -> x / y)),
            standard("_%_", (scope, a) -> arithmetic(a, Operators::remainder, null)),
            standard("-_", (scope, a) -> negate(a.get(0))),
            standard("_[_]", (scope, a) -> Selection.index(a.get(0), a.get(1))),
            standard("_[?_]", (scope, a) -> Selection.optionalIndex(a.get(0), a.get(1))),
            standard("_?._", (scope, a) -> Selection.optionally(a.get(0), (String) a.get(1))));

    private Operators() {}

    private interface DoubleOperator {
        double apply(double left, double right);
    }

    private static Object not(Object value) {
        if (value instanceof UnknownValue) {
            return value;
        } else if (value instanceof Boolean bool) {
            return !bool;
        }
        throw new EvaluationException(Kinds.of(value) + " cannot be negated");
    }

    private static Object in(Object element, Object container) {
        if (container instanceof UnknownValue) {
            return container;
        } else if (container instanceof List<?> list) {
            return Equality.in(element, list);
        } else if (element instanceof UnknownValue) {
            return element;
        } else if (container instanceof Struct struct) {
            return element instanceof String name ? Selection.present(struct.member(name)) : (Object) false;
        } else if (container == Null.NULL) {
            return false;
        }
        throw new EvaluationException("nothing can be in " + Kinds.of(container));
    }

    private static Object compare(List<Object> arguments, IntPredicate holds) {
        Object left = arguments.get(0);
        Object right = arguments.get(1);
        if (left instanceof Long a && right instanceof Long b) {
            return holds.test(Long.compare(a, b));
        } else if (left instanceof Number a && right instanceof Number b) {
            return holds.test(Double.compare(a.doubleValue(), b.doubleValue()));
        } else if (left instanceof String a && right instanceof String b) {
            return holds.test(a.compareTo(b));
        } else if (left instanceof Boolean a && right instanceof Boolean b) {
            return holds.test(Boolean.compare(a, b));
        }
        throw mismatch(left, right);
    }

    private static Object add(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            return a + b;
        } else if (left instanceof List<?> a && right instanceof List<?> b) {
            List<Object> both = new ArrayList<>(a.size() + b.size());
            both.addAll(a);
            both.addAll(b);
            return both;
        }
        return arithmetic(List.of(left, right), Math::addExact, Double::sum);
    }

    private static Object arithmetic(List<Object> arguments, LongBinaryOperator whole, DoubleOperator broken) {
        Object left = arguments.get(0);
        Object right = arguments.get(1);
        try {
            if (left instanceof Long a && right instanceof Long b) {
                return whole.applyAsLong(a, b);
            }
        } catch (ArithmeticException e) {
            throw new EvaluationException(OVERFLOW);
        }
        if (broken != null && left instanceof Number a && right instanceof Number b) {
            return broken.apply(a.doubleValue(), b.doubleValue());
        }
        throw mismatch(left, right);
    }

    private static long divide(long left, long right) {
        if (right == 0 || (left == Long.MIN_VALUE && right == -1)) {
            throw new EvaluationException(right == 0 ? "division by zero" : OVERFLOW);
        }
        return left / right;
    }

    private static long remainder(long left, long right) {
        if (right == 0) {
            throw new EvaluationException("division by zero");
        }
        return left % right;
    }

    private static Object negate(Object value) {
        if (value instanceof Long number && number != Long.MIN_VALUE) {
            return -number;
        } else if (value instanceof Double number) {
            return -number;
        }
        throw new EvaluationException(value instanceof Long ? OVERFLOW : Kinds.of(value) + " cannot be negated");
    }

    private static EvaluationException mismatch(Object left, Object right) {
        return new EvaluationException("the operator is not defined for " + Kinds.of(left) + " and " + Kinds.of(right));
    }
}
