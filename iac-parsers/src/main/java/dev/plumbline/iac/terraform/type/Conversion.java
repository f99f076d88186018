package dev.plumbline.iac.terraform.type;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ListValue.Kind;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.type.Type.Mapping;
import dev.plumbline.iac.terraform.type.Type.Sequence;
import dev.plumbline.iac.terraform.type.Type.Simple;
import dev.plumbline.iac.terraform.type.Type.Structure;
import dev.plumbline.iac.terraform.type.Type.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Converts values between types by the rules of go-cty's {@code convert.Convert}, which are Terraform's. */
public final class Conversion {

    private Conversion() {}

    /**
     * The value as one of that type. Null stays null and an unknown value unknown; they take the type. The result has the
     * origin of the value.
     *
     * @throws ConversionException where there is no such conversion, or not for this value
     */
    public static Value convert(Value value, Type type) throws ConversionException {
        if (type == Simple.ANY) {
            return value;
        } else if (value instanceof NullValue || value instanceof UnknownValue) {
            Type from = Type.of(value);
            if (!possible(from, type)) {
                throw new ConversionException(required(type));
            }
            Type to = replaceAny(from, type);
            return value instanceof UnknownValue unknown
                    ? typed(unknown, to)
                    : Type.nullOf(to, value.origin(), value.sensitive());
        }
        Value converted = convertKnown(value, type);
        return value.sensitive() ? converted.asSensitive() : converted;
    }

    private static Value typed(UnknownValue unknown, Type type) {
        Unknown why = unknown.unknown().shape() == type.shape()
                ? unknown.unknown()
                : unknown.unknown().of(type.shape());
        return new UnknownValue(why, type instanceof Simple ? null : type, unknown.origin(), unknown.sensitive());
    }

    /** The wanted type with what it leaves open taken from the type that is there. */
    private static Type replaceAny(Type from, Type to) {
        if (to == Simple.ANY) {
            return from;
        } else if (to instanceof Sequence sequence && sequence.element().hasAny()) {
            return new Sequence(sequence.kind(), replaceAny(Type.elementOf(from), sequence.element()));
        } else if (to instanceof Mapping map && map.element().hasAny()) {
            return new Mapping(replaceAny(Type.elementOf(from), map.element()));
        } else if (to instanceof Structure structure && from instanceof Structure object && to.hasAny()) {
            Map<String, Type> attributes = new LinkedHashMap<>();
            structure
                    .attributes()
                    .forEach((name, type) ->
                            attributes.put(name, replaceAny(object.attributes().getOrDefault(name, Simple.ANY), type)));
            return new Structure(attributes);
        }
        return to;
    }

    private static Value convertKnown(Value value, Type type) throws ConversionException {
        if (type instanceof Simple simple) {
            return convertPrimitive(value, simple);
        } else if (type instanceof Sequence sequence && value instanceof ListValue list) {
            return toSequence(list, sequence);
        } else if (type instanceof Tuple tuple && value instanceof ListValue list && list.kind() == Kind.TUPLE) {
            return toTuple(list, tuple);
        } else if (type instanceof Mapping map && value instanceof ObjectValue object) {
            return toMap(object, map);
        } else if (type instanceof Structure structure && value instanceof ObjectValue object) {
            return toObject(object, structure);
        }
        throw new ConversionException(required(type));
    }

    private static Value convertPrimitive(Value value, Simple type) throws ConversionException {
        return switch (type) {
            case STRING -> {
                if (value instanceof StringValue) {
                    yield value;
                } else if (value instanceof NumberValue number) {
                    yield new StringValue(Numbers.format(number.value()), value.origin());
                } else if (value instanceof BooleanValue bool) {
                    yield new StringValue(Boolean.toString(bool.value()), value.origin());
                }
                throw new ConversionException(required(type));
            }
            case NUMBER -> {
                if (value instanceof NumberValue) {
                    yield value;
                } else if (value instanceof StringValue string) {
                    BigDecimal number = Numbers.parse(string.value())
                            .orElseThrow(() -> new ConversionException("a number is required"));
                    yield new NumberValue(number, value.origin());
                }
                throw new ConversionException(required(type));
            }
            case BOOLEAN -> {
                if (value instanceof BooleanValue) {
                    yield value;
                } else if (value instanceof StringValue string) {
                    yield new BooleanValue(parseBoolean(string.value()), value.origin());
                }
                throw new ConversionException(required(type));
            }
            case ANY -> value;
        };
    }

