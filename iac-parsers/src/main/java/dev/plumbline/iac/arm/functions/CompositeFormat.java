package dev.plumbline.iac.arm.functions;

import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Invocation;
import dev.plumbline.iac.arm.expression.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** .NET's composite formatting, which {@code format} offers: {@code {index,alignment:format}}. */
final class CompositeFormat {
    private static final int MAX_WIDTH = 1_000;

    private CompositeFormat() {}

    static Value apply(Invocation in) {
        if (in.value(0) instanceof UnknownValue) {
            return in.unknown();
        }
        String format = in.string(0);
        List<Value> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            boolean doubled = i + 1 < format.length() && format.charAt(i + 1) == c;
            if (c != '{' && c != '}') {
                text.append(c);
            } else if (doubled) {
                text.append(c);
                i++;
            } else {
                int end = format.indexOf('}', i);
                if (c == '}' || end < 0) {
                    throw in.failure("A brace in a format is written twice if it is not around an index");
                }
                parts.add(in.result(text.toString()));
                text.setLength(0);
                parts.add(item(in, format.substring(i + 1, end)));
                i = end;
            }
        }
        parts.add(in.result(text.toString()));
        Value joined = in.joined(parts);
        boolean sensitive = in.values().stream().anyMatch(Value::sensitive);
        return sensitive ? joined.asSensitive() : joined;
    }

    private static Value item(Invocation in, String item) {
        int colon = item.indexOf(':');
        String head = colon < 0 ? item : item.substring(0, colon);
        int comma = head.indexOf(',');
        int index = number(in, (comma < 0 ? head : head.substring(0, comma)).strip());
        int width = comma < 0 ? 0 : number(in, head.substring(comma + 1).strip());
        if (index < 0 || index >= in.count() - 1) {
            throw in.failure("The format asks for {%d}, which is not given".formatted(index));
        }
        Value value = in.value(index + 1);
        if (!value.isWhollyKnown()) {
            boolean plain = value instanceof UnknownValue && width == 0 && colon < 0;
            return plain ? value : in.unknown();
        }
        String format = colon < 0 ? "" : item.substring(colon + 1);
        String text = value instanceof NumberValue number && !format.isEmpty()
                ? number(in, number.value(), format)
                : Values.text(value);
        String padding = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
        return in.result(width < 0 ? text + padding : padding + text);
    }

    private static int number(Invocation in, String text) {
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        if (digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw in.failure("'{" + text + "}' is not an index into the values to format");
        }
        int value = Integer.parseInt(digits);
        if (value > MAX_WIDTH) {
            throw in.failure("The format asks for " + value + ", which is too much");
        }
        return negative ? -value : value;
    }

    /** The standard formats D, F, N, X, and zeros as in {@code 000}. */
    private static String number(Invocation in, BigDecimal value, String format) {
        if (format.chars().allMatch(c -> c == '0') && format.length() <= 40) {
            return padded(value.setScale(0, RoundingMode.HALF_UP), format.length());
        }
        String digits = format.substring(1);
        if (digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw unsupported(in, format);
        }
        boolean integer = value.stripTrailingZeros().scale() <= 0;
        int precision = digits.isEmpty() ? -1 : Integer.parseInt(digits);
        switch (Character.toUpperCase(format.charAt(0))) {
            case 'D' -> {
                if (integer) {
                    return padded(value.setScale(0, RoundingMode.UNNECESSARY), Math.max(1, precision));
                }
            }
            case 'F', 'N' -> {
                String pattern = Character.toUpperCase(format.charAt(0)) == 'N' ? "%,." : "%.";
                return (pattern + (precision < 0 ? 2 : precision) + "f").formatted(value);
            }
            case 'X' -> {
                if (integer && value.signum() >= 0) {
                    String hex = value.toBigInteger().toString(16);
                    String cased = format.charAt(0) == 'X' ? hex.toUpperCase(Locale.ROOT) : hex;
                    return "0".repeat(Math.max(0, precision - cased.length())) + cased;
                }
            }
            default -> {}
        }
        throw unsupported(in, format);
    }

    private static RuntimeException unsupported(Invocation in, String format) {
        return in.failure(Cause.UNSUPPORTED, "The number format '" + format + "' is not evaluated");
    }

    private static String padded(BigDecimal value, int length) {
        String digits = value.abs().toPlainString();
        return (value.signum() < 0 ? "-" : "") + "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
