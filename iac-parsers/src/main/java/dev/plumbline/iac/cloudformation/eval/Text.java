package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.math.BigDecimal;
import java.util.List;

/** Values as text, as CloudFormation puts them into strings. */
public final class Text {

    /** Longer than any string that can be deployed: a template has a megabyte at most. */
    static final int MAX_LENGTH = 4 << 20;

    /** A number with more digits before or after its point is written with an exponent. */
    private static final int MAX_PLAIN = 400;

    private Text() {}

    /** The text of a scalar; null for any other value. */
    public static String of(Value value) {
        if (value instanceof StringValue string) {
            return string.value();
        } else if (value instanceof BooleanValue bool) {
            return String.valueOf(bool.value());
        } else if (value instanceof NumberValue number) {
            return plain(number.value());
        }
        return null;
    }

    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) + number.precision() > MAX_PLAIN
                ? number.toString()
                : number.toPlainString();
    }

    /**
     * Strings put together. Where some are unknown, what comes before the first of them is kept as the prefix.
     *
     * @param separator between any two pieces
     */
    static Value join(String separator, List<Value> pieces, Origin origin) {
        StringBuilder text = new StringBuilder();
        StringBuilder symbol = new StringBuilder();
        boolean hasSymbol = true;
        boolean sensitive = false;
        UnknownValue first = null;
        String prefix = "";
        for (int i = 0; i < pieces.size(); i++) {
            Value piece = pieces.get(i);
            String between = i == 0 ? "" : separator;
            sensitive |= piece.sensitive();
            String known = of(piece);
            if (known == null && !(piece instanceof UnknownValue)) {
                return new UnknownValue(
                        Unknown.because(Cause.ERROR, "a list or an object stands where a string is needed"), origin);
            }
            if (text.length() + (known == null ? 0 : known.length()) + between.length() > MAX_LENGTH) {
                return tooLong(origin);
            }
            text.append(between);
            symbol.append(between);
            if (piece instanceof UnknownValue unknown) {
                if (first == null) {
                    first = unknown;
                    prefix = text + unknown.unknown().prefix();
                }
                hasSymbol &= !unknown.unknown().symbol().isEmpty() && symbol.length() < MAX_LENGTH;
                symbol.append(hasSymbol ? unknown.unknown().symbol() : "");
            } else {
                text.append(known);
                symbol.append(known);
            }
        }
        if (first == null) {
            Value whole = Literals.string(text.toString(), origin);
            return sensitive ? whole.asSensitive() : whole;
        }
        int reference = text.indexOf(Literals.DYNAMIC_REFERENCE);
        if (reference >= 0) {
            Unknown secret = Unknown.because(Cause.SECRET_REFERENCE, "a dynamic reference")
                    .startingWith(prefix.substring(0, Math.min(reference, prefix.length())));
            return new UnknownValue(secret, origin, sensitive);
        }
        Unknown unknown = Unknown.because(
                        first.unknown().cause(), first.unknown().reason())
                .certainlySet()
                .startingWith(prefix)
                .knownAs(hasSymbol ? symbol.toString() : "");
        return new UnknownValue(unknown, origin, sensitive);
    }

    static UnknownValue tooLong(Origin origin) {
        return new UnknownValue(
                Unknown.because(Cause.UNSUPPORTED, "the string would be too long")
                        .of(Shape.STRING),
                origin);
    }
}
