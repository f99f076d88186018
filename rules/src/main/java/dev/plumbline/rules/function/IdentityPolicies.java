package dev.plumbline.rules.function;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.expression.Struct;
import dev.plumbline.rules.view.Lookup;
import dev.plumbline.rules.view.ObjectView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What IAM policies of a configuration allow, by the resource that holds them and by the user, group or role that they
 * are attached to. Policies that are named but not part of the configuration, such as those that AWS manages, are not
 * among them.
 */
final class IdentityPolicies {
    private static final String DOCUMENT_SOURCE = "aws_iam_policy_document";

    /** Where a resource of the type holds policy documents. */
    private static final Map<String, String> HELD = Map.ofEntries(
            Map.entry("aws_iam_policy", "policy"),
            Map.entry("aws_iam_role_policy", "policy"),
            Map.entry("aws_iam_user_policy", "policy"),
            Map.entry("aws_iam_group_policy", "policy"),
            Map.entry("aws_iam_role", "inline_policy.policy"),
            Map.entry("aws_ssoadmin_permission_set_inline_policy", "inline_policy"),
            Map.entry("AWS::IAM::ManagedPolicy", "PolicyDocument"),
            Map.entry("AWS::IAM::Policy", "PolicyDocument"),
            Map.entry("AWS::IAM::RolePolicy", "PolicyDocument"),
            Map.entry("AWS::IAM::UserPolicy", "PolicyDocument"),
            Map.entry("AWS::IAM::GroupPolicy", "PolicyDocument"),
            Map.entry("AWS::IAM::Role", "Policies.PolicyDocument"),
            Map.entry("AWS::IAM::User", "Policies.PolicyDocument"),
            Map.entry("AWS::IAM::Group", "Policies.PolicyDocument"),
            Map.entry("AWS::SSO::PermissionSet", "InlinePolicy"),
            Map.entry("AWS::Serverless::Function", "Policies"),
            Map.entry("AWS::Serverless::StateMachine", "Policies"));

    /** A type that ties a policy to an identity by the attribute at a path; the policy is its own or at another path. */
    private record Tie(String type, String identity, String policy) {}

    private static final Map<String, List<Tie>> TIES = Map.of(
            "aws_iam_role", terraform("role"),
            "aws_iam_user", terraform("user"),
            "aws_iam_group", terraform("group"),
            "AWS::IAM::Role", cloudFormation("Role"),
            "AWS::IAM::User", cloudFormation("User"),
            "AWS::IAM::Group", cloudFormation("Group"));

    private IdentityPolicies() {}

    private static List<Tie> terraform(String identity) {
        return List.of(
                new Tie("aws_iam_" + identity + "_policy", identity, ""),
                new Tie("aws_iam_" + identity + "_policy_attachment", identity, "policy_arn"),
                new Tie("aws_iam_policy_attachment", identity + "s", "policy_arn"));
    }

    private static List<Tie> cloudFormation(String identity) {
        return List.of(
                new Tie("AWS::IAM::Policy", identity + "s", ""),
                new Tie("AWS::IAM::ManagedPolicy", identity + "s", ""),
                new Tie("AWS::IAM::" + identity + "Policy", identity + "Name", ""));
    }

    /** The statements of the policies that a resource holds itself; none where it is of a type that holds none. */
    static List<?> held(Scope scope, Object of) {
        if (!(of instanceof ObjectView view) || !view.isResource()) {
            throw new EvaluationException("a whole resource is needed");
        }
        return (List<?>) scope.once("iam.held", view.owner(), () -> held(view));
    }

    private static List<Object> held(ObjectView view) {
        String type = view.owner().type();
        if (type.equals(DOCUMENT_SOURCE) && view.owner().mode() == Resource.Mode.DATA) {
            return withoutPrincipals(statements(view));
        }
        String path = HELD.get(type);
        return path == null ? List.of() : statements(Lookup.all(view, AttributeFunctions.path(path)));
    }

    /** Those, and the statements of the policies that are attached to it where it is a user, a group or a role. */
    static List<Object> granted(Scope scope, Object to) {
        List<Object> all = new ArrayList<>(held(scope, to));
        String type = ((ObjectView) to).owner().type();
        for (Tie tie : TIES.getOrDefault(type, List.of())) {
            for (Object attached : GraphFunctions.linked(scope, List.of(to, tie.type(), tie.identity()))) {
                addHeld(all, scope, attached, tie.policy());
            }
        }
        for (String arns : List.of("managed_policy_arns", "ManagedPolicyArns")) {
            addHeld(all, scope, to, arns);
        }
        return all;
    }

    private static void addHeld(List<Object> all, Scope scope, Object holder, String path) {
        if (holder instanceof Open open) {
            addPerhaps(all, scope, open, path);
        } else if (path.isEmpty()) {
            all.addAll(held(scope, holder));
        } else {
            for (Object policy : GraphFunctions.targets(scope, List.of(holder, path))) {
                addHeld(all, scope, policy, "");
            }
        }
    }

    /** What a holder that may not be there holds, which may not be there either. */
    private static void addPerhaps(List<Object> all, Scope scope, Open holder, String path) {
        if (holder.element() instanceof UnknownValue) {
            all.add(holder);
            return;
        }
        List<Object> held = new ArrayList<>();
        addHeld(held, scope, holder.element(), path);
        held.forEach(each -> all.add(each instanceof Open ? each : new Open(holder.unknown(), each)));
    }

    private static List<Object> statements(Object document) {
        return PolicyDocument.statements(document) instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    /** With principals, a document says who may use the resource that it is the policy of. */
    private static List<Object> withoutPrincipals(List<Object> statements) {
        return statements.stream()
                .filter(each -> !(each instanceof Struct statement)
                        || empty(statement, "principals") && empty(statement, "notPrincipals"))
                .toList();
    }

    private static boolean empty(Struct statement, String field) {
        return statement.member(field) instanceof List<?> list && list.isEmpty();
    }
}
