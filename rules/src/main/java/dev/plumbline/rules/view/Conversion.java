package dev.plumbline.rules.view;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Kinds;
import dev.plumbline.rules.expression.Null;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Reads an operand as the type that a rule expects: languages write {@code "true"} for true, and one value for a list. */
public final class Conversion {
    /** The digits that a number in a string may have. */
    private static final int MAX_DIGITS = 40;

    private Conversion() {}

    /** The operand in the type of {@code like}; unknown, with a reason that calls it {@code what}, where it has none. */
    public static Object toTypeOf(Object like, Object operand, String what, Origin origin) {
        if (operand instanceof UnknownValue || like == Null.NULL) {
            return operand;
        } else if (like instanceof Boolean) {
            Boolean bool = bool(operand);
            return bool != null ? bool : mismatch(what, "true or false", operand, origin);
        } else if (like instanceof Long) {
            Object number = number(operand);
            return number instanceof Long ? number : mismatch(what, "a whole number", operand, origin);
        } else if (like instanceof Double) {
            Object number = number(operand);
            return number instanceof Number any
                    ? (Object) any.doubleValue()
                    : mismatch(what, "a number", operand, origin);
        } else if (like instanceof String) {
            String text = text(operand);
            return text != null ? text : mismatch(what, "a string", operand, origin);
        } else if (like instanceof List) {
            return operand instanceof List ? operand : List.of(operand);
        }
        throw new EvaluationException("a default may not be " + Kinds.of(like));
    }

    /** The boolean that the operand stands for, or null. */
    public static Boolean bool(Object operand) {
        if (operand instanceof Boolean bool) {
            return bool;
        } else if (operand instanceof String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> null;
            };
        }
        return null;
    }

    /** The number, {@link Long} or {@link Double}, that the operand stands for, or null. */
    public static Number number(Object operand) {
        if (operand instanceof Long || operand instanceof Double) {
            return (Number) operand;
        } else if (operand instanceof String text && !text.isEmpty() && text.length() <= MAX_DIGITS) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) {
                    return null;
                }
            }
            try {
                return (Number) Views.number(new BigDecimal(text));
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return null;
    }

    /** The text of a scalar, or null. */
    public static String text(Object operand) {
        if (operand instanceof String text) {
            return text;
        } else if (operand instanceof Boolean || operand instanceof Long || operand instanceof Double) {
            return operand.toString();
        }
        return null;
    }

    private static UnknownValue mismatch(String what, String wanted, Object operand, Origin origin) {
        return Views.malformed(what + " is " + Kinds.of(operand) + " where " + wanted + " is expected", origin);
    }
}
