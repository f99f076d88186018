package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.lazy;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.arm.expression.DeploymentContext;
import dev.plumbline.iac.arm.expression.DeploymentContext.Level;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions that tell where the template is deployed to. */
final class ScopeFunctions {
    static final List<Function> ALL = List.of(
            lazy("subscription", 0, 0, Shape.OBJECT, ScopeFunctions::subscription),
            lazy("resourceGroup", 0, 0, Shape.OBJECT, ScopeFunctions::resourceGroup),
            lazy("managementGroup", 0, 0, Shape.OBJECT, ScopeFunctions::managementGroup),
            lazy("tenant", 0, 0, Shape.OBJECT, ScopeFunctions::tenant));

    private ScopeFunctions() {}

    private static Value subscription(Invocation in) {
        DeploymentContext deployment = in.scope().deployment();
        if (deployment.level() == Level.MANAGEMENT_GROUP || deployment.level() == Level.TENANT) {
            throw in.failure("subscription() has no value in a deployment to a management group or tenant");
        }
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("id", ResourceIds.subscription(in, deployment.subscriptionId()));
        members.put("subscriptionId", deployment.subscriptionId());
        members.put("tenantId", member(in, "subscription()", "tenantId", Shape.STRING));
        members.put("displayName", member(in, "subscription()", "displayName", Shape.STRING));
        return in.result(members);
    }

    private static Value resourceGroup(Invocation in) {
        DeploymentContext deployment = in.scope().deployment();
        if (deployment.level() != Level.RESOURCE_GROUP) {
            throw in.failure("resourceGroup() has a value only in a deployment to a resource group");
        }
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("id", ResourceIds.group(in, deployment.subscriptionId(), deployment.resourceGroup()));
        members.put("name", deployment.resourceGroup());
        members.put("type", in.result("Microsoft.Resources/resourceGroups"));
        members.put("location", member(in, "resourceGroup()", "location", Shape.STRING));
        members.put(
                "managedBy",
                in.unknown(Unknown.because(
                        Cause.KNOWN_AFTER_APPLY, "resourceGroup().managedBy is known when the template is deployed")));
        members.put(
                "tags",
                in.unknown(Unknown.because(
                                Cause.KNOWN_AFTER_APPLY, "resourceGroup().tags is known when the template is deployed")
                        .knownAs("<resourceGroup().tags>")));
        members.put("properties", member(in, "resourceGroup()", "properties", Shape.OBJECT));
        return in.result(members);
    }

    private static Value managementGroup(Invocation in) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put(
                "id", ResourceIds.managementGroup(in, in.scope().deployment().managementGroup()));
        members.put("name", in.scope().deployment().managementGroup());
        members.put("type", in.result("Microsoft.Management/managementGroups"));
        members.put("properties", member(in, "managementGroup()", "properties", Shape.OBJECT));
        return in.result(members);
    }

    private static Value tenant(Invocation in) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (String name : List.of("tenantId", "country", "countryCode", "displayName")) {
            members.put(name, member(in, "tenant()", name, Shape.STRING));
        }
        return in.result(members);
    }

    /** A member of such a function's result that only the deployment tells, but that is certain to be there. */
    static Value member(Invocation in, String call, String name, Shape shape) {
        String path = call + "." + name;
        return in.unknown(Unknown.because(Cause.KNOWN_AFTER_APPLY, path + " is known when the template is deployed")
                .of(shape)
                .certainlySet()
                .knownAs("<" + path + ">"));
    }
}
