package dev.plumbline.iac.terraform.plan;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The resources that there will be once a plan is applied: those of {@code planned_values}, those that only {@code
 * resource_changes} names, and the data sources that were read for the plan.
 */
final class PlannedResources {
    private final Map<String, Mapping> changes = new LinkedHashMap<>();
    private final Map<String, PlannedResource> found = new LinkedHashMap<>();

    private PlannedResources() {}

    static List<PlannedResource> in(Mapping plan) {
        PlannedResources resources = new PlannedResources();
        for (Mapping change : Nodes.mappings(plan.get("resource_changes"))) {
            if (change.get("deposed") == null) {
                resources.changes.putIfAbsent(Nodes.text(change.get("address")), change);
            }
        }
        resources.module(Nodes.get(plan, "planned_values", "root_module"), "", false);
        resources.changes.values().forEach(resources::change);
        resources.module(Nodes.get(plan, "prior_state", "values", "root_module"), "", true);
        return List.copyOf(resources.found.values());
    }

    private void module(Node module, String address, boolean onlyData) {
        for (Mapping resource : Nodes.mappings(Nodes.get(module, "resources"))) {
            if (!onlyData || isData(resource)) {
                Node change = Nodes.get(changes.get(Nodes.text(resource.get("address"))), "change");
                Node values = resource.get("values");
                add(resource, address, values == null ? Nodes.get(change, "after") : values, change);
            }
        }
        for (Mapping child : Nodes.mappings(Nodes.get(module, "child_modules"))) {
            module(child, Nodes.text(child.get("address")), onlyData);
        }
    }

    private void change(Mapping resource) {
        Node change = resource.get("change");
        boolean stays = !Nodes.isNull(Nodes.get(change, "after"))
                || Nodes.texts(Nodes.get(change, "actions")).contains("read");
        if (stays) {
            add(resource, Nodes.text(resource.get("module_address")), Nodes.get(change, "after"), change);
        }
    }

    private void add(Mapping resource, String module, Node values, Node change) {
        String address = Nodes.text(resource.get("address"));
        String type = Nodes.text(resource.get("type"));
        String name = Nodes.text(resource.get("name"));
        if (address.isEmpty() || type.isEmpty() || name.isEmpty()) {
            return;
        }
        List<Address.Step> steps = Address.parse(address).steps();
        Node sensitive = resource.get("sensitive_values");
        found.putIfAbsent(
                address,
                new PlannedResource(
                        address,
                        module,
                        type,
                        name,
                        isData(resource),
                        steps.get(steps.size() - 1).key(),
                        values,
                        Nodes.get(change, "after_unknown"),
                        sensitive == null ? Nodes.get(change, "after_sensitive") : sensitive,
                        resource.member("address").range(),
                        resource.range()));
    }

    private static boolean isData(Mapping resource) {
        return Nodes.text(resource.get("mode")).equals("data");
    }
}
