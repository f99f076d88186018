package dev.plumbline.rules.expression;

import dev.plumbline.iac.Value.UnknownValue;

/** Logic of three values: true, false, or the unknown value that keeps a result from being known. */
public final class Logic {
    private Logic() {}

    /** False where either is; otherwise unknown where either is, by the first one. */
    public static Object and(Object left, Object right) {
        if (left.equals(false) || right.equals(false)) {
            return false;
        }
        return left instanceof UnknownValue ? left : right;
    }

    public static Object not(Object value) {
        return value instanceof Boolean bool ? (Object) !bool : value;
    }
}
