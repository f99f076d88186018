package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The OpenAPI document that SAM makes of the events and the {@code Auth} of an API. */
final class OpenApi {
    private static final String INVOKE =
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Target}/invocations";

    private final SamResource api;
    private final boolean http;
    private final Made made;

    private OpenApi(SamResource api, boolean http) {
        this.api = api;
        this.http = http;
        this.made = api.made();
    }

    static Node document(SamResource api, List<Route> routes, boolean http) {
        return new OpenApi(api, http).document(routes);
    }

    private Node document(List<Route> routes) {
        Map<String, List<Member>> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            Made at = new Made(route.event().keyRange());
            String method = route.method().equals("any") ? "x-amazon-apigateway-any-method" : route.method();
            paths.computeIfAbsent(route.path(), key -> new ArrayList<>()).add(at.member(method, operation(route, at)));
        }
        List<Member> byPath = new ArrayList<>();
        paths.forEach((path, operations) ->
                byPath.add(new Made(operations.get(0).keyRange()).member(path, made.object(operations))));
        List<Member> members = new ArrayList<>();
        members.add(http ? made.member("openapi", made.text("3.0.1")) : made.member("swagger", made.text("2.0")));
        members.add(made.member(
                "info",
                made.object(
                        made.member("version", made.text("1.0")), made.member("title", made.ref("AWS::StackName")))));
        members.add(made.member("paths", made.object(byPath)));
        Node policy = Written.get(Written.get(api.get("Auth"), "ResourcePolicy"), "CustomStatements");
        if (policy != null && !http) {
            members.add(made.member(
                    "x-amazon-apigateway-policy",
                    made.object(made.member("Version", made.text("2012-10-17")), made.member("Statement", policy))));
        }
        return made.object(members);
    }

    private Node operation(Route route, Made at) {
        List<Member> members = new ArrayList<>();
        Node target = at.attribute(route.of().id(), "Arn");
        members.add(at.member(
                "x-amazon-apigateway-integration",
                at.object(
                        at.member("type", at.text("aws_proxy")),
                        at.member("httpMethod", at.text("POST")),
                        at.member("uri", at.sub(INVOKE, "Target", target)))));
        Node security = security(route, at);
        if (security != null) {
            members.add(at.member("security", security));
        }
        return at.object(members);
    }

    /** Who may call a method; null where anybody may. */
    private Node security(Route route, Made at) {
        Node auth = api.get("Auth");
        Node own = Written.get(route.auth(), "Authorizer");
        Node authorizer = own != null ? own : Written.get(auth, "DefaultAuthorizer");
        Node key = Objects.requireNonNullElse(
                Written.get(route.auth(), "ApiKeyRequired"),
                Objects.requireNonNullElse(Written.get(auth, "ApiKeyRequired"), at.bool(false)));
        List<Node> schemes = new ArrayList<>();
        if (authorizer != null && !Written.is(authorizer, "NONE")) {
            String name = Written.text(authorizer);
            schemes.add(name == null ? at.unknown() : at.object(name, at.list()));
        }
        if (Written.is(key, "true")) {
            schemes.add(at.object("api_key", at.list()));
        }
        return schemes.isEmpty() ? null : at.list(schemes);
    }
}
