package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Does what the transform {@code AWS::Serverless-2016-10-31} does. */
public final class SamTranslator {

    /** The name of the transform. */
    public static final String TRANSFORM = "AWS::Serverless-2016-10-31";

    private static final String PREFIX = "AWS::Serverless::";

    /**
     * A template after the transform.
     *
     * @param root the template, with the resources that SAM's become
     */
    public record Translation(Mapping root, List<Diagnostic> diagnostics) {
        public Translation {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    private final Mapping root;
    private final Globals globals;
    private final Lowering lowering;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, SamResource> serverless = new LinkedHashMap<>();
    private final Map<String, List<Route>> routes = new LinkedHashMap<>();

    private SamTranslator(Mapping root, Mapping resources) {
        this.root = root;
        this.globals = new Globals(root.get("Globals"));
        this.lowering = new Lowering(resources);
    }

    /**
     * Lowers the resources of SAM in a template; one without any is returned as it is. A template that forgets to name
     * the transform is lowered all the same: it says what was meant.
     */
    public static Translation translate(Mapping root) {
        if (!(root.get("Resources") instanceof Mapping resources)
                || resources.members().stream().noneMatch(SamTranslator::isServerless)) {
            return new Translation(root, List.of());
        }
        return new SamTranslator(root, resources).lower(resources);
    }

    private static boolean isServerless(Member resource) {
        String type = Written.text(Written.get(resource.value(), "Type"));
        return (type != null && type.startsWith(PREFIX)) || Written.get(resource.value(), "Connectors") != null;
    }

    private Translation lower(Mapping resources) {
        for (Member member : byName(resources).values()) {
            if (member.value() instanceof Mapping body && isServerless(member)) {
                Mapping own = Written.isObject(body.get("Properties"))
                        ? (Mapping) body.get("Properties")
                        : new Made(member.keyRange()).object();
                serverless.put(member.key(), new SamResource(member, globals.properties(kind(member), own)));
            }
        }
        serverless.values().forEach(resource -> {
            if (kind(resource.member()).equals("Function")
                    || kind(resource.member()).equals("StateMachine")) {
                Route.of(resource).forEach(route -> routes.computeIfAbsent(
                                Objects.requireNonNullElse(route.api(), ""), key -> new ArrayList<>())
                        .add(route));
            }
        });
        byName(resources).values().forEach(this::resource);
        implicit(Route.IMPLICIT_REST);
        implicit(Route.IMPLICIT_HTTP);
        routes.values().forEach(list -> list.forEach(this::permission));
        lowering.extend();
        said();
        return new Translation(rebuilt(), diagnostics);
    }

    /** The last one counts where a name is written twice. */
    private static Map<String, Member> byName(Mapping resources) {
        Map<String, Member> members = new LinkedHashMap<>();
        resources.members().forEach(member -> members.put(member.key(), member));
        return members;
    }

    private static String kind(Member resource) {
        String type = Objects.requireNonNullElse(Written.text(Written.get(resource.value(), "Type")), "");
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
    }

    private void resource(Member member) {
        SamResource resource = serverless.get(member.key());
        if (resource == null) {
            lowering.keep(member);
            return;
        }
        List<Route> own = routes.getOrDefault(member.key(), List.of());
        switch (kind(member)) {
            case "Function" -> Functions.lower(lowering, resource);
            case "Api" -> RestApis.lower(lowering, resource, own);
            case "HttpApi" -> HttpApis.lower(lowering, resource, own);
            case "SimpleTable" -> SimpleResources.table(lowering, resource);
            case "LayerVersion" -> SimpleResources.layer(lowering, resource);
            case "StateMachine" -> StateMachines.lower(lowering, resource);
            case "Application" -> SimpleResources.application(lowering, resource);
            case "GraphQLApi" -> SimpleResources.graphQl(lowering, resource);
            case "Connector" -> SimpleResources.connector(lowering, resource);
            default -> {
                lowering.keep(member);
                if (!kind(member).isEmpty()) {
                    lowering.leaveOut("resources of type " + PREFIX + kind(member));
                }
            }
        }
        Member connectors = ((Mapping) member.value()).member("Connectors");
        if (connectors != null) {
            Written.members(connectors.value())
                    .forEach(connector -> SimpleResources.policy(
                            lowering, resource, connector, member.key() + connector.key() + "Policy", member.key()));
        }
    }

    /** The API that events imply which name none. */
    private void implicit(String id) {
        List<Route> implied = routes.getOrDefault(id, List.of());
        if (implied.isEmpty() || lowering.written(id) != null) {
            return;
        }
        boolean rest = id.equals(Route.IMPLICIT_REST);
        SourceRange place = implied.get(0).event().keyRange();
        Made made = new Made(place);
        List<Member> body = new ArrayList<>();
        body.add(made.member("Type", made.text(PREFIX + (rest ? "Api" : "HttpApi"))));
        condition(id, implied, made, body);
        Mapping own = rest ? made.object("StageName", made.text("Prod")) : made.object();
        SamResource api =
                new SamResource(made.member(id, made.object(body)), globals.properties(rest ? "Api" : "HttpApi", own));
        if (rest) {
            RestApis.lower(lowering, api, implied);
        } else {
            HttpApis.lower(lowering, api, implied);
        }
    }

    /** An implied API is there where any of the functions is that imply it. */
    private void condition(String id, List<Route> implied, Made made, List<Member> body) {
        Set<String> conditions = new LinkedHashSet<>();
        for (Route route : implied) {
            String condition = Written.text(Written.get(route.of().member().value(), "Condition"));
            if (condition == null) {
                return;
            }
            conditions.add(condition);
        }
        String name = conditions.iterator().next();
        if (conditions.size() > 1) {
            name = id + "Condition";
            lowering.condition(
                    name,
                    made.object(
                            "Fn::Or",
                            made.list(conditions.stream()
                                    .<Node>map(condition -> made.object("Condition", made.text(condition)))
                                    .toList())));
        }
        body.add(made.member("Condition", made.text(name)));
    }

    private void permission(Route route) {
        if (kind(route.of().member()).equals("StateMachine")) {
            RoutePermissions.stateMachine(lowering, route);
            return;
        }
        SamResource api = serverless.get(Objects.requireNonNullElse(route.api(), ""));
        String stage = "";
        if (route.type().equals("Api")) {
            stage = Route.IMPLICIT_REST.equals(route.api())
                    ? "Prod"
                    : api == null ? "" : Objects.requireNonNullElse(api.text("StageName"), "");
        }
        RoutePermissions.function(lowering, route, stage);
    }

    private void said() {
        SourceRange place = root.get("Transform") == null
                ? root.member("Resources").keyRange()
                : root.member("Transform").range();
        if (!named(root.get("Transform"))) {
            diagnostics.add(Diagnostic.warning(
                    "sam-transform",
                    "Resources of SAM without its transform",
                    "CloudFormation does not know them. Add Transform: " + TRANSFORM + ".",
                    place));
        }
        if (!globals.complete()) {
            diagnostics.add(Diagnostic.error(
                    "sam-globals",
                    "Globals are too large to be merged into all resources",
                    "Some resources are assessed without them.",
                    root.member("Globals").keyRange()));
        }
        if (!lowering.leftOut().isEmpty()) {
            diagnostics.add(new Diagnostic(
                    Diagnostic.Severity.INFO,
                    "sam-not-lowered",
                    "Not all that SAM makes of the template is assessed",
                    "Left out: " + String.join(", ", lowering.leftOut()) + ".",
                    place));
        }
    }

    private static boolean named(Node transform) {
        return Written.items(transform).stream()
                .map(item -> item instanceof Mapping mapping ? mapping.get("Name") : item)
                .anyMatch(name -> name instanceof Scalar scalar && scalar.text().equals(TRANSFORM));
    }

    private Mapping rebuilt() {
        List<Member> members = new ArrayList<>();
        for (Member section : root.members()) {
            switch (section.key()) {
                case "Resources" -> members.add(renewed(section, replaced(section.value(), lowering.resources())));
                case "Conditions" -> {
                    List<Member> conditions = new ArrayList<>(Written.members(section.value()));
                    conditions.addAll(lowering.conditions());
                    members.add(renewed(section, replaced(section.value(), conditions)));
                }
                case "Globals" -> {
                    // Merged; CloudFormation knows no such section.
                }
                default -> members.add(section);
            }
        }
        members.replaceAll(
                section -> section.key().equals("Resources") || section.key().equals("Outputs")
                        ? renewed(section, References.replace(section.value(), lowering.names()))
                        : section);
        return new Mapping(members, root.tag(), root.range());
    }

    private static Node replaced(Node written, List<Member> members) {
        return written instanceof Mapping ? new Mapping(members, "", written.range()) : written;
    }

    private static Member renewed(Member section, Node value) {
        return new Member(section.key(), section.keyRange(), value);
    }
}
