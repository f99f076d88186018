package dev.plumbline.iac.terraform;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.tree.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The instances of {@code terraform_data} with their values in one spelling, as a plan has them and as we have them:
 * {@code "?"} is unknown, {@code "!"} comes before what is sensitive.
 */
final class PlannedInstances {
    private static final List<String> ATTRIBUTES = List.of("input", "triggers_replace", "output");

    private PlannedInstances() {}

    static Map<String, String> ofPlan(Node plan) {
        Map<String, String> instances = new TreeMap<>();
        for (Node change : items(get(plan, "resource_changes"))) {
            Node values = get(change, "change");
            for (String name : ATTRIBUTES) {
                instances.put(
                        text(get(change, "address")) + "." + name,
                        planned(
                                get(get(values, "after"), name),
                                get(get(values, "after_unknown"), name),
                                get(get(values, "after_sensitive"), name)));
            }
        }
        return instances;
    }

    static Map<String, String> ofGraph(ResourceGraph graph) {
        Map<String, String> instances = new TreeMap<>();
        for (Resource resource : graph.resources()) {
            for (String name : ATTRIBUTES) {
                instances.put(
                        resource.address() + "." + name,
                        evaluated(resource.attributes().get(name), false));
            }
        }
        return instances;
    }

    private static String planned(Node after, Node unknown, Node sensitive) {
        String mark = isTrue(sensitive) ? "!" : "";
        if (isTrue(unknown)) {
            return mark + "?";
        } else if (after instanceof Node.Sequence || unknown instanceof Node.Sequence) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < Math.max(items(after).size(), items(unknown).size()); i++) {
                elements.add(planned(item(after, i), item(unknown, i), item(sensitive, i)));
            }
            return mark + "[" + String.join(",", elements) + "]";
        } else if (after instanceof Node.Mapping || unknown instanceof Node.Mapping) {
            TreeSet<String> names = new TreeSet<>(names(after));
            names.addAll(names(unknown));
            return mark
                    + names.stream()
                            .map(name ->
                                    name + ":" + planned(get(after, name), get(unknown, name), get(sensitive, name)))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        Node.Scalar scalar = (Node.Scalar) after;
        return mark
                + (scalar == null
                        ? "null"
                        : switch (scalar.kind()) {
                            case STRING -> '"' + scalar.text() + '"';
                            case NUMBER -> number(new BigDecimal(scalar.text()));
                            case BOOLEAN, NULL -> scalar.text();
                        });
    }

    private static String evaluated(Value value, boolean marked) {
        String mark = value.sensitive() && !marked ? "!" : "";
        boolean inside = marked || value.sensitive();
        if (value instanceof UnknownValue) {
            return mark + "?";
        } else if (value instanceof ListValue list) {
            return mark
                    + list.elements().stream()
                            .map(element -> evaluated(element, inside))
                            .collect(Collectors.joining(",", "[", "]"));
        } else if (value instanceof ObjectValue object) {
            return mark
                    + new TreeMap<>(object.members())
                            .entrySet().stream()
                                    .map(member -> member.getKey() + ":"
                                            + evaluated(member.getValue().value(), inside))
                                    .collect(Collectors.joining(",", "{", "}"));
        } else if (value instanceof StringValue string) {
            return mark + '"' + string.value() + '"';
        } else if (value instanceof NumberValue number) {
            return mark + number(number.value());
        } else if (value instanceof BooleanValue bool) {
            return mark + bool.value();
        }
        return mark + "null";
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Node get(Node node, String name) {
        return node instanceof Node.Mapping mapping ? mapping.get(name) : null;
    }

    private static List<String> names(Node node) {
        return node instanceof Node.Mapping mapping
                ? mapping.members().stream().map(Node.Member::key).toList()
                : List.of();
    }

    private static List<Node> items(Node node) {
        return node instanceof Node.Sequence sequence ? sequence.items() : List.of();
    }

    private static Node item(Node node, int index) {
        return index < items(node).size() ? items(node).get(index) : null;
    }

    private static String text(Node node) {
        return ((Node.Scalar) node).text();
    }

    private static boolean isTrue(Node node) {
        return node instanceof Node.Scalar scalar
                && scalar.kind() == Node.Scalar.Kind.BOOLEAN
                && scalar.text().equals("true");
    }
}
