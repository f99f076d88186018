package dev.plumbline.rules.function;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.UnseenModule;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Equality;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.view.Lookup;
import dev.plumbline.rules.view.Path;
import dev.plumbline.rules.view.Views;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whether other resources are tied to one: true, false, or {@link Open} where that cannot be known. */
final class Links {
    /** How many resources a reference is followed through: a policy that names the bucket's access block's bucket. */
    static final int MAX_HOPS = 4;

    /** The attributes by which other resources are tied to one, whatever its type. */
    private static final Set<String> IDENTITIES = Set.of("id", "arn", "name", "self_link");

    private final ResourceGraph graph;
    private final Resource to;

    Links(ResourceGraph graph, Resource to) {
        this.graph = graph;
        this.to = to;
    }

    /** Whether the candidate refers to the resource, or the resource to the candidate. */
    Object any(Resource candidate) {
        boolean elsewhere = false;
        for (Edge edge : graph.from(candidate.address())) {
            if (edge.to().equals(to.address()) && edge.kind() != Edge.Kind.ORDER) {
                return true;
            }
            elsewhere |= graph.at(edge.to())
                    .filter(other -> other.type().equalsIgnoreCase(to.type()))
                    .isPresent();
        }
        for (Edge edge : graph.from(to.address())) {
            if (edge.to().equals(candidate.address()) && edge.kind() != Edge.Kind.ORDER) {
                return true;
            }
        }
        return elsewhere ? false : undecided(candidate);
    }

    /** An input of the candidate that may turn out to be a reference to the resource. */
    static Object undecided(Resource candidate) {
        for (Member member : candidate.attributes().members().values()) {
            if (member.value() instanceof UnknownValue value
                    && value.unknown().cause() != Unknown.Cause.KNOWN_AFTER_APPLY
                    && (value.unknown().shape() == Unknown.Shape.ANY
                            || value.unknown().shape() == Unknown.Shape.STRING)) {
                return new Open(Views.derived(value));
            }
        }
        return false;
    }

    /** Whether the candidate's attribute at the path refers to the resource or holds its name. */
    Object at(Resource candidate, String path) {
        return at(candidate, path, 0);
    }

    private Object at(Resource candidate, String path, int hops) {
        boolean mentions = false;
        for (Edge edge : graph.from(candidate.address())) {
            if (!mentions(edge, path)) {
                continue;
            }
            if (edge.to().equals(to.address())) {
                return true;
            }
            mentions = true;
            Resource next = graph.at(edge.to()).orElse(null);
            if (next != null
                    && hops < MAX_HOPS
                    && !edge.toPath().isEmpty()
                    && !next.type().equalsIgnoreCase(to.type())
                    && at(next, edge.toPath(), hops + 1).equals(true)) {
                return true;
            }
        }
        return mentions ? false : byName(candidate, path);
    }

    /** Whether the attribute at the path refers to what the edge leads to. */
    static boolean mentions(Edge edge, String path) {
        return edge.kind() != Edge.Kind.ORDER && within(edge.fromPath(), path);
    }

    /** Both may be given the same name, by a literal or a variable, without referring to each other. */
    private Object byName(Resource candidate, String path) {
        Object named = Lookup.first(Views.of(candidate), AttributeFunctions.path(path));
        if (named == Null.NULL) {
            return false;
        }
        Object undecided = false;
        boolean identified = false;
        for (Map.Entry<String, Member> member : to.attributes().members().entrySet()) {
            if (!identifies(member.getKey(), path)) {
                continue;
            }
            identified = true;
            Value name = member.getValue().value();
            Object same = Equality.of(Views.of(to, member.getKey(), name), named);
            if (same.equals(true)) {
                return true;
            } else if (same instanceof UnknownValue value) {
                undecided = new Open(Views.derived(value));
            }
        }
        // A name that is not known may also be one that the cloud gives to a resource without a name of its own.
        boolean unknown =
                named instanceof UnknownValue value && value.unknown().cause() != Unknown.Cause.KNOWN_AFTER_APPLY;
        if (!identified && unknown) {
            return new Open(Views.derived((UnknownValue) named));
        }
        return undecided;
    }

    /**
     * Stand for what may be in modules whose files are not there and which are given what identifies the resource: they
     * may hold a resource that is tied to it.
     *
     * @param path where such a resource would refer to it; empty for anywhere
     */
    List<Open> unseen(String path) {
        Set<String> given = new LinkedHashSet<>();
        for (Edge edge : graph.to(to.address())) {
            if (edge.kind() == Edge.Kind.REFERENCE && handsOver(edge.toPath(), path)) {
                given.add(edge.from());
            }
        }
        return graph.unseen().stream()
                .filter(module -> given.contains(module.address()))
                .map(Links::uncertain)
                .toList();
    }

    private static boolean handsOver(String attribute, String path) {
        return attribute.isEmpty()
                || IDENTITIES.contains(attribute)
                || !path.isEmpty() && attribute.equals(path.substring(path.lastIndexOf('.') + 1));
    }

    /** Whether an attribute gives a resource the name by which the attribute at a path of another refers to it. */
    static boolean identifies(String attribute, String path) {
        String name = attribute.toLowerCase(Locale.ROOT);
        List<Object> steps = AttributeFunctions.path(path).steps();
        return name.equals("name")
                || name.equals("id")
                || name.endsWith("name")
                || name.endsWith("identifier")
                || attribute.equals(steps.get(steps.size() - 1));
    }

    /** Whether a reference at one path is part of the attribute at another; positions do not count where not given. */
    static boolean within(String reference, String attribute) {
        return inside(reference, attribute) || inside(Path.names(reference), attribute);
    }

    private static boolean inside(String reference, String attribute) {
        return reference.equals(attribute)
                || reference.startsWith(attribute)
                        && (reference.charAt(attribute.length()) == '.' || reference.charAt(attribute.length()) == '[');
    }

    /** Stands for a resource that may or may not be there. */
    static Open uncertain(Resource resource) {
        Unknown unknown =
                Unknown.because(Unknown.Cause.NO_VALUE, resource.existence().reason());
        return new Open(new UnknownValue(unknown, Origin.at(resource.header())), Views.of(resource));
    }

    private static Open uncertain(UnseenModule module) {
        Unknown unknown = Unknown.because(
                Unknown.Cause.EXTERNAL, module.address() + " is given it, and is not among the scanned files");
        return new Open(new UnknownValue(unknown, Origin.at(module.header())));
    }
}
