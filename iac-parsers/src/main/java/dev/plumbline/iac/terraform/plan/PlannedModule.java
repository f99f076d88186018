package dev.plumbline.iac.terraform.plan;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A module in the {@code configuration} of a plan.
 *
 * @param resources by their addresses in the module
 * @param outputs the expressions of the outputs
 */
record PlannedModule(Map<String, Mapping> resources, Map<String, Call> calls, Map<String, Node> outputs) {

    /** @param arguments the expressions of the arguments */
    record Call(Mapping arguments, Mapping node, PlannedModule module) {}

    /** The reader bounds the nesting, and so the recursion. */
    static PlannedModule of(Node node) {
        Map<String, Mapping> resources = new LinkedHashMap<>();
        for (Mapping resource : Nodes.mappings(Nodes.get(node, "resources"))) {
            resources.putIfAbsent(Nodes.text(resource.get("address")), resource);
        }
        Map<String, Call> calls = new LinkedHashMap<>();
        for (Node.Member call : Nodes.members(Nodes.get(node, "module_calls"))) {
            if (call.value() instanceof Mapping mapping) {
                Mapping arguments = mapping.get("expressions") instanceof Mapping expressions ? expressions : null;
                calls.put(call.key(), new Call(arguments, mapping, of(mapping.get("module"))));
            }
        }
        Map<String, Node> outputs = new LinkedHashMap<>();
        for (Node.Member output : Nodes.members(Nodes.get(node, "outputs"))) {
            outputs.put(output.key(), Nodes.get(output.value(), "expression"));
        }
        return new PlannedModule(resources, calls, outputs);
    }

    /** The module that calls by these names lead to from here; one without content where they lead nowhere. */
    PlannedModule called(Address module) {
        PlannedModule inner = this;
        for (int i = 1; i < module.steps().size(); i += 2) {
            Call call = inner.calls.get(module.step(i).name());
            if (call == null) {
                return of(null);
            }
            inner = call.module();
        }
        return inner;
    }
}
