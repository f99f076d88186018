package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Existence;
import dev.plumbline.iac.Resource.Mode;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.graph.ResourceNode.ResourceInstance;
import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Evaluates all resources of a root module and of the modules it calls, and notes how they mention each other. */
final class GraphBuilder {
    private final Configuration configuration;
    private final List<Resource> resources = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    GraphBuilder(Configuration configuration) {
        this.configuration = configuration;
    }

    ResourceGraph build(ModuleInstance root) {
        Deque<ModuleInstance> modules = new ArrayDeque<>();
        modules.add(root);
        while (!modules.isEmpty()) {
            ModuleInstance module = modules.poll();
            for (String name : module.module.resources().keySet()) {
                ResourceNode node = module.resource(name);
                configuration.scheduler().require(node);
                node.instances().values().forEach(instance -> {
                    add(node, instance);
                    Conditions.check(node, instance);
                });
            }
            Conditions.check(module);
            for (String name : module.module.calls().keySet()) {
                CallNode call = module.call(name);
                configuration.scheduler().require(call);
                modules.addAll(call.instances().values());
            }
        }
        return new ResourceGraph(resources, edges);
    }

    private void add(ResourceNode node, ResourceInstance instance) {
        ModuleInstance module = node.module();
        Block block = node.block();
        ObjectValue attributes = (ObjectValue) instance.described().value();
        String doubt = module.doubt.isEmpty() ? node.repetition().doubt() : module.doubt;
        resources.add(new Resource(
                instance.address(),
                node.type(),
                block.labels().get(1).text(),
                node.isManaged() ? Mode.MANAGED : Mode.DATA,
                Dialect.TERRAFORM,
                configuration.providerVersions().of(module.module, Providers.localName(block)),
                attributes,
                block.range(),
                block.header(),
                module.calls,
                doubt.isEmpty() ? Existence.CERTAIN : new Existence(doubt)));
        addEdges(instance.address(), "", attributes, instance.described().references());
        addOrder(node, instance.address());
    }

    private void addEdges(String from, String path, Value value, References references) {
        for (References.Target target : references.own()) {
            edges.add(new Edge(from, path, target.address(), target.path(), Edge.Kind.REFERENCE));
        }
        references.forEachPart((part, inner) -> {
            Value element = null;
            String step;
            if (value instanceof ListValue list) {
                int index = Integer.parseInt(part);
                element = index < list.elements().size() ? list.elements().get(index) : null;
                step = path + "[" + part + "]";
            } else {
                element = value instanceof ObjectValue object ? object.get(part) : null;
                step = path.isEmpty() ? part : path + step(part);
            }
            addEdges(from, step, element, inner);
        });
    }

    private static String step(String name) {
        boolean plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        return plain && !name.isEmpty() ? "." + name : "[" + Repetition.quoted(name) + "]";
    }

    private void addOrder(ResourceNode node, String from) {
        List<Body> places = new ArrayList<>(List.of(node.block().body()));
        node.block().body().blocks().stream()
                .filter(block -> block.type().equals("lifecycle"))
                .forEach(lifecycle -> places.add(lifecycle.body()));
        for (Body place : places) {
            for (String argument : List.of("depends_on", "replace_triggered_by")) {
                Attribute list = place.attribute(argument);
                List<ScopeTraversal> targets = list == null ? List.of() : StaticReferences.traversals(list.value());
                targets.forEach(target -> addOrder(node, from, target));
            }
        }
    }

    private void addOrder(ResourceNode node, String from, ScopeTraversal traversal) {
        boolean two = traversal.root().equals("data") || traversal.root().equals("ephemeral");
        String first = ModuleInstance.name(traversal.steps(), 0);
        String name = two ? first + "." + ModuleInstance.name(traversal.steps(), 1) : first;
        ResourceNode target = node.module().resource(traversal.root() + "." + name);
        if (target != null && target != node) {
            configuration.scheduler().require(target);
            target.instances()
                    .values()
                    .forEach(instance -> edges.add(new Edge(from, "", instance.address(), "", Edge.Kind.ORDER)));
        }
    }
}
