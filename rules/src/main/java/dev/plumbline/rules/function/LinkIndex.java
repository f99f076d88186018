package dev.plumbline.rules.function;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.view.Lookup;
import dev.plumbline.rules.view.Views;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which resources of a type come into question as tied to another by an attribute: those that refer to it, have its name,
 * or may turn out to. {@link Links} then tells which of them are. Without it, finding what is tied to each of many resources
 * would compare each with each.
 */
final class LinkIndex {
    private final ResourceGraph graph;
    private final List<Resource> candidates;
    private final Map<String, BitSet> byAddress = new HashMap<>();
    private final Map<String, BitSet> byName = new HashMap<>();
    private final BitSet named = new BitSet();
    private final BitSet undecided = new BitSet();
    private final Set<String> namePaths = new HashSet<>();

    /** @param path of the candidates' attribute; empty for any */
    LinkIndex(ResourceGraph graph, List<Resource> candidates, String path) {
        this.graph = graph;
        this.candidates = candidates;
        for (int i = 0; i < candidates.size(); i++) {
            Resource candidate = candidates.get(i);
            if (path.isEmpty()) {
                addAnywhere(i, candidate);
            } else {
                addAt(i, candidate, path, 0, new HashSet<>());
            }
        }
    }

    private void addAnywhere(int candidate, Resource resource) {
        for (Edge edge : graph.from(resource.address())) {
            set(byAddress, edge.to(), candidate);
        }
        for (Edge edge : graph.to(resource.address())) {
            set(byAddress, edge.from(), candidate);
        }
        if (!Links.undecided(resource).equals(false)) {
            undecided.set(candidate);
        }
    }

    private void addAt(int candidate, Resource resource, String path, int hops, Set<String> seen) {
        if (!seen.add(resource.address() + ' ' + path)) {
            return;
        }
        boolean mentions = false;
        for (Edge edge : graph.from(resource.address())) {
            if (!Links.mentions(edge, path)) {
                continue;
            }
            mentions = true;
            set(byAddress, edge.to(), candidate);
            Resource next = graph.at(edge.to()).orElse(null);
            if (next != null && hops < Links.MAX_HOPS && !edge.toPath().isEmpty()) {
                addAt(candidate, next, edge.toPath(), hops + 1, seen);
            }
        }
        if (!mentions) {
            addName(candidate, resource, path);
        }
    }

    private void addName(int candidate, Resource resource, String path) {
        Object name = Lookup.first(Views.of(resource), AttributeFunctions.path(path));
        if (name instanceof String text) {
            set(byName, text, candidate);
            named.set(candidate);
            namePaths.add(path);
        } else if (name != Null.NULL) {
            undecided.set(candidate);
        }
    }

    /** In the order of the graph. */
    List<Resource> of(Resource to) {
        BitSet found = (BitSet) undecided.clone();
        or(found, byAddress.get(to.address()));
        if (!named.isEmpty()) {
            to.attributes().members().forEach((attribute, member) -> addNamesake(found, to, attribute, member));
        }
        return found.stream().mapToObj(candidates::get).toList();
    }

    private void addNamesake(BitSet found, Resource to, String attribute, Member member) {
        if (namePaths.stream().noneMatch(path -> Links.identifies(attribute, path))) {
            return;
        }
        Object name = Views.of(to, attribute, member.value());
        if (name instanceof String text) {
            or(found, byName.get(text));
        } else if (name instanceof UnknownValue) {
            found.or(named);
        }
    }

    private static void set(Map<String, BitSet> index, String key, int candidate) {
        index.computeIfAbsent(key, any -> new BitSet()).set(candidate);
    }

    private static void or(BitSet found, BitSet more) {
        if (more != null) {
            found.or(more);
        }
    }
}
