package dev.plumbline.iac.arm.functions;

import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Invocation;
import dev.plumbline.iac.arm.expression.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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
            throw in.failure(0, "The format asks for {" + index + "}, which is not given");
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

    private static String number(Invocation in, BigDecimal value, String format) {
        String text = NumberFormat.apply(value, format);
        if (text == null) {
            throw in.failure(Cause.UNSUPPORTED, "The number format '" + format + "' is not evaluated");
        }
        return text;
    }
}
