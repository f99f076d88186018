package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Values;
import dev.plumbline.iac.arm.json.Literals;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.json.Problems;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import java.math.BigDecimal;
import java.util.List;

/** Tells where a value is not of the type that a parameter is declared with: Azure refuses to deploy it. */
final class TypeCheck {
    private final TypeDefinitions types;
    private final Problems problems;

    TypeCheck(TypeDefinitions types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    /** @param what the value's name, fit for people: {@code parameter tier} */
    void check(Value value, Mapping type, String what) {
        if (value instanceof UnknownValue) {
            return;
        }
        if (value instanceof NullValue) {
            if (!TypeDefinitions.isNullable(type) && !TypeDefinitions.name(type).isEmpty()) {
                report(value, what, "must not be null");
            }
            return;
        }
        if (!isOf(TypeDefinitions.name(type), value)) {
            report(value, what, "is " + Values.describe(value) + ", not " + expected(TypeDefinitions.name(type)));
            return;
        }
        allowed(value, type, what);
        if (value instanceof NumberValue number) {
            bounds(value, number.value(), type, what, "Value", "");
        } else if (value instanceof StringValue string) {
            int length = string.value().codePointCount(0, string.value().length());
            bounds(value, BigDecimal.valueOf(length), type, what, "Length", "length ");
        } else if (value instanceof ListValue list) {
            bounds(value, BigDecimal.valueOf(list.elements().size()), type, what, "Length", "length ");
            for (int i = 0; i < list.elements().size(); i++) {
                Mapping element = types.element(type, i);
                if (element != null) {
                    check(list.elements().get(i), element, what + "[" + i + "]");
                }
            }
        } else if (value instanceof ObjectValue object) {
            members(object, types.variant(type, object), what);
        }
    }

    private static boolean isOf(String type, Value value) {
        return switch (type) {
            case "string", "securestring" -> value instanceof StringValue;
            case "int" -> value instanceof NumberValue;
            case "bool" -> value instanceof BooleanValue;
            case "array" -> value instanceof ListValue;
            case "object", "secureobject" -> value instanceof ObjectValue;
            default -> true;
        };
    }

    private static String expected(String type) {
        return switch (type) {
            case "int" -> "an integer";
            case "bool" -> "a boolean";
            case "array" -> "an array";
            case "object", "secureobject" -> "an object";
            default -> "a string";
        };
    }

    /** An array may also be made of the allowed values. */
    private void allowed(Value value, Mapping type, String what) {
        List<Value> allowed = Nodes.items(Nodes.get(type, "allowedValues")).stream()
                .map(Literals::value)
                .toList();
        if (allowed.isEmpty() || !value.isWhollyKnown() || among(value, allowed)) {
            return;
        }
        boolean each = value instanceof ListValue list
                && list.elements().stream().allMatch(element -> among(element, allowed));
        if (!each) {
            report(value, what, "is none of the allowed values");
        }
    }

    private static boolean among(Value value, List<Value> allowed) {
        return allowed.stream()
                .anyMatch(one -> value.sameAs(one)
                        || (value instanceof StringValue left
                                && one instanceof StringValue right
                                && left.value().equalsIgnoreCase(right.value())));
    }

    private void bounds(Value at, BigDecimal actual, Mapping type, String what, String suffix, String of) {
        BigDecimal minimum = number(Nodes.get(type, "min" + suffix));
        BigDecimal maximum = number(Nodes.get(type, "max" + suffix));
        if (minimum != null && actual.compareTo(minimum) < 0) {
            report(at, what, "has " + noun(of) + " below the least of " + minimum.toPlainString());
        } else if (maximum != null && actual.compareTo(maximum) > 0) {
            report(at, what, "has " + noun(of) + " above the greatest of " + maximum.toPlainString());
        }
    }

    private static String noun(String of) {
        return of.isEmpty() ? "a value" : "a " + of.strip();
    }

    private static BigDecimal number(Node node) {
        return node instanceof Scalar scalar && Literals.value(scalar) instanceof NumberValue number
                ? number.value()
                : null;
    }

    private void members(ObjectValue object, Mapping type, String what) {
        object.members().forEach((name, member) -> {
            Mapping property = types.property(type, name);
            if (property != null) {
                check(member.value(), property, what + "." + name);
            } else if (isClosed(type)) {
                report(member.value(), what + "." + name, "is not a property of its type");
            }
        });
        for (Node.Member declared : Nodes.members(Nodes.get(type, "properties"))) {
            if (object.get(declared.key()) == null
                    && declared.value() instanceof Mapping property
                    && !TypeDefinitions.isNullable(types.resolve(property))) {
                report(object, what, "has no property '" + declared.key() + "'");
            }
        }
    }

    private static boolean isClosed(Mapping type) {
        return Nodes.get(type, "additionalProperties") instanceof Scalar scalar
                && scalar.text().equalsIgnoreCase("false");
    }

    private void report(Value value, String what, String fault) {
        String label = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        problems.warning(
                "arm-parameter",
                label + " " + fault,
                "Azure refuses to deploy it.",
                value.origin().range());
    }
}
