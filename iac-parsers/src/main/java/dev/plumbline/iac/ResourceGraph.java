package dev.plumbline.iac;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The resources of one {@link ScanUnit} and how they refer to each other. Order is that of the source. */
public final class ResourceGraph {
    private final List<Resource> resources;
    private final List<Resource> declarations;
    private final List<Edge> edges;
    private final List<UnseenModule> unseen;
    private final Map<String, Resource> byAddress;
    private final Map<String, List<Resource>> byType;
    private final Map<String, List<Edge>> outgoing;
    private final Map<String, List<Edge>> incoming;

    /** A graph of which all is seen. */
    public ResourceGraph(List<Resource> resources, List<Edge> edges) {
        this(resources, edges, List.of());
    }

    /** @throws IllegalArgumentException where two resources have the same address */
    public ResourceGraph(List<Resource> resources, List<Edge> edges, List<UnseenModule> unseen) {
        this(resources, List.of(), edges, unseen);
    }

    private ResourceGraph(
            List<Resource> resources, List<Resource> declarations, List<Edge> edges, List<UnseenModule> unseen) {
        this.resources = List.copyOf(resources);
        this.declarations = List.copyOf(declarations);
        this.edges = edges.stream().distinct().toList();
        this.unseen = List.copyOf(unseen);
        this.byAddress = new LinkedHashMap<>();
        for (Resource resource : judged()) {
            if (byAddress.put(resource.address(), resource) != null) {
                throw new IllegalArgumentException("two resources at " + resource.address());
            }
        }
        this.byType = this.resources.stream()
                .collect(groupingBy(
                        resource -> resource.type().toLowerCase(Locale.ROOT),
                        LinkedHashMap::new,
                        collectingAndThen(toList(), List::copyOf)));
        this.outgoing = this.edges.stream().collect(groupingBy(Edge::from));
        this.incoming = this.edges.stream().collect(groupingBy(Edge::to));
    }

    /** The same graph, with these beside its resources. */
    public ResourceGraph withDeclarations(List<Resource> others) {
        return new ResourceGraph(resources, others, edges, unseen);
    }

    public List<Resource> resources() {
        return resources;
    }

    /**
     * What a configuration declares beside its resources and rules speak of: parameters and outputs of a template (
     * {@code Microsoft.Resources/deployments/parameters}, {@code AWS::CloudFormation::Output}), configurations of
     * providers ({@code provider.aws}). Nothing is deployed for them, and no edges lead there.
     */
    public List<Resource> declarations() {
        return declarations;
    }

    /** What rules judge: the resources, and the declarations after them. */
    public List<Resource> judged() {
        List<Resource> judged = new ArrayList<>(resources);
        judged.addAll(declarations);
        return judged;
    }

    public List<Edge> edges() {
        return edges;
    }

    /** The modules that are called and whose files are not there. */
    public List<UnseenModule> unseen() {
        return unseen;
    }

    public Optional<Resource> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** The resources of a type, managed or data. Types are matched without regard to case, as ARM does. */
    public List<Resource> ofType(String type) {
        return byType.getOrDefault(type.toLowerCase(Locale.ROOT), List.of());
    }

    /** What the resource at this address mentions. */
    public List<Edge> from(String address) {
        return outgoing.getOrDefault(address, List.of());
    }

    /** What mentions the resource at this address. */
    public List<Edge> to(String address) {
        return incoming.getOrDefault(address, List.of());
    }
}
