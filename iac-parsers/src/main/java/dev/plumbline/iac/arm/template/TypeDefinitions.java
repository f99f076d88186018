package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.arm.expression.Values;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The types that a template defines for its parameters and outputs ({@code definitions}, referred to by {@code $ref}).
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/definitions">Type definitions in ARM
 *     templates</a>
 */
public final class TypeDefinitions {
    private static final String PREFIX = "#/definitions/";

    /** How many references are followed from one type to the next. */
    private static final int MAX_REFERENCES = 20;

    private final Mapping definitions;

    public TypeDefinitions(Mapping template) {
        this.definitions = Nodes.mapping(template, "definitions");
    }

    /** A declaration with what it takes over from the type that it refers to; its own members come first. */
    public Mapping resolve(Mapping declaration) {
        Mapping resolved = declaration;
        for (int i = 0; i < MAX_REFERENCES; i++) {
            String reference = Nodes.text(resolved, "$ref");
            String name = reference.startsWith(PREFIX) ? unescaped(reference.substring(PREFIX.length())) : "";
            Mapping definition = definitions == null || name.isEmpty() ? null : Nodes.mapping(definitions, name);
            if (definition == null) {
                return resolved;
            }
            resolved = merged(Nodes.without(resolved, "$ref"), definition);
        }
        return resolved;
    }

    /** A JSON pointer's segment. */
    private static String unescaped(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    private static Mapping merged(Mapping declaration, Mapping definition) {
        List<Node.Member> members = new ArrayList<>(declaration.members());
        for (Node.Member member : definition.members()) {
            if (Nodes.get(declaration, member.key()) == null) {
                members.add(member);
            }
        }
        return new Mapping(members, "", declaration.range());
    }

    /** The name of the type that a resolved declaration has, in lower case; empty where it says none. */
    static String name(Mapping type) {
        return Nodes.text(type, "type").toLowerCase(Locale.ROOT);
    }

    static boolean isNullable(Mapping type) {
        return Nodes.get(type, "nullable") instanceof Scalar scalar
                && scalar.text().equalsIgnoreCase("true");
    }

    /** The type of an object's property, resolved; null where the type says nothing of it. */
    Mapping property(Mapping type, String name) {
        Mapping properties = Nodes.mapping(type, "properties");
        Mapping declared = properties == null ? null : Nodes.mapping(properties, name);
        return declared == null ? other(type, "additionalProperties") : resolve(declared);
    }

    /** The type of an array's element, resolved; null where the type says nothing of it. */
    Mapping element(Mapping type, int index) {
        List<Node> first = Nodes.items(Nodes.get(type, "prefixItems"));
        return index < first.size() && first.get(index) instanceof Mapping mapping
                ? resolve(mapping)
                : other(type, "items");
    }

    private Mapping other(Mapping type, String member) {
        Mapping declared = Nodes.mapping(type, member);
        return declared == null ? null : resolve(declared);
    }

    /** Of a tagged union, the variant that an object is; the type itself where it is none. */
    Mapping variant(Mapping type, ObjectValue value) {
        Mapping discriminator = Nodes.mapping(type, "discriminator");
        Mapping variants = discriminator == null ? null : Nodes.mapping(discriminator, "mapping");
        if (variants == null || !(value.get(Nodes.text(discriminator, "propertyName")) instanceof StringValue tag)) {
            return type;
        }
        Mapping variant = Nodes.mapping(variants, tag.value());
        return variant == null ? type : resolve(variant);
    }

    /** The value with what the type says is secure marked as sensitive. */
    public Value secured(Value value, Mapping type) {
        if (name(type).startsWith("secure")) {
            return Values.deeplySensitive(value);
        }
        if (value instanceof ObjectValue object && isStructured(type)) {
            Mapping variant = variant(type, object);
            Map<String, Member> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> {
                Mapping property = property(variant, name);
                members.put(
                        name,
                        property == null ? member : new Member(member.nameRange(), secured(member.value(), property)));
            });
            return new ObjectValue(members, object.kind(), object.origin(), object.sensitive());
        }
        if (value instanceof ListValue list && isStructured(type)) {
            List<Value> elements = new ArrayList<>();
            for (Value element : list.elements()) {
                Mapping item = element(type, elements.size());
                elements.add(item == null ? element : secured(element, item));
            }
            return new ListValue(elements, list.kind(), list.origin(), list.sensitive());
        }
        return value;
    }

    /** Whether it says something of what is in a value. */
    private static boolean isStructured(Mapping type) {
        for (String member : List.of("properties", "additionalProperties", "items", "prefixItems", "discriminator")) {
            Node node = Nodes.get(type, member);
            if (node instanceof Mapping || node instanceof Sequence) {
                return true;
            }
        }
        return false;
    }
}
