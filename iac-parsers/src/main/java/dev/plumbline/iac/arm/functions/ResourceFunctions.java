package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.ANY_NUMBER;
import static dev.plumbline.iac.arm.expression.Function.lazy;

import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.arm.expression.DeploymentContext;
import dev.plumbline.iac.arm.expression.DeploymentContext.Level;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import dev.plumbline.iac.arm.expression.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions that name resources or ask Azure about them; the answers are not known before the deployment. */
final class ResourceFunctions {

    static final List<Function> ALL = List.of(
            lazy("resourceId", 2, ANY_NUMBER, Shape.STRING, ResourceFunctions::resourceId),
            lazy("subscriptionResourceId", 2, ANY_NUMBER, Shape.STRING, ResourceFunctions::subscriptionResourceId),
            lazy("tenantResourceId", 2, ANY_NUMBER, Shape.STRING, in -> ResourceIds.resource(in, in.result(""), 0)),
            lazy(
                    "managementGroupResourceId",
                    2,
                    ANY_NUMBER,
                    Shape.STRING,
                    ResourceFunctions::managementGroupResourceId),
            lazy("extensionResourceId", 3, ANY_NUMBER, Shape.STRING, in -> ResourceIds.resource(in, in.value(0), 1)),
            lazy("reference", 1, 3, Shape.OBJECT, ResourceFunctions::reference),
            asked("references", 1, 3, Shape.LIST),
            asked("providers", 1, 2, Shape.OBJECT),
            asked("pickZones", 3, 5, Shape.LIST),
            asked("toLogicalZone", 3, 3, Shape.STRING),
            asked("toLogicalZones", 3, 3, Shape.LIST),
            asked("toPhysicalZone", 3, 3, Shape.STRING),
            asked("toPhysicalZones", 3, 3, Shape.LIST),
            lazy("resourceInfo", 1, 1, Shape.OBJECT, ResourceFunctions::resourceInfo));

    private ResourceFunctions() {}

    /** {@code listKeys}, {@code listAccountSas} and all the others that resource providers offer. */
    static Function list(String name) {
        return lazy(name, 1, 3, Shape.OBJECT, in -> in.unknown(
                        Cause.KNOWN_AFTER_APPLY,
                        in.name() + "() is answered by Azure when the template is deployed",
                        identified(in))
                .asSensitive());
    }

    private static Function asked(String name, int minimum, int maximum, Shape shape) {
        return lazy(
                name,
                minimum,
                maximum,
                shape,
                in -> in.unknown(
                        Cause.KNOWN_AFTER_APPLY, name + "() is answered by Azure when the template is deployed"));
    }

    /** Where the resource type stands: the first argument with a slash, behind at most {@code before} others. */
    private static int typeAt(Invocation in, int before) {
        for (int i = 0; i < Math.min(before + 1, in.count()); i++) {
            if (in.value(i) instanceof StringValue text && text.value().indexOf('/') >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static Value resourceId(Invocation in) {
        int typeAt = typeAt(in, 2);
        if (typeAt < 0) {
            return withoutType(in);
        }
        DeploymentContext deployment = in.scope().deployment();
        boolean hasGroup = typeAt == 2 || (typeAt == 1 && !isGuid(in.value(0)));
        Value subscription = typeAt == 2 || (typeAt == 1 && !hasGroup) ? in.value(0) : deployment.subscriptionId();
        Value scope;
        if (hasGroup) {
            scope = ResourceIds.group(in, subscription, in.value(typeAt - 1));
        } else if (deployment.level() == Level.RESOURCE_GROUP) {
            scope = ResourceIds.group(in, subscription, deployment.resourceGroup());
        } else if (deployment.level() == Level.SUBSCRIPTION || typeAt == 1) {
            scope = ResourceIds.subscription(in, subscription);
        } else {
            scope = in.result("");
        }
        return ResourceIds.resource(in, scope, typeAt);
    }

    private static boolean isGuid(Value value) {
        return value instanceof StringValue text
                && text.value().length() == 36
                && text.value().chars().allMatch(c -> c == '-' || Character.digit(c, 16) >= 0);
    }

    private static Value withoutType(Invocation in) {
        for (Value value : in.values()) {
            if (!value.isWhollyKnown()) {
                return in.unknown();
            }
        }
        throw in.failure(in.name() + " takes a resource type with its namespace");
    }

    private static Value subscriptionResourceId(Invocation in) {
        int typeAt = typeAt(in, 1);
        if (typeAt < 0) {
            return withoutType(in);
        }
        Value subscription = typeAt == 0 ? in.scope().deployment().subscriptionId() : in.value(0);
        return ResourceIds.resource(in, ResourceIds.subscription(in, subscription), typeAt);
    }

    private static Value managementGroupResourceId(Invocation in) {
        int typeAt = typeAt(in, 1);
        if (typeAt < 0) {
            return withoutType(in);
        }
        Value group = typeAt == 0 ? in.scope().deployment().managementGroup() : in.value(0);
        return ResourceIds.resource(in, ResourceIds.managementGroup(in, group), typeAt);
    }

    private static Value reference(Invocation in) {
        return in.unknown(
                Cause.KNOWN_AFTER_APPLY, "reference() reads a resource when the template is deployed", identified(in));
    }

    /** The arguments, with the id of the resource that the first one means where it is a name. */
    private static List<Value> identified(Invocation in) {
        String name = Symbols.of(in.value(0));
        Value id = name.isEmpty() ? null : in.scope().resourceNamed(name);
        List<Value> identity = new ArrayList<>(in.values());
        if (id != null) {
            identity.set(0, id);
        }
        return identity;
    }

    private static Value resourceInfo(Invocation in) {
        Value id = in.scope().resourceNamed(in.string(0));
        if (id == null) {
            throw in.failure("There is no resource with the symbolic name '" + in.string(0) + "'");
        }
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("id", id);
        return in.result(members);
    }
}
