package dev.plumbline.iac.arm.functions;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether values are equal, as far as that is certain where something of them is unknown. */
final class Equality {
    private Equality() {}

    /** Empty where it is not certain. */
    static Optional<Boolean> of(Value left, Value right) {
        if (left instanceof UnknownValue one) {
            return right instanceof UnknownValue other
                    ? of(one.unknown(), other.unknown())
                    : differs(one.unknown(), right);
        }
        if (right instanceof UnknownValue other) {
            return differs(other.unknown(), left);
        }
        if (left instanceof ListValue one && right instanceof ListValue other) {
            return of(one.elements(), other.elements());
        }
        return left instanceof ObjectValue one && right instanceof ObjectValue other
                ? of(one, other)
                : Optional.of(left.sameAs(right));
    }

    /** Whether one of the elements is equal to the value. */
    static Optional<Boolean> among(List<Value> elements, Value wanted) {
        boolean certain = true;
        for (Value element : elements) {
            Optional<Boolean> equal = of(element, wanted);
            if (equal.orElse(false)) {
                return equal;
            }
            certain &= equal.isPresent();
        }
        return certain ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Boolean> of(Unknown left, Unknown right) {
        if (!left.symbol().isEmpty() && left.symbol().equals(right.symbol())) {
            return Optional.of(true);
        }
        boolean different = Unknowns.isString(left)
                && Unknowns.isString(right)
                && !left.prefix().startsWith(right.prefix())
                && !right.prefix().startsWith(left.prefix());
        return different ? Optional.of(false) : Optional.empty();
    }

    /** What is known of a value may be enough to tell that it is not the other one. */
    private static Optional<Boolean> differs(Unknown unknown, Value other) {
        boolean otherType =
                unknown.notNull() && unknown.shape() != Shape.ANY && unknown.shape() != Unknowns.shape(other);
        boolean otherText = Unknowns.isString(unknown)
                && other instanceof StringValue string
                && !string.value().startsWith(unknown.prefix());
        return otherType || otherText ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Boolean> of(List<Value> left, List<Value> right) {
        Optional<Boolean> equal = Optional.of(left.size() == right.size());
        for (int i = 0; i < left.size() && equal.orElse(true); i++) {
            equal = and(equal, of(left.get(i), right.get(i)));
        }
        return equal;
    }

    private static Optional<Boolean> of(ObjectValue left, ObjectValue right) {
        Optional<Boolean> equal =
                Optional.of(left.members().size() == right.members().size());
        for (Map.Entry<String, Value.Member> member : left.members().entrySet()) {
            Value other = right.get(member.getKey());
            equal = and(
                    equal,
                    other == null ? Optional.of(false) : of(member.getValue().value(), other));
        }
        return equal;
    }

    private static Optional<Boolean> and(Optional<Boolean> one, Optional<Boolean> other) {
        if (!one.orElse(true) || !other.orElse(true)) {
            return Optional.of(false);
        }
        return one.isPresent() && other.isPresent() ? one : Optional.empty();
    }
}
