package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What can be done with any value, in the sense of Azure Resource Manager. */
public final class Values {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_NODES = 200_000;

    private Values() {}

    /** The element of an array or the member of an object, or null where there is none. */
    static Value element(Value target, Value key) {
        if (target instanceof ObjectValue object && key instanceof StringValue name) {
            return object.get(name.value());
        }
        if (target instanceof ListValue list && key instanceof NumberValue index) {
            BigDecimal wanted = index.value();
            boolean inside = wanted.signum() >= 0
                    && wanted.compareTo(BigDecimal.valueOf(list.elements().size())) < 0
                    && wanted.stripTrailingZeros().scale() <= 0;
            return inside ? list.elements().get(wanted.intValue()) : null;
        }
        return null;
    }

    /** A value's type, as in "an array". */
    public static String describe(Value value) {
        if (value instanceof StringValue) {
            return "a string";
        }
        if (value instanceof NumberValue) {
            return "a number";
        }
        if (value instanceof BooleanValue) {
            return "a boolean";
        }
        if (value instanceof ListValue) {
            return "an array";
        }
        if (value instanceof ObjectValue) {
            return "an object";
        }
        return value instanceof NullValue ? "null" : "an unknown value";
    }

    /** A known value as a part of a string: {@code True} for a boolean, JSON for arrays and objects. */
    public static String text(Value value) {
        if (value instanceof StringValue string) {
            return string.value();
        }
        if (value instanceof BooleanValue bool) {
            return bool.value() ? "True" : "False";
        }
        return value instanceof NullValue ? "" : JsonText.of(value);
    }

    /** The first unknown value in a value, itself included; null where all is known. */
    public static Unknown firstUnknown(Value value) {
        if (value instanceof UnknownValue unknown) {
            return unknown.unknown();
        }
        if (value instanceof ListValue list) {
            for (Value element : list.elements()) {
                Unknown found = firstUnknown(element);
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof ObjectValue object) {
            for (Member member : object.members().values()) {
                Unknown found = firstUnknown(member.value());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    static boolean holdsSensitive(Value value) {
        if (value.sensitive()) {
            return true;
        }
        if (value instanceof ListValue list) {
            return list.elements().stream().anyMatch(Values::holdsSensitive);
        }
        return value instanceof ObjectValue object
                && object.members().values().stream().anyMatch(member -> holdsSensitive(member.value()));
    }

    /** The value with everything in it marked as sensitive. */
    public static Value deeplySensitive(Value value) {
        if (value instanceof ListValue list) {
            return new ListValue(
                    list.elements().stream().map(Values::deeplySensitive).toList(), list.kind(), list.origin(), true);
        }
        if (value instanceof ObjectValue object) {
            Map<String, Member> members = new LinkedHashMap<>();
            object.members()
                    .forEach((name, member) ->
                            members.put(name, new Member(member.nameRange(), deeplySensitive(member.value()))));
            return new ObjectValue(members, object.kind(), object.origin(), true);
        }
        return value.asSensitive();
    }

    /** @throws Budget.ExceededException where the value is nested too deeply or holds too much to be worked with */
    public static void checkSize(Value value, Budget budget) {
        int nodes = count(value, 0, 0);
        budget.spend(nodes / 8);
    }

    private static int count(Value value, int depth, int before) {
        int nodes = before + 1;
        if (depth > MAX_DEPTH) {
            throw new Budget.ExceededException("a value is nested too deeply");
        }
        if (nodes > MAX_NODES) {
            throw new Budget.ExceededException("a value gets too large");
        }
        if (value instanceof ListValue list) {
            for (Value element : list.elements()) {
                nodes = count(element, depth + 1, nodes);
            }
        } else if (value instanceof ObjectValue object) {
            for (Member member : object.members().values()) {
                nodes = count(member.value(), depth + 1, nodes);
            }
        }
        return nodes;
    }
}