    private static boolean parseBoolean(String text) throws ConversionException {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new ConversionException("a bool is required");
        };
    }

    private static Value toSequence(ListValue list, Sequence type) throws ConversionException {
        List<Value> elements = new ArrayList<>(list.elements().size());
        int position = 0;
        for (Value each : list.elements()) {
            try {
                elements.add(convert(each, type.element()));
            } catch (ConversionException e) {
                throw e.in("element " + position);
            }
            position++;
        }
        Type element = type.element();
        if (element.hasAny()) {
            element = elements.isEmpty()
                    ? replaceAny(Type.elementOf(Type.of(list)), element)
                    : unifyInto(elements, type.kind() == Kind.SET ? "set" : "list");
        }
        return type.kind() == Kind.SET
                ? Sets.of(elements, element, list.origin())
                : new ListValue(elements, Kind.LIST, new Sequence(Kind.LIST, element), list.origin(), false);
    }

    /** Makes the values to be of one type, which is returned. Unknown values of which nothing is known fit any. */
    private static Type unifyInto(List<Value> values, String collection) throws ConversionException {
        List<Type> types = values.stream()
                .filter(value -> !(value instanceof UnknownValue) || Type.of(value) != Simple.ANY)
                .map(Type::of)
                .toList();
        if (types.isEmpty()) {
            return Simple.ANY;
        }
        Optional<Type> common = Unification.unify(types);
        if (common.isEmpty() || common.get() == Simple.ANY && types.stream().anyMatch(type -> type != Simple.ANY)) {
            throw new ConversionException("all " + collection + " elements must have the same type");
        }
        for (int i = 0; i < values.size(); i++) {
            values.set(i, convert(values.get(i), common.get()));
        }
        return common.get();
    }

    private static Value toTuple(ListValue list, Tuple type) throws ConversionException {
        if (list.elements().size() != type.elements().size()) {
            throw new ConversionException(
                    "tuple of %d elements is required".formatted(type.elements().size()));
        }
        List<Value> elements = new ArrayList<>();
        for (int i = 0; i < list.elements().size(); i++) {
            try {
                elements.add(convert(list.elements().get(i), type.elements().get(i)));
            } catch (ConversionException e) {
                throw e.in("element " + i);
            }
        }
        return new ListValue(elements, Kind.TUPLE, list.origin(), false);
    }

    private static Value toMap(ObjectValue object, Mapping type) throws ConversionException {
        Map<String, Member> sorted = new TreeMap<>(Sets.STRING_ORDER);
        sorted.putAll(object.members());
        List<Value> elements = new ArrayList<>(sorted.size());
        for (Map.Entry<String, Member> member : sorted.entrySet()) {
            try {
                elements.add(convert(member.getValue().value(), type.element()));
            } catch (ConversionException e) {
                throw e.in("element \"" + member.getKey() + "\"");
            }
        }
        Type element = type.element();
        if (element.hasAny()) {
            element = elements.isEmpty()
                    ? replaceAny(Type.elementOf(Type.of(object)), element)
                    : unifyInto(elements, "map");
        }
        Map<String, Member> members = new LinkedHashMap<>();
        int position = 0;
        for (Map.Entry<String, Member> member : sorted.entrySet()) {
            members.put(member.getKey(), new Member(member.getValue().nameRange(), elements.get(position++)));
        }
        return new ObjectValue(members, ObjectValue.Kind.MAP, new Mapping(element), object.origin(), false);
    }

    private static Value toObject(ObjectValue object, Structure type) throws ConversionException {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Map.Entry<String, Type> attribute : type.attributes().entrySet()) {
            String name = attribute.getKey();
            Member member = object.members().get(name);
            Value fallback = type.defaults().get(name);
            if (member == null && !type.optional().contains(name)) {
                throw new ConversionException("attribute \"" + name + "\" is required");
            }
            try {
                if (member == null || (member.value() instanceof NullValue && fallback != null)) {
                    Value written = fallback == null ? new NullValue(object.origin()) : fallback;
                    members.put(name, Member.unnamed(convert(written, attribute.getValue())));
                } else {
                    members.put(name, new Member(member.nameRange(), convert(member.value(), attribute.getValue())));
                }
            } catch (ConversionException e) {
                throw e.in("attribute \"" + name + "\"");
            }
        }
        return new ObjectValue(members, ObjectValue.Kind.OBJECT, object.origin(), false);
    }

    /** Whether some values of the one type can be converted to the other. */
    static boolean possible(Type from, Type to) {
        if (from == Simple.ANY || to == Simple.ANY || from.equals(to)) {
            return true;
        } else if (to instanceof Simple) {
            return to == Simple.STRING ? from instanceof Simple : from == Simple.STRING;
        } else if (to instanceof Sequence sequence) {
            if (from instanceof Tuple tuple) {
                return (sequence.element() != Simple.ANY
                                || tuple.elements().isEmpty()
                                || Unification.unify(tuple.elements()).isPresent())
                        && tuple.elements().stream().allMatch(each -> possible(each, sequence.element()));
            }
            return from instanceof Sequence other && possible(other.element(), sequence.element());
        } else if (to instanceof Mapping map) {
            if (from instanceof Structure object) {
                List<Type> attributes = List.copyOf(object.attributes().values());
                return (map.element() != Simple.ANY
                                || attributes.isEmpty()
                                || Unification.unify(attributes).isPresent())
                        && attributes.stream().allMatch(each -> possible(each, map.element()));
            }
            return from instanceof Mapping other && possible(other.element(), map.element());
        } else if (to instanceof Tuple tuple) {
            if (!(from instanceof Tuple other)
                    || other.elements().size() != tuple.elements().size()) {
                return false;
            }
            for (int i = 0; i < tuple.elements().size(); i++) {
                if (!possible(other.elements().get(i), tuple.elements().get(i))) {
                    return false;
                }
            }
            return true;
        }
        return possibleObject(from, (Structure) to);
    }

    private static boolean possibleObject(Type from, Structure to) {
        if (from instanceof Mapping map) {
            return to.attributes().values().stream().allMatch(each -> possible(map.element(), each));
        }
        if (!(from instanceof Structure object)) {
            return false;
        }
        for (Map.Entry<String, Type> attribute : to.attributes().entrySet()) {
            Type theirs = object.attributes().get(attribute.getKey());
            if (theirs == null
                    ? !to.optional().contains(attribute.getKey())
                    : !possible(theirs, attribute.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static String required(Type type) {
        String name = type.describe();
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name + " is required";
    }
}
