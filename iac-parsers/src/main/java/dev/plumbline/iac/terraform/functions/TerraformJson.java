package dev.plumbline.iac.terraform.functions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.terraform.syntax.Strings;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.terraform.type.Sets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON as Terraform writes and reads it: keys sorted, angle brackets and ampersands escaped. */
public final class TerraformJson {
    private static final JsonFactory JSON = new JsonFactory();

    private static final JsonFactory LENIENT =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

    private TerraformJson() {}

    /** A wholly known value as JSON. */
    public static String encode(Value value) {
        StringBuilder text = new StringBuilder();
        encode(value, text);
        return text.toString();
    }

    private static void encode(Value value, StringBuilder text) {
        if (value instanceof StringValue string) {
            quote(string.value(), text);
        } else if (value instanceof NumberValue number) {
            text.append(Numbers.format(number.value()));
        } else if (value instanceof BooleanValue bool) {
            text.append(bool.value());
        } else if (value instanceof NullValue) {
            text.append("null");
        } else if (value instanceof ListValue list) {
            text.append('[');
            String separator = "";
            for (Value element : list.elements()) {
                text.append(separator);
                encode(element, text);
                separator = ",";
            }
            text.append(']');
        } else if (value instanceof ObjectValue object) {
            text.append('{');
            String separator = "";
            Map<String, Member> sorted = new TreeMap<>(Sets.STRING_ORDER);
            sorted.putAll(object.members());
            for (Map.Entry<String, Member> member : sorted.entrySet()) {
                text.append(separator);
                quote(member.getKey(), text);
                text.append(':');
                encode(member.getValue().value(), text);
                separator = ",";
            }
            text.append('}');
        } else {
            throw new IllegalArgumentException("unknown value");
        }
    }

    static String quote(String string) {
        StringBuilder text = new StringBuilder();
        quote(string, text);
        return text.toString();
    }

    /** As Go's {@code encoding/json} does. */
    private static void quote(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /**
     * Reads JSON: objects become objects, arrays become tuples.
     *
     * @throws IOException where the text is not JSON, or is nested too deeply
     */
    public static Value decode(String text, Origin origin) throws IOException {
        return decode(JSON, text, origin);
    }

    /** The same for a text that is only looked into: a comma after the last item does not keep anybody from that. */
    public static Value decodeLeniently(String text, Origin origin) throws IOException {
        return decode(LENIENT, text, origin);
    }

    private static Value decode(JsonFactory factory, String text, Origin origin) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new IOException("EOF");
            }
            Value value = decode(parser, origin);
            if (parser.nextToken() != null) {
                throw new IOException("extraneous data after JSON object");
            }
            return value;
        }
    }

    /** Jackson bounds the nesting, and so the recursion. */
    private static Value decode(JsonParser parser, Origin origin) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Member> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = Strings.normalize(parser.currentName());
                    parser.nextToken();
                    members.put(name, Member.unnamed(decode(parser, origin)));
                }
                yield new ObjectValue(members, origin);
            }
            case START_ARRAY -> {
                List<Value> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(decode(parser, origin));
                }
                yield new ListValue(elements, ListValue.Kind.TUPLE, origin, false);
            }
            case VALUE_STRING -> new StringValue(Strings.normalize(parser.getText()), origin);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new NumberValue(
                        Numbers.parse(parser.getText()).orElseThrow(() -> new IOException("number out of bounds")),
                        origin);
            case VALUE_TRUE -> new BooleanValue(true, origin);
            case VALUE_FALSE -> new BooleanValue(false, origin);
            case VALUE_NULL -> new NullValue(origin);
            default -> throw new IOException("unexpected " + parser.currentToken());
        };
    }
}
