package dev.plumbline.rules.view;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Null;
import java.math.BigDecimal;

/** Turns values into what conditions see of them. */
public final class Views {
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Views() {}

    /** A resource as the variable {@code resource} shows it. */
    public static ObjectView of(Resource resource) {
        return new ObjectView(resource, "", resource.attributes());
    }

    /**
     * A value as an operand.
     *
     * @param owner the resource that holds it, or null where none does
     * @param path where in the resource, with indices; of no account unless the value {@link #hasPath}
     */
    public static Object of(Resource owner, String path, Value value) {
        if (value instanceof StringValue string) {
            return string.value();
        } else if (value instanceof BooleanValue bool) {
            return bool.value();
        } else if (value instanceof NumberValue number) {
            return number(number.value());
        } else if (value instanceof ObjectValue object) {
            return new ObjectView(owner, path, object);
        } else if (value instanceof ListValue list) {
            return new ListView(owner, path, list);
        } else if (value instanceof NullValue) {
            return Null.NULL;
        }
        return value;
    }

    /** Whether what is in a value has a place of its own in a resource; paths to anything else need not be made. */
    static boolean hasPath(Value value) {
        return value instanceof ObjectValue || value instanceof ListValue;
    }

    /** A whole number that fits is an integer; any other is a double. */
    static Object number(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        boolean whole = stripped.scale() <= 0 && stripped.compareTo(LEAST) >= 0 && stripped.compareTo(MOST) <= 0;
        return whole ? (Object) stripped.longValue() : (Object) number.doubleValue();
    }

    /** An unknown value of which nothing but the reason is known: what hangs on an unknown value. */
    public static UnknownValue derived(UnknownValue from) {
        Unknown unknown = from.unknown();
        return new UnknownValue(Unknown.because(unknown.cause(), unknown.reason()), from.origin());
    }

    /** Unknown because what is written does not make sense to us. */
    public static UnknownValue malformed(String reason, Origin origin) {
        return new UnknownValue(Unknown.because(Unknown.Cause.ERROR, reason), origin);
    }
}
