package dev.plumbline.iac.arm.functions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.arm.expression.Invocation;
import dev.plumbline.iac.arm.expression.Members;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Turns JSON into values, as leniently as Azure Resource Manager does. */
final class JsonReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(90)
                    .maxNumberLength(100)
                    .build())
            .build();

    private static final int MAX_DIGITS = 400;

    private JsonReader() {}

    /** The text's value; a failure of the call where it is not JSON. */
    static Value read(Invocation in, String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            Value value = value(in, parser);
            if (parser.nextToken() != null) {
                throw in.failure("There is more behind the JSON that " + in.name() + " reads");
            }
            return value;
        } catch (IOException e) {
            throw in.failure("The argument of " + in.name() + " is not JSON");
        }
    }

    private static Value value(Invocation in, JsonParser parser) throws IOException {
        in.spend(1);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw in.failure("The argument of " + in.name() + " is not JSON");
        }
        switch (token) {
            case START_OBJECT -> {
                Members members = new Members();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, Member.unnamed(value(in, parser)));
                }
                return in.object(members.asMap());
            }
            case START_ARRAY -> {
                List<Value> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(in, parser));
                }
                return in.result(elements);
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return in.result(token == JsonToken.VALUE_TRUE);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                BigDecimal number = parser.getDecimalValue();
                if (Math.abs((long) number.scale()) > MAX_DIGITS) {
                    throw in.failure(Cause.UNSUPPORTED, "A number in the JSON has too many digits");
                }
                return in.result(number);
            }
            case VALUE_NULL -> {
                return in.nothing();
            }
            default -> {
                return in.result(parser.getText());
            }
        }
    }
}
