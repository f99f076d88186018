package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.ValueJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Values written in other forms. */
final class Encodings {
    private Encodings() {}

    /** {@code Fn::Base64}, of the text's UTF-8. */
    static Value base64(Value value, Origin origin) {
        if (value instanceof UnknownValue unknown) {
            byte[] known = unknown.unknown().prefix().getBytes(StandardCharsets.UTF_8);
            byte[] whole = Arrays.copyOf(known, known.length / 3 * 3); // three bytes make four characters
            String symbol = unknown.unknown().symbol();
            Unknown encoded = Unknown.because(
                            unknown.unknown().cause(), unknown.unknown().reason())
                    .startingWith(Base64.getEncoder().encodeToString(whole))
                    .knownAs(symbol.isEmpty() ? "" : "<Fn::Base64 " + symbol + ">");
            return new UnknownValue(encoded, origin, value.sensitive());
        }
        String text = Text.of(value);
        if (text == null) {
            return new UnknownValue(Unknown.because(Cause.ERROR, "Fn::Base64 takes a string"), origin);
        }
        return string(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), value, origin);
    }

    /** Nested encodings grow with every level. */
    private static Value string(String encoded, Value from, Origin origin) {
        return encoded.length() > Text.MAX_LENGTH
                ? Text.tooLong(origin)
                : new StringValue(encoded, origin, from.sensitive());
    }

    /** {@code Fn::ToJsonString}; where something in it is unknown, what is known is kept as its document. */
    static Value json(Value value, Origin origin) {
        if (value instanceof UnknownValue unknown) {
            Unknown text = Unknown.because(
                            unknown.unknown().cause(), unknown.unknown().reason())
                    .of(Shape.STRING)
                    .certainlySet();
            return new UnknownValue(text, origin, value.sensitive());
        }
        if (!(value instanceof ObjectValue) && !(value instanceof ListValue)) {
            return new UnknownValue(Unknown.because(Cause.ERROR, "Fn::ToJsonString takes an object or a list"), origin);
        }
        boolean plain = value.isWhollyKnown() && !Sensitivity.isIn(value);
        return plain
                ? string(ValueJson.compact(value), value, origin)
                : new UnknownValue(
                        Unknown.because(Cause.KNOWN_AFTER_APPLY, "a part of it is unknown")
                                .holding(value),
                        origin,
                        Sensitivity.isIn(value));
    }
}
