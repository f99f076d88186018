package dev.plumbline.iac.terraform.plan;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Mode;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts what a plan says in the places where the configuration says it. The plan decides which resources there are and
 * what their values are; the configuration where they are written, and why a value is unknown.
 *
 * <p>Both graphs bound the nesting of values, and so the recursion.
 */
public final class Placement {
    /** Up to so many elements of a list are looked for in another order than the configuration's. */
    private static final int MAX_REORDERED = 64;

    private final Map<String, Resource> written = new HashMap<>();

    private Placement(ResourceGraph source) {
        for (Resource resource : source.resources()) {
            written.putIfAbsent(Address.parse(resource.address()).names(), resource);
        }
        source.resources().forEach(resource -> written.put(resource.address(), resource));
    }

    /**
     * @param plan as {@link Plan#graph()} gives it
     * @param source the same root module, evaluated from its files
     */
    public static ResourceGraph of(ResourceGraph plan, ResourceGraph source) {
        Placement placement = new Placement(source);
        List<Resource> resources = new ArrayList<>();
        Set<String> addresses = new LinkedHashSet<>();
        for (Resource resource : plan.resources()) {
            resources.add(placement.placed(resource));
            addresses.add(resource.address());
        }
        for (Resource resource : source.resources()) {
            // A data source that was not read for the plan still says what others refer to.
            if (resource.mode() == Mode.DATA && addresses.add(resource.address())) {
                resources.add(resource);
            }
        }
        List<Edge> edges = new ArrayList<>();
        Set<String> explained = new LinkedHashSet<>();
        for (Edge edge : source.edges()) {
            if (addresses.contains(edge.from()) && addresses.contains(edge.to())) {
                edges.add(edge);
                explained.add(edge.from());
            }
        }
        plan.edges().stream().filter(edge -> !explained.contains(edge.from())).forEach(edges::add);
        return new ResourceGraph(resources, edges).withDeclarations(source.declarations());
    }

    private Resource placed(Resource planned) {
        Resource source = written.get(planned.address());
        if (source == null) {
            source = written.get(Address.parse(planned.address()).names());
        }
        if (source == null) {
            return planned;
        }
        return new Resource(
                planned.address(),
                planned.type(),
                planned.name(),
                planned.mode(),
                planned.dialect(),
                planned.version().isEmpty() ? source.version() : planned.version(),
                object(planned.attributes(), source.attributes(), source.header()),
                source.range(),
                source.header(),
                source.calls(),
                source.account(),
                planned.existence());
    }

    /** @param place where it is written, or would be */
    private static Value value(Value planned, Value source, SourceRange place) {
        if (planned instanceof UnknownValue && source instanceof UnknownValue) {
            return planned.sensitive() ? source.asSensitive() : source;
        } else if (source != null && planned.sameAs(source) && planned.sensitive() == source.sensitive()) {
            return source;
        } else if (planned instanceof ObjectValue object) {
            return object(object, source instanceof ObjectValue other ? other : null, place);
        } else if (planned instanceof ListValue list) {
            return list(list, source instanceof ListValue other ? other.elements() : List.of(), place);
        }
        return planned.withOrigin(moved(planned, place));
    }

    private static Origin moved(Value planned, SourceRange place) {
        SourceRange inPlan = planned.origin().range();
        return new Origin(place, "", Origin.at(inPlan, Origin.PLANNED));
    }

    private static ObjectValue object(ObjectValue planned, ObjectValue source, SourceRange place) {
        Map<String, Member> members = new LinkedHashMap<>();
        if (source != null) {
            source.members().forEach((name, member) -> {
                Value value = planned.get(name);
                if (value != null) {
                    SourceRange range = member.value().origin().range();
                    members.put(name, new Member(member.nameRange(), value(value, member.value(), range)));
                } else if (!member.value().isWhollyKnown()) {
                    // Blocks of which it is not known how many there will be are in no plan.
                    members.put(name, member);
                }
            });
        }
        planned.members().forEach((name, member) -> {
            if (!members.containsKey(name)) {
                members.put(name, new Member(place, value(member.value(), null, place)));
            }
        });
        Origin origin = source == null ? moved(planned, place) : source.origin();
        return new ObjectValue(members, planned.kind(), origin, planned.sensitive());
    }

    private static ListValue list(ListValue planned, List<Value> source, SourceRange place) {
        List<Value> elements = new ArrayList<>();
        List<Value> left = new ArrayList<>(source);
        boolean reordered = planned.elements().size() <= MAX_REORDERED && source.size() <= MAX_REORDERED;
        for (int i = 0; i < planned.elements().size(); i++) {
            Value element = planned.elements().get(i);
            Value match = null;
            if (reordered && !left.isEmpty()) {
                match = left.remove(closest(element, left));
            } else if (!reordered && planned.elements().size() == source.size()) {
                match = source.get(i);
            }
            elements.add(
                    value(element, match, match == null ? place : match.origin().range()));
        }
        return new ListValue(elements, planned.kind(), moved(planned, place), planned.sensitive());
    }

    /** The position of the one that has most in common: providers keep sets in an order of their own. */
    private static int closest(Value element, List<Value> candidates) {
        int best = 0;
        int most = -1;
        for (int i = 0; i < candidates.size(); i++) {
            int common = common(element, candidates.get(i));
            if (common > most) {
                best = i;
                most = common;
            }
        }
        return best;
    }

    private static int common(Value planned, Value source) {
        if (planned instanceof ObjectValue one && source instanceof ObjectValue other) {
            return (int) other.members().entrySet().stream()
                    .filter(member -> {
                        Value value = one.get(member.getKey());
                        return value != null && value.sameAs(member.getValue().value());
                    })
                    .count();
        }
        return planned.sameAs(source) ? 1 : 0;
    }
}
