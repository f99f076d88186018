package dev.plumbline.iac.arm.functions;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
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
}
