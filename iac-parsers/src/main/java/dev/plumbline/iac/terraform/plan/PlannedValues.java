package dev.plumbline.iac.terraform.plan;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
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
import dev.plumbline.iac.terraform.graph.ComputedAttributes;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The attributes of a planned resource: what is known, what is known after apply, what is sensitive.
 *
 * <p>A plan lists every attribute of a type, a configuration those that someone wrote. So that a rule sees the same in
 * both, what nobody wrote and the provider will choose is left out, as are blocks that do not occur.
 *
 * <p>The reader bounds the nesting of nodes, and so the recursion.
 */
final class PlannedValues {
    private final PlannedResource resource;

    private PlannedValues(PlannedResource resource) {
        this.resource = resource;
    }

    /** @param written the expressions of the resource in the plan's configuration; null where they are not there */
    static ObjectValue of(PlannedResource resource, Mapping written) {
        return new PlannedValues(resource)
                .object(
                        resource.values(),
                        resource.unknown(),
                        resource.sensitive(),
                        written,
                        "",
                        Origin.at(resource.header()));
    }

    private ObjectValue object(Node known, Node unknown, Node sensitive, Mapping written, String path, Origin origin) {
        Map<String, Member> members = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        Nodes.members(known).forEach(member -> names.add(member.key()));
        Nodes.members(unknown).stream()
                .filter(member -> holdsUnknown(member.value()))
                .forEach(member -> names.add(member.key()));
        for (String name : names) {
            Node.Member place = member(known, name) == null || Nodes.isTrue(Nodes.get(unknown, name))
                    ? member(unknown, name)
                    : member(known, name);
            Node expression = written == null ? null : written.get(name);
            if (written == null || expression != null || isWritten(known, unknown, name)) {
                Node hidden = Nodes.isTrue(sensitive) ? sensitive : Nodes.get(sensitive, name);
                String inner = path.isEmpty() ? name : path + "." + name;
                Value value = value(
                        Nodes.get(known, name), Nodes.get(unknown, name), hidden, expression, inner, place.value());
                members.put(name, new Member(place.keyRange(), value));
            }
        }
        return new ObjectValue(members, origin);
    }

    private static Node.Member member(Node node, String name) {
        return node instanceof Mapping mapping ? mapping.member(name) : null;
    }

    private static boolean holdsUnknown(Node unknown) {
        if (unknown instanceof Sequence sequence) {
            return sequence.items().stream().anyMatch(PlannedValues::holdsUnknown);
        }
        return Nodes.isTrue(unknown)
                || unknown instanceof Mapping mapping
                        && mapping.members().stream().anyMatch(member -> holdsUnknown(member.value()));
    }

    /** Whether an attribute for which there is no expression counts as written. */
    private boolean isWritten(Node known, Node unknown, String name) {
        if (Nodes.isTrue(Nodes.get(unknown, name))) {
            return ComputedAttributes.isSet(name, resource.data());
        }
        return !(Nodes.get(known, name) instanceof Sequence sequence)
                || !sequence.items().isEmpty();
    }

    private Value value(Node known, Node unknown, Node sensitive, Node written, String path, Node place) {
        Value value = unmarked(known, unknown, sensitive, written, path, place.range());
        return Nodes.isTrue(sensitive) ? value.asSensitive() : value;
    }

    private Value unmarked(Node known, Node unknown, Node sensitive, Node written, String path, SourceRange place) {
        Origin origin = Origin.at(place);
        if (Nodes.isTrue(unknown)) {
            return new UnknownValue(afterApply(path, written), origin);
        } else if (known instanceof Sequence || known == null && unknown instanceof Sequence) {
            List<Value> elements = new ArrayList<>();
            for (int i = 0; Nodes.item(known, i) != null || Nodes.item(unknown, i) != null; i++) {
                Node element = Nodes.item(known, i);
                elements.add(element(
                        element,
                        Nodes.item(unknown, i),
                        Nodes.isTrue(sensitive) ? sensitive : Nodes.item(sensitive, i),
                        Nodes.item(written, i),
                        path + "[" + i + "]",
                        element == null ? Nodes.item(unknown, i) : element));
            }
            return new ListValue(elements, origin);
        } else if (known instanceof Mapping || unknown instanceof Mapping) {
            return object(known, unknown, sensitive, null, path, origin);
        }
        return known instanceof Scalar scalar ? scalar(scalar, origin) : new NullValue(origin);
    }

    /** An element of a list; of nested blocks where the configuration has a list in its place, too. */
    private Value element(Node known, Node unknown, Node sensitive, Node written, String path, Node place) {
        if (known instanceof Mapping && written instanceof Mapping block && !Nodes.isTrue(unknown)) {
            ObjectValue object = object(known, unknown, sensitive, block, path, Origin.at(place.range()));
            return Nodes.isTrue(sensitive) ? object.asSensitive() : object;
        }
        return value(known, unknown, sensitive, null, path, place);
    }

    private Unknown afterApply(String path, Node written) {
        String name = resource.address() + "." + path;
        String attribute = path.substring(path.lastIndexOf('.') + 1);
        boolean string = ComputedAttributes.isString(attribute);
        boolean set = ComputedAttributes.isSet(attribute, resource.data());
        List<String> references = Nodes.texts(Nodes.get(written, "references"));
        if (!references.isEmpty() && ReferenceLists.longest(references).size() == 1) {
            Address target = Address.parse(references.get(0));
            String last = target.step(target.steps().size() - 1).name();
            set |= target.steps().size() > target.resourceSteps()
                    && ComputedAttributes.isSet(last, target.step(0).name().equals("data"));
        }
        Unknown unknown = resource.data()
                ? Unknown.because(Cause.EXTERNAL, name + " is read when the plan is applied")
                : Unknown.because(Cause.KNOWN_AFTER_APPLY, name + " is known after apply");
        unknown = set ? unknown.certainlySet() : unknown;
        unknown = string ? unknown.of(Shape.STRING) : unknown;
        String prefix = ComputedAttributes.prefix(resource.type(), attribute);
        unknown = prefix.isEmpty() ? unknown : unknown.startingWith(prefix);
        return unknown.knownAs("<" + name + ">");
    }

    private static Value scalar(Scalar scalar, Origin origin) {
        return switch (scalar.kind()) {
            case STRING -> new StringValue(scalar.text(), origin);
            case BOOLEAN -> new BooleanValue(scalar.text().equals("true"), origin);
            case NULL -> new NullValue(origin);
            case NUMBER ->
                Numbers.parse(scalar.text())
                        .<Value>map(number -> new NumberValue(number, origin))
                        .orElseGet(() -> new UnknownValue(
                                Unknown.because(Cause.ERROR, "the number is out of bounds")
                                        .of(Shape.NUMBER),
                                origin));
        };
    }
}
