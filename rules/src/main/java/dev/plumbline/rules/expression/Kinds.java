package dev.plumbline.rules.expression;

import dev.plumbline.iac.Value.UnknownValue;
import java.util.List;
import java.util.Optional;

/** What operands are called in messages; never what they hold. */
public final class Kinds {
    private Kinds() {}

    public static String of(Object operand) {
        if (operand instanceof Boolean) {
            return "a boolean";
        } else if (operand instanceof Long) {
            return "an integer";
        } else if (operand instanceof Double) {
            return "a number";
        } else if (operand instanceof String) {
            return "a string";
        } else if (operand instanceof List) {
            return "a list";
        } else if (operand instanceof Struct) {
            return "an object";
        } else if (operand instanceof Optional) {
            return "an optional";
        } else if (operand instanceof UnknownValue) {
            return "an unknown value";
        }
        return "null";
    }
}
