package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import java.math.BigDecimal;

/** Writes known values as JSON without white space, as {@code string()} does. */
final class JsonText {
    private JsonText() {}

    static String of(Value value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(Value value, StringBuilder to) {
        if (to.length() > Budget.MAX_STRING) {
            throw new Budget.ExceededException("a string gets too long");
        }
        if (value instanceof StringValue string) {
            quote(string.value(), to);
        } else if (value instanceof NumberValue number) {
            to.append(number(number.value()));
        } else if (value instanceof BooleanValue bool) {
            to.append(bool.value());
        } else if (value instanceof NullValue) {
            to.append("null");
        } else if (value instanceof ListValue list) {
            String separator = "";
            to.append('[');
            for (Value element : list.elements()) {
                to.append(separator);
                write(element, to);
                separator = ",";
            }
            to.append(']');
        } else if (value instanceof ObjectValue object) {
            String separator = "";
            to.append('{');
            for (var member : object.members().entrySet()) {
                to.append(separator);
                quote(member.getKey(), to);
                to.append(':');
                write(member.getValue().value(), to);
                separator = ",";
            }
            to.append('}');
        } else {
            throw new IllegalArgumentException("an unknown value has no text");
        }
    }

    private static String number(BigDecimal value) {
        return Math.abs((long) value.scale()) > 100 ? value.toString() : value.toPlainString();
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                case '\b' -> to.append("\\b");
                case '\f' -> to.append("\\f");
                default -> {
                    if (c < 0x20) {
                        to.append("\\u%04x".formatted((int) c));
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        to.append('"');
    }
}
