package dev.plumbline.iac.arm.resource;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.arm.expression.Symbols;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ties resources together: by the ids that their properties hold, by {@code dependsOn}, and by being children.
 *
 * <p>An id that is partly unknown is told by its {@linkplain dev.plumbline.iac.Unknown#symbol() symbol}.
 */
public final class EdgeFinder {
    private static final Set<String> NOT_MENTIONS = Set.of("name", "type", "apiversion", "scope");
    private static final String PROVIDERS = "/providers/";

    private final ResourceIndex index;
    private final Map<Instance, String> addresses;
    private final List<Edge> edges = new ArrayList<>();

    public EdgeFinder(ResourceIndex index, Map<Instance, String> addresses) {
        this.index = index;
        this.addresses = addresses;
    }

    public List<Edge> edges() {
        return edges;
    }

    /** Finds what a resource mentions, and what it is contained in. */
    public void find(Instance from, ObjectValue attributes) {
        for (Map.Entry<String, Value.Member> member : attributes.members().entrySet()) {
            if (!NOT_MENTIONS.contains(ResourceName.key(member.getKey()))) {
                walk(from, member.getKey(), member.getValue().value());
            }
        }
        Instance container = container(from);
        if (container != null) {
            add(from, "", container, "", Edge.Kind.CONTAINMENT);
        }
        for (Node dependency : Nodes.items(Nodes.get(from.node(), "dependsOn"))) {
            String identifier = Symbols.of(from.evaluator().evaluate(dependency, from.scope()));
            for (Instance target : dependencies(identifier, from)) {
                add(from, "", target, "", Edge.Kind.ORDER);
            }
        }
    }

    private void walk(Instance from, String path, Value value) {
        if (value instanceof ObjectValue object) {
            object.members().forEach((name, member) -> walk(from, path + "." + name, member.value()));
        } else if (value instanceof ListValue list) {
            for (int i = 0; i < list.elements().size(); i++) {
                walk(from, path + "[" + i + "]", list.elements().get(i));
            }
        } else {
            mentions(from, path, Symbols.of(value));
        }
    }

    /** Every id in a text, also inside of the expressions that stand for what is not known. */
    private void mentions(Instance from, String path, String text) {
        int done = 0;
        for (int at = text.indexOf(PROVIDERS); at >= 0; at = text.indexOf(PROVIDERS, at + 1)) {
            if (at >= done) {
                int start = start(text, at, done);
                int end = end(text, at);
                Instance target = target(text.substring(start, end));
                if (target != null) {
                    boolean id =
                            start == 0 && end == text.length() && target.id().length() == end;
                    add(from, path, target, id ? "id" : "", Edge.Kind.REFERENCE);
                }
                done = end;
            }
        }
    }

    /** Where the id begins whose provider stands at {@code at}: with its subscription, if it names one. */
    private static int start(String text, int at, int done) {
        int subscription = text.lastIndexOf("/subscriptions/", at);
        return subscription >= done ? subscription : at;
    }

    /** Where the id ends: at a character that no id has, or at the end of the expression that it stands in. */
    private static int end(String text, int at) {
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            }
            if (depth < 0 || (depth == 0 && (c == '\'' || c == ',' || c == ')' || c == ' ' || c == '"'))) {
                return i;
            }
        }
        return text.length();
    }

    /** The resource of that id or the nearest one that contains it. */
    private Instance target(String id) {
        for (String part = id; part.contains(PROVIDERS); part = shortened(part)) {
            Instance found = index.withId(part);
            if (found == null) {
                found = index.withRelativeId(part.substring(part.lastIndexOf(PROVIDERS) + PROVIDERS.length()));
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The id without its last segment of type and name. */
    private static String shortened(String id) {
        List<String> segments = ResourceName.split(id);
        return segments.size() < 3 ? "" : String.join("/", segments.subList(0, segments.size() - 2));
    }

    private Instance container(Instance instance) {
        if (instance.parent() != null) {
            return instance.parent();
        }
        Instance extended = index.withId(instance.name().scope());
        if (extended != null) {
            return extended;
        }
        ResourceName name = instance.name();
        List<String> types = ResourceName.split(name.type());
        List<String> names = ResourceName.split(name.name());
        if (types.size() < 3 || names.size() < 2) {
            return index.named(name.scope(), instance.names());
        }
        return index.withId(new ResourceName(
                        name.scope(),
                        String.join("/", types.subList(0, types.size() - 1)),
                        String.join("/", names.subList(0, names.size() - 1)))
                .id());
    }

    private List<Instance> dependencies(String identifier, Instance from) {
        if (identifier.isEmpty()) {
            return List.of();
        }
        List<Instance> named = index.allNamed(identifier, from.names());
        if (!named.isEmpty()) {
            return named;
        }
        Instance found = index.withId(identifier);
        if (found == null && identifier.contains(PROVIDERS)) {
            found = target(identifier);
        } else if (found == null) {
            found = index.withRelativeId(identifier);
        }
        return found == null ? List.of() : List.of(found);
    }

    private void add(Instance from, String fromPath, Instance to, String toPath, Edge.Kind kind) {
        String source = addresses.get(from);
        String target = addresses.get(to);
        if (from != to && source != null && target != null) {
            edges.add(new Edge(source, fromPath, target, toPath, kind));
        }
    }
}
