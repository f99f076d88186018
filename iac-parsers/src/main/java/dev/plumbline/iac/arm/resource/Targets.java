package dev.plumbline.iac.arm.resource;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.DeploymentContext;
import dev.plumbline.iac.arm.expression.DeploymentContext.Level;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.template.TemplateShape;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.Locale;

/** Tells where the template of a deployment within a deployment goes: what it says itself, else where the outer one goes. */
final class Targets {
    private static final String MANAGEMENT_GROUPS = "microsoft.management/managementgroups/";

    private Targets() {}

    /** @param template what is deployed; null where that is not known */
    static DeploymentContext of(Mapping resource, Scope scope, Mapping template, Deployment outer) {
        DeploymentContext around = outer.target();
        Value subscription = value(resource, "subscriptionId", scope, outer);
        Value group = value(resource, "resourceGroup", scope, outer);
        Value written = value(resource, "scope", scope, outer);
        Value managementGroup = managementGroup(written);
        Level level = around.level();
        if (managementGroup != null) {
            level = Level.MANAGEMENT_GROUP;
        } else if (written instanceof StringValue text && text.value().equals("/")) {
            level = Level.TENANT;
        } else if (group != null) {
            level = Level.RESOURCE_GROUP;
        } else if (subscription != null) {
            level = Level.SUBSCRIPTION;
        } else if (template != null) {
            level = TemplateShape.level(template, level);
        }
        Node name = Nodes.get(resource, "name");
        return new DeploymentContext(
                level,
                subscription == null ? around.subscriptionId() : subscription,
                group == null ? around.resourceGroup() : group,
                managementGroup == null ? around.managementGroup() : managementGroup,
                name == null
                        ? around.name()
                        : outer.evaluator().evaluate(name, scope).withOrigin(Origin.at(name.range())),
                around.symbol());
    }

    private static Value value(Mapping resource, String member, Scope scope, Deployment outer) {
        Node node = Nodes.get(resource, member);
        Value value = node == null ? null : outer.evaluator().evaluate(node, scope);
        boolean usable = value instanceof UnknownValue
                || (value instanceof StringValue text && !text.value().isEmpty());
        return usable ? value : null;
    }

    /** The group's name, of a scope that is one; null where it is another. */
    private static Value managementGroup(Value scope) {
        if (!(scope instanceof StringValue text)) {
            return null;
        }
        String path = text.value();
        int at = path.toLowerCase(Locale.ROOT).indexOf(MANAGEMENT_GROUPS);
        String name = at < 0 ? "" : path.substring(at + MANAGEMENT_GROUPS.length());
        return name.isEmpty() || name.indexOf('/') >= 0
                ? null
                : new StringValue(name, scope.origin(), scope.sensitive());
    }
}
