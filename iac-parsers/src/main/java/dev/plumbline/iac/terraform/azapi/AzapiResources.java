package dev.plumbline.iac.terraform.azapi;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Mode;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows each {@code azapi_resource} as the ARM resource that it deploys: of the type and API version that its {@code type}
 * names, with the members of its {@code body}. Address and places stay those of Terraform.
 *
 * <p>A resource whose type cannot be known stays what it is. So does an {@code azapi_update_resource}: what it does
 * not write is not left to a default, but to the resource that it updates.
 */
public final class AzapiResources {
    static final String TYPE = "azapi_resource";

    private static final String SENSITIVE_BODY = "sensitive_body";
    private static final String RESOURCE_GROUP = "microsoft.resources/resourcegroups";
    private static final List<String> BESIDE_THE_BODY = List.of("name", "location", "tags");

    /** What is unknown where a body is. */
    private static final List<String> IN_A_BODY = List.of("properties", "sku", "kind");

    private AzapiResources() {}

    /** The graph with its {@code azapi_resource}s in the terms of ARM. */
    public static ResourceGraph asArm(ResourceGraph graph) {
        Map<String, Resource> shown = new HashMap<>();
        for (Resource resource : graph.ofType(TYPE)) {
            Resource arm = resource.mode() == Mode.MANAGED ? arm(resource) : null;
            if (arm != null) {
                shown.put(resource.address(), arm);
            }
        }
        if (shown.isEmpty()) {
            return graph;
        }
        List<Resource> resources = graph.resources().stream()
                .map(resource -> shown.getOrDefault(resource.address(), resource))
                .toList();
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : graph.edges()) {
            boolean known = shown.containsKey(edge.from());
            edges.add(
                    known ? new Edge(edge.from(), path(edge.fromPath()), edge.to(), edge.toPath(), edge.kind()) : edge);
            if (known && edge.fromPath().equals("parent_id") && isContainer(shown.get(edge.to()))) {
                edges.add(new Edge(edge.from(), "", edge.to(), "", Edge.Kind.CONTAINMENT));
            }
        }
        return new ResourceGraph(resources, edges, graph.unseen()).withDeclarations(graph.declarations());
    }

    /** The resource as ARM sees it, or null where its type cannot be told. */
    private static Resource arm(Resource resource) {
        Member written = resource.attributes().member("type");
        String text = written == null ? "" : certain(written.value());
        int at = text.indexOf('@');
        if (at <= 0) {
            return null;
        }
        String type = text.substring(0, at);
        boolean complete = written.value() instanceof StringValue;
        String version = complete ? text.substring(at + 1) : "";
        Map<String, Member> members = new LinkedHashMap<>();
        members.put("type", saying(written, type));
        members.put("apiVersion", complete ? saying(written, version) : written);
        addAttributes(members, resource.attributes());
        return new Resource(
                resource.address(),
                type,
                resource.name(),
                resource.mode(),
                resource.dialect(),
                version,
                new ObjectValue(
                        members,
                        ObjectValue.Kind.CASE_INSENSITIVE,
                        resource.attributes().origin(),
                        false),
                resource.range(),
                resource.header(),
                resource.calls(),
                resource.account(),
                resource.existence());
    }

    /** Type and version are joined by an "@"; the type may be all that is certain. */
    private static String certain(Value type) {
        if (type instanceof StringValue string) {
            return string.value();
        }
        return type instanceof UnknownValue unknown ? unknown.unknown().prefix() : "";
    }

    private static Member saying(Member written, String text) {
        return new Member(
                written.nameRange(), new StringValue(text, written.value().origin()));
    }

    private static void addAttributes(Map<String, Member> members, ObjectValue azapi) {
        for (String attribute : List.of(AzapiBody.ATTRIBUTE, SENSITIVE_BODY)) {
            Member body = azapi.member(attribute);
            Value content = body == null ? null : AzapiBody.content(secretIf(attribute, body.value()));
            if (content instanceof ObjectValue object) {
                merge(members, object);
            } else if (content instanceof UnknownValue) {
                IN_A_BODY.forEach(name -> members.putIfAbsent(name, new Member(body.nameRange(), content)));
            }
        }
        for (String name : BESIDE_THE_BODY) {
            Member member = azapi.member(name);
            if (member != null) {
                members.putIfAbsent(name, member);
            }
        }
        Member identity = azapi.member("identity");
        if (identity != null
                && identity.value() instanceof ListValue blocks
                && !blocks.elements().isEmpty()) {
            members.putIfAbsent(
                    "identity",
                    new Member(identity.nameRange(), identity(blocks.elements().get(0))));
        }
    }

    private static Value secretIf(String attribute, Value body) {
        return attribute.equals(SENSITIVE_BODY) ? body.asSensitive() : body;
    }

    /** A body in two parts is put together member by member. Evaluation bounds the nesting. */
    private static void merge(Map<String, Member> members, ObjectValue more) {
        more.members()
                .forEach((name, member) -> members.merge(name, member, (first, second) -> {
                    if (first.value() instanceof ObjectValue one && second.value() instanceof ObjectValue other) {
                        Map<String, Member> both = new LinkedHashMap<>(one.members());
                        merge(both, other);
                        return new Member(
                                first.nameRange(), new ObjectValue(both, one.kind(), one.origin(), one.sensitive()));
                    }
                    return second;
                }));
    }

    /** ARM keys user-assigned identities by their ids; which ids there are is all that anybody asks. */
    private static Value identity(Value block) {
        if (!(block instanceof ObjectValue written)) {
            return block;
        }
        Map<String, Member> members = new LinkedHashMap<>(written.members());
        Member ids = members.remove("identity_ids");
        if (ids != null) {
            members.put("userAssignedIdentities", ids);
        }
        return new ObjectValue(members, ObjectValue.Kind.CASE_INSENSITIVE, written.origin(), written.sensitive());
    }

    private static String path(String terraform) {
        String body = AzapiBody.ATTRIBUTE + ".";
        return terraform.startsWith(body) ? terraform.substring(body.length()) : terraform;
    }

    /** A resource group is what resources lie in; what they are parts of is another resource. */
    private static boolean isContainer(Resource parent) {
        return parent != null && !parent.type().toLowerCase(Locale.ROOT).equals(RESOURCE_GROUP);
    }
}
