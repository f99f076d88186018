package dev.plumbline.rules.expression;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value.UnknownValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Equality in three values: true, false, or the unknown value that keeps it from being known. */
public final class Equality {
    private Equality() {}

    public static Object of(Object left, Object right) {
        if (left instanceof UnknownValue unknown) {
            return withUnknown(unknown, right);
        } else if (right instanceof UnknownValue unknown) {
            return withUnknown(unknown, left);
        } else if (left instanceof Number a && right instanceof Number b) {
            return a instanceof Long && b instanceof Long ? a.equals(b) : a.doubleValue() == b.doubleValue();
        } else if (left instanceof List<?> a && right instanceof List<?> b) {
            return lists(a, b);
        } else if (left instanceof Struct a && right instanceof Struct b) {
            return structs(a, b);
        } else if (left instanceof Optional<?> a && right instanceof Optional<?> b) {
            return a.isPresent() && b.isPresent() ? of(a.get(), b.get()) : (Object) (a.isPresent() == b.isPresent());
        }
        return left.equals(right);
    }

    /** Whether a list holds an element. */
    public static Object in(Object element, List<?> list) {
        UnknownValue undecided = null;
        for (Object each : list) {
            Object equal = of(element, Open.seen(each));
            if (equal.equals(true)) {
                return true;
            } else if (equal instanceof UnknownValue unknown && undecided == null) {
                undecided = unknown;
            }
        }
        return undecided == null ? false : undecided;
    }

    private static Object withUnknown(UnknownValue value, Object other) {
        Unknown unknown = value.unknown();
        if (other instanceof UnknownValue another && same(unknown, another.unknown())) {
            return true;
        } else if (other instanceof String text && !fits(unknown, text)) {
            return false;
        } else if (other == Null.NULL && unknown.notNull()) {
            return false;
        }
        return value;
    }

    /** Whether what is certain of a string's start and end is so of this text. */
    private static boolean fits(Unknown unknown, String text) {
        return text.startsWith(unknown.prefix()) && text.endsWith(unknown.suffix());
    }

    /** Whether both are certain to be the same value, whatever it is. */
    private static boolean same(Unknown left, Unknown right) {
        return !left.symbol().isEmpty() && left.symbol().equals(right.symbol());
    }

    private static Object lists(List<?> left, List<?> right) {
        Open open = Open.in(left) != null ? Open.in(left) : Open.in(right);
        if (open != null) {
            return open.unknown();
        } else if (left.size() != right.size()) {
            return false;
        }
        Object result = true;
        for (int i = 0; i < left.size(); i++) {
            result = Logic.and(result, of(left.get(i), right.get(i)));
        }
        return result;
    }

    private static Object structs(Struct left, Struct right) {
        Set<String> names = new LinkedHashSet<>(left.names());
        for (String name : right.names()) {
            if (left.member(name) == null) {
                names.add(name);
            }
        }
        Object result = true;
        for (String name : names) {
            Object a = left.member(name);
            Object b = right.member(name);
            result = Logic.and(result, a == null || b == null ? absent(a == null ? b : a) : of(a, b));
        }
        return result;
    }

    /** Whether a member that the other object lacks is the same as none. */
    private static Object absent(Object member) {
        return Selection.present(member) instanceof UnknownValue unknown ? unknown : (Object) (member == null);
    }
}
