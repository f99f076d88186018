package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Existence;
import dev.plumbline.iac.Resource.Mode;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.UnseenModule;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.graph.Repetition.Instance;
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
    private final List<Resource> declarations = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<UnseenModule> unseen = new ArrayList<>();

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
            for (String name : module.module.providers().keySet()) {
                ProviderNode provider = module.provider(name);
                configuration.scheduler().require(provider);
                declarations.add(provider.declared());
            }
            Conditions.check(module);
            for (String name : module.module.calls().keySet()) {
                CallNode call = module.call(name);
                configuration.scheduler().require(call);
                modules.addAll(call.instances().values());
                if (!call.resolved()) {
                    addUnseen(call);
                }
                addOrder(call);
            }
        }
        return new ResourceGraph(resources, edges, unseen).withDeclarations(declarations);
    }

    private void addUnseen(CallNode call) {
        for (Instance instance : call.repetition().instances()) {
            if (!configuration.mayAddModule(call.range())) {
                return;
            }
            String address = call.name() + instance.suffix();
            Result arguments = call.arguments(instance.bindings());
            unseen.add(new UnseenModule(address, (ObjectValue) arguments.value(), call.range()));
            addEdges(address, "", arguments.value(), arguments.references());
        }
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
                Providers.account(module, block),
                doubt.isEmpty() ? Existence.CERTAIN : new Existence(doubt)));
        addEdges(instance.address(), "", attributes, instance.described().references());
        addOrder(node, instance.address());
    }

    private void addOrder(CallNode call) {
        for (ScopeTraversal target : orderOf(call.body())) {
            for (Instance instance : call.repetition().instances()) {
                addOrder(call.scope(), call.name() + instance.suffix(), target);
            }
        }
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
        List<ScopeTraversal> targets = new ArrayList<>(orderOf(node.block().body()));
        node.block().body().blocks().stream()
                .filter(block -> block.type().equals("lifecycle"))
                .forEach(lifecycle -> targets.addAll(orderOf(lifecycle.body())));
        targets.forEach(target -> addOrder(node.module(), from, target));
    }

    private static List<ScopeTraversal> orderOf(Body body) {
        List<ScopeTraversal> targets = new ArrayList<>();
        for (String argument : List.of("depends_on", "replace_triggered_by")) {
            Attribute list = body.attribute(argument);
            if (list != null) {
                targets.addAll(StaticReferences.traversals(list.value()));
            }
        }
        return targets;
    }

    private void addOrder(ModuleInstance module, String from, ScopeTraversal traversal) {
        for (String to : addresses(module, traversal)) {
            if (!to.equals(from)) {
                edges.add(new Edge(from, "", to, "", Edge.Kind.ORDER));
            }
        }
    }

    /** All instances of the resource or module that is meant: an order holds for them together. */
    private List<String> addresses(ModuleInstance module, ScopeTraversal traversal) {
        String first = ModuleInstance.name(traversal.steps(), 0);
        if (traversal.root().equals("module")) {
            CallNode call = module.call(first);
            if (call == null) {
                return List.of();
            }
            configuration.scheduler().require(call);
            return call.repetition().instances().stream()
                    .map(instance -> call.name() + instance.suffix())
                    .toList();
        }
        boolean two = traversal.root().equals("data") || traversal.root().equals("ephemeral");
        String name = two ? first + "." + ModuleInstance.name(traversal.steps(), 1) : first;
        ResourceNode target = module.resource(traversal.root() + "." + name);
        if (target == null) {
            return List.of();
        }
        configuration.scheduler().require(target);
        return target.instances().values().stream()
                .map(ResourceInstance::address)
                .toList();
    }
}
