package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The role that SAM makes for a function or a state machine that has none: {@code Policies} are names of managed
 * policies, their ARNs, policy documents, or SAM's policy templates.
 */
final class Roles {
    private static final String MANAGED = "arn:aws:iam::aws:policy/";

    private final SamResource resource;
    private final String service;
    private final List<Node> managed = new ArrayList<>();
    private final List<Node> inline = new ArrayList<>();

    /** @param service who takes the role */
    Roles(SamResource resource, String service) {
        this.resource = resource;
        this.service = service;
    }

    /**
     * The ARN of a policy that AWS manages. Its partition is not certain, but nothing is judged by it, and the name
     * could not be seen otherwise.
     */
    static String arn(String name) {
        boolean forService = name.startsWith("AWSLambda") && name.endsWith("ExecutionRole");
        return MANAGED + (forService ? "service-role/" : "") + name;
    }

    void managed(Node arn) {
        managed.add(arn);
    }

    void inline(Node document) {
        inline.add(policy(document));
    }

    /** Adds what is written in {@code Policies}. */
    void policies() {
        for (Node policy : Written.items(resource.get("Policies"))) {
            if ("If".equals(Written.function(policy))) {
                conditional(policy);
            } else if (isInline(policy)) {
                inline(document(policy));
            } else {
                managed(managedArn(policy));
            }
        }
    }

    Mapping properties() {
        Made made = resource.made();
        Properties properties = new Properties(resource.header());
        if (resource.has("AssumeRolePolicyDocument")) {
            properties.copy(resource.properties(), "AssumeRolePolicyDocument");
        } else {
            properties.put("AssumeRolePolicyDocument", made.trust(service));
        }
        Member policies = resource.properties().member("Policies");
        var place = policies == null ? resource.header() : policies.keyRange();
        var range = policies == null ? resource.header() : policies.value().range();
        if (!managed.isEmpty()) {
            properties.put("ManagedPolicyArns", place, new Made(range).list(managed));
        }
        if (!inline.isEmpty()) {
            properties.put("Policies", place, new Made(range).list(inline));
        }
        properties.copy(resource.properties(), "PermissionsBoundary").rename(resource.properties(), "RolePath", "Path");
        Tags.list(resource, service.startsWith("states") ? "stateMachine" : "lambda", properties);
        return properties.build();
    }

    /** A policy under a condition is inline or managed by what its branches are. */
    private void conditional(Node call) {
        List<Node> arguments = argumentsOfIf(call);
        if (arguments.size() != 3) {
            managed(call);
            return;
        }
        List<Node> branches = arguments.subList(1, 3);
        if (branches.stream().anyMatch(Roles::isInline)) {
            inline.add(choice(
                    call,
                    arguments.get(0),
                    branches.stream()
                            .map(branch -> isInline(branch) ? policy(document(branch)) : none(branch))
                            .toList()));
        }
        if (branches.stream().anyMatch(branch -> !isInline(branch) && !isNone(branch))) {
            managed(choice(
                    call,
                    arguments.get(0),
                    branches.stream()
                            .map(branch -> isInline(branch) ? none(branch) : managedArn(branch))
                            .toList()));
        }
    }

    private static Node choice(Node call, Node condition, List<Node> branches) {
        Made made = new Made(call.range());
        return made.object("Fn::If", made.list(condition, branches.get(0), branches.get(1)));
    }

    private static List<Node> argumentsOfIf(Node call) {
        Node argument = Written.argument(call);
        return argument instanceof Node.Sequence list ? list.items() : List.of();
    }

    private static Node none(Node place) {
        return new Made(place.range()).ref("AWS::NoValue");
    }

    private static boolean isNone(Node node) {
        return "AWS::NoValue".equals(Written.referred(node));
    }

    private static boolean isInline(Node policy) {
        return Written.isObject(policy);
    }

    private Node policy(Node document) {
        Made made = new Made(document.range());
        return made.object(
                made.member("PolicyName", made.text(resource.id() + "RolePolicy" + inline.size())),
                made.member("PolicyDocument", document));
    }

    /** A policy document, or what a policy template stands for. */
    private static Node document(Node policy) {
        Mapping written = (Mapping) policy;
        if (written.get("Statement") == null && written.members().size() == 1) {
            return PolicyTemplates.document(written.members().get(0));
        }
        if (written.get("Version") != null) {
            return written;
        }
        Properties document = new Properties(written.range()).set("Version", "2012-10-17");
        return document.copyAllBut(written, Set.of()).build();
    }

    private static Node managedArn(Node policy) {
        String name = Written.text(policy);
        return name == null || name.startsWith("arn:") ? policy : new Made(policy.range()).text(arn(name));
    }
}
