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

/** {@code yamlencode}: block style, with strings as {@link YamlText} writes them. */
final class YamlEncoder {
    /** Longer keys, and those of several lines, are written after a question mark. */
    private static final int MAX_SIMPLE_KEY = 128;

    private final StringBuilder text = new StringBuilder();

    private YamlEncoder() {}

    static String encode(Value value) {
        YamlEncoder encoder = new YamlEncoder();
        encoder.write(value, 0, true);
        if (!isBlock(value) && !(value instanceof StringValue) && !isEmpty(value)) {
            // A plain scalar is a document of its own only with its end marked.
            encoder.text.append("...\n");
        }
        return encoder.text.toString();
    }

    /** @param inline whether the value's first line goes on after what is already on it */
    private void write(Value value, int indent, boolean inline) {
        if (value instanceof ObjectValue object && isBlock(value)) {
            Map<String, Member> sorted = new TreeMap<>(Sets.STRING_ORDER);
            sorted.putAll(object.members());
            boolean first = inline;
            for (Map.Entry<String, Member> member : sorted.entrySet()) {
                text.append(first ? "" : " ".repeat(indent));
                first = false;
                key(member.getKey(), indent);
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
        } else if (value instanceof ListValue list && isBlock(value)) {
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
        return (value instanceof ObjectValue || value instanceof ListValue) && !isEmpty(value);
    }

    private static boolean isEmpty(Value value) {
        return value instanceof ObjectValue object && object.members().isEmpty()
                || value instanceof ListValue list && list.elements().isEmpty();
    }

    private void key(String key, int indent) {
        if (key.indexOf('\n') < 0 && key.length() <= MAX_SIMPLE_KEY) {
            text.append(YamlText.quote(key)).append(':');
            return;
        }
        text.append("? ");
        YamlText.append(key, indent + 2, text);
        text.append(" ".repeat(indent)).append(':');
    }

    private void scalar(Value value, int indent) {
        if (value instanceof StringValue string) {
            YamlText.append(string.value(), indent + 2, text);
            return;
        }
        if (value instanceof NumberValue number) {
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
}
