package dev.plumbline.iac.terraform.type;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.StaticType;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Terraform's types. {@link Simple#ANY} is the type of a bare null, of the elements of a collection that says nothing of
 * them, and of what is not known well enough.
 */
public sealed interface Type extends StaticType {

    /** As Terraform's messages call it: {@code list of string}. */
    String describe();

    /** The shape that an unknown value of this type has. */
    Shape shape();

    /** Whether {@link Simple#ANY} occurs anywhere in it. */
    default boolean hasAny() {
        return this == Simple.ANY;
    }

    enum Simple implements Type {
        STRING("string", Shape.STRING),
        NUMBER("number", Shape.NUMBER),
        BOOLEAN("bool", Shape.BOOLEAN),
        ANY("dynamic", Shape.ANY);

        private final String name;
        private final Shape shape;

        Simple(String name, Shape shape) {
            this.name = name;
            this.shape = shape;
        }

        @Override
        public String describe() {
            return name;
        }

        @Override
        public Shape shape() {
            return shape;
        }
    }

    /** A list or a set; never a tuple. */
    record Sequence(ListValue.Kind kind, Type element) implements Type {
        @Override
        public String describe() {
            String kindName = kind == ListValue.Kind.SET ? "set" : "list";
            return element == Simple.ANY ? kindName : kindName + " of " + element.describe();
        }

        @Override
        public Shape shape() {
            return Shape.LIST;
        }

        @Override
        public boolean hasAny() {
            return element.hasAny();
        }
    }

    record Tuple(List<Type> elements) implements Type {
        public Tuple {
            elements = List.copyOf(elements);
        }

        @Override
        public String describe() {
            return "tuple";
        }

        @Override
        public Shape shape() {
            return Shape.LIST;
        }

        @Override
        public boolean hasAny() {
            return elements.stream().anyMatch(Type::hasAny);
        }
    }

    record Mapping(Type element) implements Type {
        @Override
        public String describe() {
            return element == Simple.ANY ? "map" : "map of " + element.describe();
        }

        @Override
        public Shape shape() {
            return Shape.OBJECT;
        }

        @Override
        public boolean hasAny() {
            return element.hasAny();
        }
    }

    /**
     * @param optional the attributes that may be left out of a value to be converted
     * @param defaults what an optional attribute is set to where it is left out or null; others become null
     */
    record Structure(Map<String, Type> attributes, Set<String> optional, Map<String, Value> defaults) implements Type {
        public Structure {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
            optional = Set.copyOf(optional);
            defaults = Map.copyOf(defaults);
        }

        Structure(Map<String, Type> attributes) {
            this(attributes, Set.of(), Map.of());
        }

        @Override
        public String describe() {
            return "object";
        }

        @Override
        public Shape shape() {
            return Shape.OBJECT;
        }

        @Override
        public boolean hasAny() {
            return attributes.values().stream().anyMatch(Type::hasAny);
        }
    }

    static Type list(Type element) {
        return new Sequence(ListValue.Kind.LIST, element);
    }

    static Type set(Type element) {
        return new Sequence(ListValue.Kind.SET, element);
    }

    static Type object(Map<String, Type> attributes) {
        return new Structure(attributes);
    }

    static Type map(Type element) {
        return new Mapping(element);
    }

    /** The type of a value. */
    static Type of(Value value) {
        if (value instanceof StringValue) {
            return Simple.STRING;
        } else if (value instanceof NumberValue) {
            return Simple.NUMBER;
        } else if (value instanceof BooleanValue) {
            return Simple.BOOLEAN;
        } else if (value instanceof NullValue none) {
            return none.type() instanceof Type type ? type : Simple.ANY;
        } else if (value instanceof ListValue list) {
            if (list.kind() == ListValue.Kind.TUPLE) {
                return new Tuple(ofAll(list.elements()));
            }
            return list.type() instanceof Type type ? type : new Sequence(list.kind(), common(list.elements()));
        } else if (value instanceof ObjectValue object) {
            if (object.kind() == ObjectValue.Kind.MAP) {
                return object.type() instanceof Type type
                        ? type
                        : new Mapping(common(object.members().values().stream()
                                .map(Value.Member::value)
                                .toList()));
            }
            Map<String, Type> attributes = new LinkedHashMap<>();
            object.members().forEach((name, member) -> attributes.put(name, of(member.value())));
            return new Structure(attributes);
        }
        UnknownValue unknown = (UnknownValue) value;
        return unknown.type() instanceof Type type
                ? type
                : ofShape(unknown.unknown().shape());
    }

    private static Type ofShape(Shape shape) {
        return switch (shape) {
            case STRING -> Simple.STRING;
            case NUMBER -> Simple.NUMBER;
            case BOOLEAN -> Simple.BOOLEAN;
            case ANY, LIST, OBJECT -> Simple.ANY;
        };
    }

    /** Null of this type. */
    static NullValue nullOf(Type type, Origin origin, boolean sensitive) {
        return new NullValue(type == Simple.ANY ? null : type, origin, sensitive);
    }

    /** What the elements of a collection, or of a structure taken for one, have in common. */
    static Type elementOf(Type type) {
        if (type instanceof Sequence sequence) {
            return sequence.element();
        } else if (type instanceof Mapping map) {
            return map.element();
        } else if (type instanceof Tuple tuple) {
            return Unification.unify(tuple.elements()).orElse(Simple.ANY);
        } else if (type instanceof Structure structure) {
            return Unification.unify(List.copyOf(structure.attributes().values()))
                    .orElse(Simple.ANY);
        }
        return Simple.ANY;
    }

    static List<Type> ofAll(Collection<Value> values) {
        return values.stream().map(Type::of).collect(Collectors.toCollection(ArrayList::new));
    }

    /** The element type of a list, set or map: that of the first element which tells, for all are of one type. */
    private static Type common(Collection<Value> values) {
        Type found = Simple.ANY;
        for (Value value : values) {
            Type type = of(value);
            if (!type.hasAny()) {
                return type;
            }
            if (found == Simple.ANY) {
                found = type;
            }
        }
        return found;
    }
}
