package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A method of an API that an event of a function or a state machine adds.
 *
 * @param of the function or state machine
 * @param api the logical id of the API; null where it is no resource of the template
 * @param method in lower case; {@code any} for all
 * @param auth null where the event has none
 */
record Route(SamResource of, Member event, String type, String api, String path, String method, Node auth) {
    static final String IMPLICIT_REST = "ServerlessRestApi";
    static final String IMPLICIT_HTTP = "ServerlessHttpApi";

    /** The routes that a resource adds. */
    static List<Route> of(SamResource resource) {
        List<Route> routes = new ArrayList<>();
        for (Member event : Written.members(resource.get("Events"))) {
            String type = FunctionEvents.type(event);
            if ("Api".equals(type)) {
                routes.add(of(resource, event, type, "RestApiId", IMPLICIT_REST));
            } else if ("HttpApi".equals(type)) {
                routes.add(of(resource, event, type, "ApiId", IMPLICIT_HTTP));
            }
        }
        return routes;
    }

    private static Route of(SamResource resource, Member event, String type, String api, String implicit) {
        Node properties = FunctionEvents.properties(event);
        Node given = Written.get(properties, api);
        String literal = Written.text(given);
        String id = given == null ? implicit : literal != null ? literal : Written.referred(given);
        String path = Objects.requireNonNullElse(Written.text(Written.get(properties, "Path")), "/$default");
        String method = Objects.requireNonNullElse(Written.text(Written.get(properties, "Method")), "any");
        return new Route(
                resource,
                event,
                type,
                id,
                path,
                method.equals("*") ? "any" : method.toLowerCase(Locale.ROOT),
                Written.get(properties, "Auth"));
    }

    /** The API as the event refers to it. */
    Node reference() {
        Node given = Written.get(FunctionEvents.properties(event), type.equals("Api") ? "RestApiId" : "ApiId");
        return given == null ? new Made(event.keyRange()).ref(api) : given;
    }
}
