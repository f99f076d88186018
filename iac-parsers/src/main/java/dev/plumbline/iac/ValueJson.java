package dev.plumbline.iac;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/** Values as compact JSON, on one line: for people and scripts to read. */
public final class ValueJson {
    /** Stands in the place of what must not be printed. */
    public static final String SENSITIVE = "(sensitive)";

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    /** Beyond this many digits before or after the point a number is written with an exponent. */
    private static final int PLAIN_DIGITS = 400;

    private ValueJson() {}

    /**
     * The value as JSON. Members keep their order. A sensitive value is the string {@link #SENSITIVE}, an unknown one
     * the string {@code (unknown: REASON)}.
     */
    public static String compact(Value value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Value value, JsonGenerator json) throws IOException {
        if (value.sensitive()) {
            json.writeString(SENSITIVE);
        } else if (value instanceof StringValue string) {
            json.writeString(string.value());
        } else if (value instanceof NumberValue number) {
            json.writeNumber(plain(number.value()));
        } else if (value instanceof BooleanValue bool) {
            json.writeBoolean(bool.value());
        } else if (value instanceof NullValue) {
            json.writeNull();
        } else if (value instanceof ListValue list) {
            json.writeStartArray();
            for (Value element : list.elements()) {
                write(element, json);
            }
            json.writeEndArray();
        } else if (value instanceof ObjectValue object) {
            json.writeStartObject();
            for (Map.Entry<String, Member> member : object.members().entrySet()) {
                json.writeFieldName(member.getKey());
                write(member.getValue().value(), json);
            }
            json.writeEndObject();
        } else if (value instanceof UnknownValue unknown) {
            json.writeString("(unknown: " + unknown.unknown().reason() + ")");
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        long digits = Math.max(stripped.scale(), (long) stripped.precision() - stripped.scale());
        return digits > PLAIN_DIGITS ? stripped.toString() : stripped.toPlainString();
    }
}
