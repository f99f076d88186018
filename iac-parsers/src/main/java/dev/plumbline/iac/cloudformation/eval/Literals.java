package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.tree.Node.Scalar;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** Scalars that are written out. */
public final class Literals {
    /** How a reference to Secrets Manager or Systems Manager starts, in any string of a template. */
    static final String DYNAMIC_REFERENCE = "{{resolve:";

    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    private Literals() {}

    public static boolean isTrue(Scalar scalar) {
        return TRUE.contains(scalar.text().toLowerCase(Locale.ROOT));
    }

    /** The value of a literal; one with a dynamic reference in it is not known before deployment. */
    public static Value value(Scalar scalar) {
        Origin origin = Origin.at(scalar.range());
        return switch (scalar.kind()) {
            case STRING -> string(scalar.text(), origin);
            case BOOLEAN -> new BooleanValue(isTrue(scalar), origin);
            case NULL -> new NullValue(origin);
            case NUMBER -> number(scalar.text(), origin);
        };
    }

    private static Value number(String text, Origin origin) {
        try {
            return new NumberValue(new BigDecimal(text), origin);
        } catch (NumberFormatException e) {
            return new StringValue(text, origin); // its exponent is beyond what a decimal can have
        }
    }

    /**
     * A string, in which {@code {{resolve:service:reference}}} is replaced at deployment with what Secrets Manager or
     * Systems Manager holds.
     */
    static Value string(String text, Origin origin) {
        int start = text.indexOf(DYNAMIC_REFERENCE);
        int end = start < 0 ? -1 : text.indexOf("}}", start);
        if (end < 0) {
            return new StringValue(text, origin);
        }
        String reference = text.substring(start + DYNAMIC_REFERENCE.length(), end);
        int colon = reference.indexOf(':');
        String service = colon < 0 ? reference : reference.substring(0, colon);
        String reason =
                switch (service) {
                    case "secretsmanager" -> "held by Secrets Manager";
                    case "ssm", "ssm-secure" -> "held by Systems Manager";
                    default -> "a dynamic reference";
                };
        Unknown unknown = Unknown.because(Cause.SECRET_REFERENCE, reason).of(Shape.STRING);
        return new UnknownValue(
                unknown.startingWith(text.substring(0, start)).knownAs(text), origin, !service.equals("ssm"));
    }
}
