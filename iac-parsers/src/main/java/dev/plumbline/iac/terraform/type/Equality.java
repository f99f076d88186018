package dev.plumbline.iac.terraform.type;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.util.Map;
import java.util.Optional;

/** Terraform's {@code ==}: values of different types are never equal, and nothing is converted. */
public final class Equality {

    private Equality() {}

    /** Whether they are equal; empty where that is not known. */
    public static Optional<Boolean> test(Value a, Value b) {
        if (a instanceof NullValue && b instanceof NullValue) {
            return Optional.of(true);
        } else if (a.isWhollyKnown() && b.isWhollyKnown() && !Type.of(a).equals(Type.of(b))) {
            return Optional.of(false);
        }
        return compare(a, b);
    }

    private static Optional<Boolean> compare(Value a, Value b) {
        if (a instanceof UnknownValue unknown) {
            return withUnknown(unknown.unknown(), b);
        } else if (b instanceof UnknownValue unknown) {
            return withUnknown(unknown.unknown(), a);
        } else if (a instanceof ListValue x && b instanceof ListValue y) {
            return lists(x, y);
        } else if (a instanceof ObjectValue x && b instanceof ObjectValue y) {
            return objects(x, y);
        }
        return Optional.of(a.sameAs(b));
    }

    /** An unknown value differs from null, or from a string, where what is known of it says so. */
    private static Optional<Boolean> withUnknown(Unknown unknown, Value other) {
        boolean differs;
        if (other instanceof NullValue) {
            differs = unknown.notNull();
        } else if (other instanceof UnknownValue) {
            differs = false;
        } else {
            Shape shape = shape(other);
            differs = unknown.shape() != Shape.ANY && unknown.shape() != shape
                    || other instanceof StringValue string && !string.value().startsWith(unknown.prefix());
        }
        return differs ? Optional.of(false) : Optional.empty();
    }

    private static Shape shape(Value value) {
        if (value instanceof StringValue) {
            return Shape.STRING;
        } else if (value instanceof NumberValue) {
            return Shape.NUMBER;
        } else if (value instanceof BooleanValue) {
            return Shape.BOOLEAN;
        }
        return value instanceof ListValue ? Shape.LIST : Shape.OBJECT;
    }

    private static Optional<Boolean> lists(ListValue a, ListValue b) {
        if (a.kind() != b.kind()) {
            return Optional.of(false);
        }
        boolean set = a.kind() == ListValue.Kind.SET;
        if (a.elements().size() != b.elements().size()) {
            return set && !(a.isWhollyKnown() && b.isWhollyKnown()) ? Optional.empty() : Optional.of(false);
        }
        Optional<Boolean> all = Optional.of(true);
        for (int i = 0; i < a.elements().size(); i++) {
            all = and(all, compare(a.elements().get(i), b.elements().get(i)));
        }
        return set && !(a.isWhollyKnown() && b.isWhollyKnown()) ? Optional.empty() : all;
    }

    private static Optional<Boolean> objects(ObjectValue a, ObjectValue b) {
        if (a.kind() != b.kind() || !a.members().keySet().equals(b.members().keySet())) {
            return Optional.of(false);
        }
        Optional<Boolean> all = Optional.of(true);
        for (Map.Entry<String, Member> member : a.members().entrySet()) {
            all = and(all, compare(member.getValue().value(), b.get(member.getKey())));
        }
        return all;
    }

    /** False as soon as one is false, else not known as soon as one is not. */
    private static Optional<Boolean> and(Optional<Boolean> a, Optional<Boolean> b) {
        if (a.isPresent() && !a.get() || b.isPresent() && !b.get()) {
            return Optional.of(false);
        }
        return a.isPresent() ? b : a;
    }
}
