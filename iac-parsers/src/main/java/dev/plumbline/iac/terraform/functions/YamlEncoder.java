package dev.plumbline.iac.terraform.functions;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.terraform.type.Sets;
import java.util.Map;
import java.util.TreeMap;

/** {@code yamlencode}: block style, strings and keys quoted, strings of several lines as literal blocks. */
final class YamlEncoder {
    private final StringBuilder text = new StringBuilder();

    private YamlEncoder() {}

    static String encode(Value value) {
        YamlEncoder encoder = new YamlEncoder();
        encoder.write(value, 0, true);
        return encoder.text.toString();
    }

    /** @param inline whether the value's first line goes on after what is already on it */
    private void write(Value value, int indent, boolean inline) {
        if (value instanceof ObjectValue object && !object.members().isEmpty()) {
            Map<String, Member> sorted = new TreeMap<>(Sets.STRING_ORDER);
            sorted.putAll(object.members());
            boolean first = inline;
            for (Map.Entry<String, Member> member : sorted.entrySet()) {
                text.append(first ? "" : " ".repeat(indent));
                first = false;
                text.append(quote(member.getKey())).append(':');
                Value inner = member.getValue().value();
                if (isBlock(inner)) {
                    text.append('\n');
                    // A list's dashes stand right below the key.
                    write(inner, inner instanceof ListValue ? indent : indent + 2, false);
                } else {
                    text.append(' ');
                    scalar(inner, indent);
                }
            }
        } else if (value instanceof ListValue list && !list.elements().isEmpty()) {
            boolean first = inline;
            for (Value element : list.elements()) {
                text.append(first ? "" : " ".repeat(indent)).append("- ");
                first = false;
                if (isBlock(element)) {
                    write(element, indent + 2, true);
                } else {
                    scalar(element, indent);
                }
            }
        } else {
            scalar(value, indent);
        }
    }

    private static boolean isBlock(Value value) {
        return value instanceof ObjectValue object && !object.members().isEmpty()
                || value instanceof ListValue list && !list.elements().isEmpty();
    }

    private void scalar(Value value, int indent) {
        if (value instanceof StringValue string && string.value().indexOf('\n') >= 0) {
            literal(string.value(), indent);
            return;
        }
        if (value instanceof StringValue string) {
            text.append(quote(string.value()));
        } else if (value instanceof NumberValue number) {
            text.append(Numbers.format(number.value()));
        } else if (value instanceof NullValue) {
            text.append("null");
        } else if (value instanceof ObjectValue) {
            text.append("{}");
        } else if (value instanceof ListValue) {
            text.append("[]");
        } else {
            text.append(TerraformJson.encode(value));
        }
        text.append('\n');
    }

    private void literal(String value, int indent) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == '\n') {
            end--;
        }
        int breaks = value.length() - end;
        text.append(breaks == 0 ? "|-" : breaks == 1 ? "|" : "|+").append('\n');
        for (String line : value.substring(0, end).split("\n", -1)) {
            text.append(line.isEmpty() ? "" : " ".repeat(indent + 2))
                    .append(line)
                    .append('\n');
        }
        text.append("\n".repeat(Math.max(0, breaks - 1)));
    }

    private static String quote(String string) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c < 0x20 ? "\\x%02X".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
