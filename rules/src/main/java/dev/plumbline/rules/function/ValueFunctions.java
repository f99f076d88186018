package dev.plumbline.rules.function;

import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.view.Conversion;
import dev.plumbline.rules.view.JsonText;
import dev.plumbline.rules.view.Views;
import java.util.ArrayList;
import java.util.List;

/** What booleans, enumerations, versions and JSON in strings come to. */
final class ValueFunctions {
    static final List<Function> ALL = List.of(
            new Function(
                    "isTrue",
                    List.of("(dyn): bool"),
                    false,
                    (scope, a) -> Boolean.TRUE.equals(Conversion.bool(a.get(0)))),
            new Function(
                    "isFalse",
                    List.of("(dyn): bool"),
                    false,
                    (scope, a) -> Boolean.FALSE.equals(Conversion.bool(a.get(0)))),
            new Function("same", List.of("(dyn, dyn): bool"), true, (scope, a) -> same(a.get(0), a.get(1))),
            new Function("oneOf", List.of("(dyn, list(dyn)): bool"), true, (scope, a) -> oneOf(a.get(0), a.get(1))),
            new Function("json", List.of("(dyn): dyn"), true, (scope, a) -> JsonText.read(a.get(0))),
            new Function("version.atLeast", List.of("(dyn, dyn): bool"), false, (scope, a) -> atLeast(a, true)),
            new Function("version.lessThan", List.of("(dyn, dyn): bool"), false, (scope, a) -> atLeast(a, false)));

    private ValueFunctions() {}

    static Object same(Object left, Object right) {
        if (left instanceof UnknownValue unknown) {
            return differs(unknown, right) ? false : unknown;
        } else if (right instanceof UnknownValue unknown) {
            return differs(unknown, left) ? false : unknown;
        }
        String a = Conversion.text(left);
        String b = Conversion.text(right);
        return a != null && b != null && a.equalsIgnoreCase(b);
    }

    /** Whether what is known of a value is enough to tell that it is another. */
    private static boolean differs(UnknownValue unknown, Object other) {
        String prefix = unknown.unknown().prefix();
        return other instanceof String text && !text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static Object oneOf(Object value, Object values) {
        if (!(values instanceof List<?> list)) {
            return values;
        }
        Object undecided = false;
        for (Object each : list) {
            Object same = same(value, Open.seen(each));
            if (same.equals(true)) {
                return true;
            } else if (same instanceof UnknownValue && undecided.equals(false)) {
                undecided = same;
            }
        }
        return undecided;
    }

    private static Object atLeast(List<Object> arguments, boolean wanted) {
        List<Integer> left = numbers(arguments.get(0));
        List<Integer> right = numbers(arguments.get(1));
        if (left.isEmpty() || right.isEmpty()) {
            return Views.malformed("a version has no number in it", AttributeFunctions.origin(arguments.get(0)));
        }
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = Integer.compare(i < left.size() ? left.get(i) : 0, i < right.size() ? right.get(i) : 0);
            if (order != 0) {
                return (order > 0) == wanted;
            }
        }
        return wanted;
    }

    /** The leading dotted numbers of a version: {@code 1, 29} of {@code v1.29-eks}. */
    private static List<Integer> numbers(Object version) {
        List<Integer> numbers = new ArrayList<>();
        String text = version == Null.NULL ? "" : Conversion.text(version);
        int i = text != null && (text.startsWith("v") || text.startsWith("V")) ? 1 : 0;
        while (text != null && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            long number = 0;
            while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                number = Math.min(number * 10 + text.charAt(i) - '0', Integer.MAX_VALUE);
                i++;
            }
            numbers.add((int) number);
            if (i == text.length() || text.charAt(i) != '.') {
                break;
            }
            i++;
        }
        return numbers;
    }
}
