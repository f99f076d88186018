package dev.plumbline.rules;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.rules.view.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What would be deployed if one attribute were another: for tests of what an attribute decides. */
final class Changes {
    private Changes() {}

    /** The unit with the attribute at {@code path} set for the resource at that address, in every world. */
    static ScanUnit set(ScanUnit unit, String address, String path, Value value) {
        List<Object> steps = Path.parse(path).steps();
        return new ScanUnit(
                unit.path(),
                unit.dialect(),
                unit.worlds().stream()
                        .map(world -> new ScanUnit.World(world.premises(), set(world.graph(), address, steps, value)))
                        .toList(),
                unit.diagnostics());
    }

    private static ResourceGraph set(ResourceGraph graph, String address, List<Object> steps, Value value) {
        return new ResourceGraph(
                graph.resources().stream()
                        .map(resource -> resource.address().equals(address)
                                ? with(resource, (ObjectValue) set(resource.attributes(), steps, value))
                                : resource)
                        .toList(),
                graph.edges(),
                graph.unseen());
    }

    private static Resource with(Resource resource, ObjectValue attributes) {
        return new Resource(
                resource.address(),
                resource.type(),
                resource.name(),
                resource.mode(),
                resource.dialect(),
                resource.version(),
                attributes,
                resource.range(),
                resource.header(),
                resource.calls(),
                resource.existence());
    }

    /** In every element of the lists on the way, as a person would who mends a block that stands there twice. */
    private static Value set(Value in, List<Object> steps, Value value) {
        if (steps.isEmpty()) {
            return value;
        } else if (in instanceof ListValue list) {
            List<Value> elements = new ArrayList<>();
            for (int i = 0; i < list.elements().size(); i++) {
                Value element = list.elements().get(i);
                boolean positioned = steps.get(0) instanceof Integer;
                List<Object> rest = positioned ? steps.subList(1, steps.size()) : steps;
                elements.add(!positioned || steps.get(0).equals(i) ? set(element, rest, value) : element);
            }
            return new ListValue(elements, list.kind(), list.origin(), list.sensitive());
        }
        ObjectValue object = in instanceof ObjectValue written ? written : new ObjectValue(Map.of(), value.origin());
        String name = existing(object, (String) steps.get(0));
        Map<String, Member> members = new LinkedHashMap<>(object.members());
        Value inner = set(object.get(name), steps.subList(1, steps.size()), value);
        members.put(name, Member.unnamed(inner));
        return new ObjectValue(members, object.kind(), object.origin(), object.sensitive());
    }

    /** ARM's names are matched without regard to case. */
    private static String existing(ObjectValue object, String name) {
        return object.members().keySet().stream()
                .filter(known -> object.kind() == ObjectValue.Kind.CASE_INSENSITIVE && known.equalsIgnoreCase(name))
                .findFirst()
                .orElse(name);
    }
}
