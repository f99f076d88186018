package dev.plumbline.iac.terraform.plan;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.terraform.plan.PlannedModule.Call;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Works out from the references in a plan's configuration which resource mentions which, through the arguments and
 * outputs of modules. A plan does not say what a local value refers to: such mentions are not seen.
 */
final class PlannedEdges {
    /** How many edges are noted. With more, resources refer to all instances of each other by the hundred. */
    private static final int MAX_EDGES = 500_000;

    /** How far a reference is followed through arguments and outputs. */
    private static final int MAX_STEPS = 64;

    private final PlannedModule configuration;
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, List<PlannedResource>> instances = new HashMap<>();
    private final Map<String, List<PlannedResource>> byModule = new LinkedHashMap<>();
    private final Map<String, Set<Target>> arguments = new HashMap<>();

    private record Target(String address, String path) {}

    private PlannedEdges(PlannedModule configuration, List<PlannedResource> resources) {
        this.configuration = configuration;
        for (PlannedResource resource : resources) {
            String place = place(resource.module(), resource.configured());
            instances.computeIfAbsent(place, key -> new ArrayList<>()).add(resource);
            byModule.computeIfAbsent(resource.module(), key -> new ArrayList<>())
                    .add(resource);
        }
    }

    private static String place(String module, String resource) {
        return module.isEmpty() ? resource : module + "." + resource;
    }

    static List<Edge> of(PlannedModule configuration, List<PlannedResource> resources) {
        PlannedEdges edges = new PlannedEdges(configuration, resources);
        edges.byModule.forEach((module, inside) -> {
            PlannedModule declared = configuration.called(Address.parse(module));
            for (PlannedResource resource : inside) {
                Mapping written = declared.resources().get(resource.configured());
                if (written != null) {
                    edges.block(resource, "", written.get("expressions"));
                    edges.order(resource, written.get("depends_on"));
                }
            }
        });
        return edges.edges;
    }

    private void block(PlannedResource from, String path, Node block) {
        for (Node.Member member : Nodes.members(block)) {
            String inner = path.isEmpty() ? member.key() : path + "." + member.key();
            if (member.value() instanceof Sequence blocks) {
                for (int i = 0; i < blocks.items().size(); i++) {
                    block(from, inner + "[" + i + "]", blocks.items().get(i));
                }
            } else if (Nodes.get(member.value(), "references") instanceof Sequence references) {
                List<String> texts = Nodes.texts(references);
                targets(from.module(), texts, from.key(), MAX_STEPS)
                        .forEach(target -> add(from, inner, target, Edge.Kind.REFERENCE));
            } else if (Nodes.get(member.value(), "constant_value") == null) {
                block(from, inner, member.value());
            }
        }
    }

    private void order(PlannedResource from, Node dependsOn) {
        for (String reference : Nodes.texts(dependsOn)) {
            Address address = Address.parse(reference);
            if (address.step(0).name().equals("module")) {
                inside(from.module(), address, resource -> order(from, resource));
            } else {
                find(from.module(), address, "").forEach(resource -> order(from, resource));
            }
        }
    }

    private void order(PlannedResource from, PlannedResource to) {
        add(from, "", new Target(to.address(), ""), Edge.Kind.ORDER);
    }

    private void add(PlannedResource from, String path, Target to, Edge.Kind kind) {
        if (edges.size() < MAX_EDGES && !to.address().equals(from.address())) {
            edges.add(new Edge(from.address(), path, to.address(), to.path(), kind));
        }
    }

    /**
     * What the references of an expression lead to.
     *
     * @param module the address of the module instance in which they stand
     * @param key of the instance that refers; with {@code count.index} it chooses the one that is referred to
     */
    private Set<Target> targets(String module, List<String> references, String key, int steps) {
        Set<Target> targets = new LinkedHashSet<>();
        boolean parallel = references.contains("count.index") || references.contains("each.key");
        for (String reference : ReferenceLists.longest(references)) {
            Address address = Address.parse(reference);
            if (steps > 0) {
                switch (address.step(0).name()) {
                    case "var" ->
                        targets.addAll(argument(module, address.step(1).name(), steps - 1));
                    case "module" -> targets.addAll(output(module, address, steps - 1));
                    case "each", "count", "local", "path", "terraform", "self" -> {}
                    default -> {
                        int used = address.resourceSteps();
                        String path = address.text(used, address.steps().size());
                        find(module, address, parallel ? key : "")
                                .forEach(resource -> targets.add(new Target(resource.address(), path)));
                    }
                }
            }
        }
        return targets;
    }

    /** The instances that an address in a module means. */
    private List<PlannedResource> find(String module, Address address, String parallelKey) {
        int used = address.resourceSteps();
        List<PlannedResource> all = instances.getOrDefault(place(module, address.names(0, used)), List.of());
        String key = address.step(used - 1).key();
        List<PlannedResource> chosen = with(all, key.isEmpty() ? parallelKey : key);
        return chosen.isEmpty() ? all : chosen;
    }

    private static List<PlannedResource> with(List<PlannedResource> resources, String key) {
        return key.isEmpty()
                ? List.of()
                : resources.stream()
                        .filter(resource -> resource.key().equals(key))
                        .toList();
    }

    /** What the argument of the call refers to that made a module instance. */
    private Collection<Target> argument(String module, String variable, int steps) {
        if (module.isEmpty()) {
            return List.of();
        }
        String memo = module + " " + variable;
        Set<Target> known = arguments.get(memo);
        if (known == null) {
            arguments.put(memo, Set.of());
            Address address = Address.parse(module);
            int last = address.steps().size() - 2;
            String caller = address.text(0, last);
            Call call = configuration
                    .called(Address.parse(caller))
                    .calls()
                    .get(address.step(last + 1).name());
            Node argument = call == null ? null : Nodes.get(call.arguments(), variable);
            List<String> references = Nodes.texts(Nodes.get(argument, "references"));
            known = targets(caller, references, address.step(last + 1).key(), steps);
            arguments.put(memo, known);
        }
        return known;
    }

    /** What the output refers to that {@code module.name.output} or {@code module.name["key"].output} means. */
    private Collection<Target> output(String module, Address address, int steps) {
        Set<Target> targets = new LinkedHashSet<>();
        String output = address.step(2).name();
        Node expression = configuration
                .called(Address.parse(place(module, address.names(0, 2))))
                .outputs()
                .get(output);
        List<String> references = Nodes.texts(Nodes.get(expression, "references"));
        for (String instance : called(module, address)) {
            targets.addAll(targets(instance, references, "", steps));
        }
        return targets;
    }

    /** The module instances with resources in or below them that a reference to a module means. */
    private Set<String> called(String module, Address address) {
        String wanted = place(module, address.names(0, 2));
        int depth = Address.parse(wanted).steps().size();
        String key = address.step(1).key();
        Set<String> called = new LinkedHashSet<>();
        for (String candidate : byModule.keySet()) {
            Address steps = Address.parse(candidate);
            boolean below = steps.steps().size() >= depth
                    && steps.text(0, depth - 2).equals(module)
                    && steps.step(depth - 1).name().equals(address.step(1).name())
                    && (key.isEmpty() || steps.step(depth - 1).key().equals(key));
            if (below) {
                called.add(steps.text(0, depth));
            }
        }
        return called;
    }

    private void inside(String module, Address address, Consumer<PlannedResource> action) {
        Set<String> called = called(module, address);
        byModule.forEach((candidate, resources) -> {
            if (called.stream().anyMatch(name -> candidate.equals(name) || candidate.startsWith(name + "."))) {
                resources.forEach(action);
            }
        });
    }
}
