package dev.plumbline.iac.arm.functions;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Invocation;

/** Unknown results of which something is known all the same. */
final class Unknowns {
    private Unknowns() {}

    /** The call's result as far as it is known: a string that starts with {@code prefix} where that is not empty. */
    static Value withPrefix(Invocation in, String prefix) {
        UnknownValue result = (UnknownValue) in.unknown();
        return prefix.isEmpty() ? result : in.unknown(result.unknown().startingWith(prefix));
    }

    /** Whether the value is certain to be a string, and to be set. */
    static boolean isString(Unknown unknown) {
        return unknown.shape() == Shape.STRING && unknown.notNull();
    }

    /** The type that a value has or, where it is unknown, is certain to have. */
    static Shape shape(Value value) {
        if (value instanceof UnknownValue unknown) {
            return unknown.unknown().shape();
        }
        if (value instanceof StringValue) {
            return Shape.STRING;
        }
        if (value instanceof NumberValue) {
            return Shape.NUMBER;
        }
        if (value instanceof BooleanValue) {
            return Shape.BOOLEAN;
        }
        if (value instanceof ListValue) {
            return Shape.LIST;
        }
        return value instanceof ObjectValue ? Shape.OBJECT : Shape.ANY;
    }

    /** What is certain of the call's result where it is one of two values, and {@code why} says why not which. */
    static Value either(Invocation in, Unknown why, Value one, Value other) {
        if (Equality.of(one, other).orElse(false)) {
            return one;
        }
        Unknown unknown = ((UnknownValue) in.unknown(why.cause(), why.reason())).unknown();
        Shape shape = shape(one);
        boolean set = isSet(one) && isSet(other);
        unknown = shape == shape(other) ? unknown.of(shape) : unknown;
        unknown = set ? unknown.certainlySet() : unknown;
        String prefix = shape == Shape.STRING && set ? commonPrefix(prefix(one), prefix(other)) : "";
        return in.unknown(prefix.isEmpty() || shape(other) != Shape.STRING ? unknown : unknown.startingWith(prefix));
    }

    private static boolean isSet(Value value) {
        return value instanceof UnknownValue unknown ? unknown.unknown().notNull() : !(value instanceof NullValue);
    }

    private static String prefix(Value value) {
        if (value instanceof UnknownValue unknown) {
            return unknown.unknown().prefix();
        }
        return value instanceof StringValue string ? string.value() : "";
    }

    private static String commonPrefix(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }
}
