package dev.plumbline.iac.arm.functions;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Invocation;
import java.util.ArrayList;
import java.util.List;

/** Resource ids: {@code /subscriptions/…/resourceGroups/…/providers/Microsoft.Sql/servers/srv/databases/db}. */
final class ResourceIds {
    private ResourceIds() {}

    static Value subscription(Invocation in, Value id) {
        return in.joined(List.of(in.result("/subscriptions/"), id));
    }

    static Value group(Invocation in, Value subscription, Value name) {
        return in.joined(List.of(subscription(in, subscription), in.result("/resourceGroups/"), name));
    }

    static Value managementGroup(Invocation in, Value name) {
        return in.joined(List.of(in.result("/providers/Microsoft.Management/managementGroups/"), name));
    }

    /**
     * The id of the resource that the arguments from {@code typeAt} name: its type, and a name for each segment of it.
     *
     * <p>A slash at the end of the type does not count.
     *
     * @param scope what the resource is in: a path, or an empty string for the tenant
     */
    static Value resource(Invocation in, Value scope, int typeAt) {
        if (!(in.value(typeAt) instanceof StringValue type)) {
            if (in.value(typeAt) instanceof UnknownValue) {
                return in.unknown();
            }
            throw in.mismatch(typeAt, "a resource type with its namespace");
        }
        String[] segments = type.value().split("/");
        List<Value> names = in.values().subList(typeAt + 1, in.count());
        if (segments.length < 2) {
            throw in.mismatch(typeAt, "a resource type with its namespace");
        }
        if (names.size() != segments.length - 1) {
            throw in.failure(
                    "The type '%s' takes %d names, not %d".formatted(type.value(), segments.length - 1, names.size()));
        }
        List<Value> parts = new ArrayList<>();
        parts.add(scope);
        parts.add(in.result("/providers/" + segments[0]));
        for (int i = 0; i < names.size(); i++) {
            parts.add(in.result("/" + segments[i + 1] + "/"));
            parts.add(names.get(i));
        }
        return in.joined(parts);
    }
}
