package dev.plumbline.rules.function;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Fields;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.view.ObjectView;
import dev.plumbline.rules.view.Views;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources around a resource. */
final class GraphFunctions {
    static final List<Function> ALL = List.of(
            new Function(
                    "linked",
                    List.of("(dyn, string): list(dyn)", "(dyn, string, string): list(dyn)"),
                    false,
                    (scope, a) -> linked(scope, a)),
            new Function("targets", List.of("(dyn, string): list(dyn)"), false, (scope, a) -> targets(scope, a)),
            new Function("referrers", List.of("(dyn): list(dyn)"), false, (scope, a) -> referrers(scope, a.get(0))),
            new Function("children", List.of("(dyn, string): list(dyn)"), false, (scope, a) -> children(scope, a)),
            new Function("parents", List.of("(dyn): list(dyn)"), false, (scope, a) -> parents(scope, a.get(0))),
            new Function(
                    "unit.ofType",
                    List.of("(string): list(dyn)"),
                    false,
                    (scope, a) -> views(null, ofType(scope.graph(), (String) a.get(0)))),
            new Function("meta", List.of("(dyn): Meta"), false, (scope, a) -> meta(resource(a.get(0)))));

    private GraphFunctions() {}

    static List<?> linked(Scope scope, List<Object> arguments) {
        Resource to = resource(arguments.get(0));
        String type = (String) arguments.get(1);
        String path = arguments.size() == 2 ? "" : (String) arguments.get(2);
        return (List<?>) scope.once("linked " + type + " " + path, to, () -> linked(scope, to, type, path));
    }

    private static List<Object> linked(Scope scope, Resource to, String type, String path) {
        LinkIndex index = (LinkIndex) scope.once(
                "index " + type + " " + path, () -> new LinkIndex(scope.graph(), ofType(scope.graph(), type), path));
        Links links = new Links(scope.graph(), to);
        List<Object> found = new ArrayList<>();
        boolean tied = false;
        for (Resource candidate : index.of(to)) {
            if (candidate.address().equals(to.address())) {
                continue;
            }
            scope.step();
            Object tie = path.isEmpty() ? links.any(candidate) : links.at(candidate, path);
            if (tie.equals(true)) {
                tied = true;
                found.add(view(to, candidate));
            } else if (tie instanceof Open open) {
                found.add(new Open(open.unknown(), Views.of(candidate)));
            }
        }
        if (!tied) {
            // What is tied by files that are there is taken for all there is.
            found.addAll(links.unseen(path));
        }
        return found;
    }

    static List<Object> targets(Scope scope, List<Object> arguments) {
        ObjectView from = object(arguments.get(0));
        String inside = from.path().isEmpty() ? "" : from.path() + ".";
        String path = (String) arguments.get(1);
        Set<String> addresses = new LinkedHashSet<>();
        for (Edge edge : scope.graph().from(from.owner().address())) {
            if (edge.kind() == Edge.Kind.REFERENCE && Links.within(edge.fromPath(), inside + path)) {
                addresses.add(edge.to());
            }
        }
        return views(
                from.owner(),
                addresses.stream()
                        .flatMap(address -> scope.graph().at(address).stream())
                        .toList());
    }

    private static List<Object> referrers(Scope scope, Object to) {
        Resource resource = resource(to);
        return views(
                resource,
                scope.graph().to(resource.address()).stream()
                        .filter(edge -> edge.kind() == Edge.Kind.REFERENCE
                                && !edge.from().equals(resource.address()))
                        .map(Edge::from)
                        .distinct()
                        .flatMap(from -> scope.graph().at(from).stream())
                        .filter(referrer -> referrer.mode() == Resource.Mode.MANAGED)
                        .toList());
    }

    private static List<Object> children(Scope scope, List<Object> arguments) {
        Resource parent = resource(arguments.get(0));
        return views(
                parent,
                scope.graph().to(parent.address()).stream()
                        .filter(edge -> edge.kind() == Edge.Kind.CONTAINMENT)
                        .map(Edge::from)
                        .distinct()
                        .flatMap(from -> scope.graph().at(from).stream())
                        .filter(child -> child.type().equalsIgnoreCase((String) arguments.get(1)))
                        .toList());
    }

    private static List<Object> parents(Scope scope, Object of) {
        Resource child = resource(of);
        return views(
                child,
                scope.graph().from(child.address()).stream()
                        .filter(edge -> edge.kind() == Edge.Kind.CONTAINMENT)
                        .map(Edge::to)
                        .distinct()
                        .flatMap(to -> scope.graph().at(to).stream())
                        .toList());
    }

    private static Object meta(Resource resource) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("address", resource.address());
        fields.put("type", resource.type());
        fields.put("name", resource.name());
        fields.put("version", version(resource));
        fields.put("dialect", resource.dialect().id());
        return new Fields(fields);
    }

    /** ARM's API version is an attribute, and may be unknown as any other. */
    private static Object version(Resource resource) {
        return resource.attributes().get("apiVersion") instanceof UnknownValue unknown
                ? Views.derived(unknown)
                : resource.version();
    }

    private static List<Resource> ofType(ResourceGraph graph, String type) {
        boolean data = type.startsWith("data.");
        Resource.Mode mode = data ? Resource.Mode.DATA : Resource.Mode.MANAGED;
        return graph.ofType(data ? type.substring("data.".length()) : type).stream()
                .filter(resource -> resource.mode() == mode)
                .toList();
    }

    private static List<Object> views(Resource seenFrom, List<Resource> resources) {
        return resources.stream().map(resource -> view(seenFrom, resource)).toList();
    }

    /**
     * A related resource. Where it is not certain to exist it may or may not be there, unless the resource it is seen
     * from hangs on the same.
     */
    private static Object view(Resource seenFrom, Resource resource) {
        boolean together = seenFrom != null
                && seenFrom.existence().reason().equals(resource.existence().reason());
        return resource.existence().certain() || together ? Views.of(resource) : Links.uncertain(resource);
    }

    static Resource resource(Object operand) {
        ObjectView view = object(operand);
        if (!view.isResource()) {
            throw new EvaluationException("a whole resource is needed, not a block of one");
        }
        return view.owner();
    }

    private static ObjectView object(Object operand) {
        if (operand instanceof ObjectView view && view.owner() != null) {
            return view;
        }
        throw new EvaluationException("a resource is needed");
    }
}
