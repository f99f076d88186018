package dev.plumbline.iac.arm.resource;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.arm.expression.DeploymentContext;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.expression.Symbols;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.template.NodeEvaluator;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.List;
import java.util.Locale;

/** Tells what a resource is called in full, by its type, name and scope as written and by what it is written in. */
final class Naming {
    private static final String UNKNOWN = "<unknown>";

    private Naming() {}

    /**
     * @param parent the resource that it is written inside of; null where it stands for itself
     * @param around what deploys it
     */
    static ResourceName of(Mapping resource, Scope scope, Instance parent, Deployment around) {
        NodeEvaluator evaluator = around.evaluator();
        String type = symbol(evaluator.evaluate(Nodes.get(resource, "type"), scope));
        int version = type.indexOf('@');
        type = version < 0 ? type : type.substring(0, version);
        Node written = Nodes.get(resource, "name");
        String name = written == null ? UNKNOWN : symbol(evaluator.evaluate(written, scope));
        if (parent != null) {
            return child(parent.name(), type, name);
        }
        Node extended = Nodes.get(resource, "scope");
        boolean deployment = Instance.isDeployment(type);
        if (extended != null && !deployment) {
            return ResourceName.of(extended(symbol(evaluator.evaluate(extended, scope)), around), type, name);
        }
        boolean elsewhere = deployment
                || Nodes.get(resource, "resourceGroup") != null
                || Nodes.get(resource, "subscriptionId") != null;
        return ResourceName.of(
                path(elsewhere ? Targets.of(resource, scope, null, around) : around.target()), type, name);
    }

    private static ResourceName child(ResourceName outer, String type, String name) {
        if (type.toLowerCase(Locale.ROOT).startsWith(outer.type().toLowerCase(Locale.ROOT) + "/")) {
            boolean full =
                    ResourceName.split(name).size() >= ResourceName.split(type).size() - 1;
            return ResourceName.of(outer.scope(), type, full ? name : outer.name() + "/" + name);
        }
        boolean hasNamespace = ResourceName.split(type).get(0).indexOf('.') >= 0;
        return hasNamespace
                ? ResourceName.of(outer.id(), type, name)
                : ResourceName.of(outer.scope(), outer.type() + "/" + type, outer.name() + "/" + name);
    }

    /** The id of what an extension resource extends: written as an id, or without the scope of the deployment. */
    private static String extended(String scope, Deployment deployment) {
        if (scope.startsWith("/") || scope.startsWith("<")) {
            return scope.equals("/") ? "" : scope;
        }
        return scope.indexOf('/') < 0 ? scope : path(deployment.target()) + "/providers/" + interleaved(scope);
    }

    private static String interleaved(String typeAndName) {
        List<String> segments = ResourceName.split(typeAndName);
        int types = segments.size() / 2 + 1;
        return new ResourceName(
                        "",
                        String.join("/", segments.subList(0, types)),
                        String.join("/", segments.subList(types, segments.size())))
                .relative();
    }

    /** What stands for a value in a name; nothing of a sensitive one is told. */
    private static String symbol(Value value) {
        String symbol = value.sensitive() ? "" : Symbols.of(value);
        return symbol.isEmpty() ? UNKNOWN : symbol;
    }

    /** The id of what a template is deployed to. */
    private static String path(DeploymentContext target) {
        String subscription = "/subscriptions/" + symbol(target.subscriptionId());
        return switch (target.level()) {
            case RESOURCE_GROUP -> subscription + "/resourceGroups/" + symbol(target.resourceGroup());
            case SUBSCRIPTION -> subscription;
            case MANAGEMENT_GROUP ->
                "/providers/Microsoft.Management/managementGroups/" + symbol(target.managementGroup());
            case TENANT -> "";
        };
    }
}
