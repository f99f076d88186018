package dev.plumbline.iac.cloudformation;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Existence;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.cloudformation.eval.Evaluator;
import dev.plumbline.iac.cloudformation.eval.Place;
import dev.plumbline.iac.cloudformation.stack.Stack;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.cloudformation.template.TemplateReader;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the graph of the resources that a stack, and those that it nests, would have. */
final class StackGraph {

    /**
     * The attribute under which what is written beside the properties is found: {@code
     * AWS::CloudFormation.DeletionPolicy}. No property has colons in its name.
     */
    static final String RESOURCE_ATTRIBUTES = "AWS::CloudFormation";

    private static final List<String> ATTRIBUTES =
            List.of("CreationPolicy", "DeletionPolicy", "DependsOn", "Metadata", "UpdatePolicy", "UpdateReplacePolicy");

    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final List<Resource> declarations = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private Stack stack;
    private Evaluator evaluator;

    private StackGraph() {}

    /** The resources of a stack, with those of the stacks that it nests after them. */
    static ResourceGraph of(Stack outermost) {
        StackGraph graph = new StackGraph();
        outermost.all().forEach(graph::add);
        graph.edges.removeIf(
                edge -> !graph.resources.containsKey(edge.to()) || !graph.resources.containsKey(edge.from()));
        return new ResourceGraph(List.copyOf(graph.resources.values()), graph.edges)
                .withDeclarations(graph.declarations);
    }

    private void add(Stack of) {
        stack = of;
        evaluator = of.evaluator();
        Map<String, Member> declared = evaluator.template.resources();
        declared.forEach(this::resource);
        edges.addAll(evaluator.edges());
        declared.forEach(this::order);
        declarations.addAll(StackDeclarations.of(of));
    }

    private void resource(String logicalId, Member member) {
        String type = TemplateReader.type(member.value());
        if (type == null || Intrinsic.isFunction(logicalId)) {
            return;
        }
        Mapping body = (Mapping) member.value();
        Existence existence = existence(evaluator, body);
        if (existence == null) {
            return;
        }
        if (existence.certain() && !stack.prefix().isEmpty()) {
            String around = stack.prefix().substring(0, stack.prefix().length() - 1);
            existence = resources.get(around).existence();
        }
        String address = evaluator.qualified(logicalId);
        resources.put(
                address,
                new Resource(
                        address,
                        type,
                        logicalId,
                        Resource.Mode.MANAGED,
                        Dialect.CLOUDFORMATION,
                        "",
                        attributes(logicalId, member, body),
                        member.range(),
                        member.keyRange(),
                        stack.calls(),
                        existence));
    }

    /** Whether what has a condition will be there; null where it certainly will not. */
    static Existence existence(Evaluator evaluator, Mapping body) {
        if (body.get("Condition") instanceof Scalar condition) {
            Boolean met = evaluator.condition(condition.text());
            if (met == null) {
                return new Existence(evaluator.reason(condition.text()));
            } else if (!met) {
                return null;
            }
        }
        return Existence.CERTAIN;
    }

    private ObjectValue attributes(String logicalId, Member member, Mapping body) {
        ObjectValue properties = body.get("Properties") instanceof Mapping written
                ? evaluator.properties(logicalId, written)
                : new ObjectValue(Map.of(), Origin.at(member.keyRange()));
        Map<String, Value.Member> beside = new LinkedHashMap<>();
        for (String name : ATTRIBUTES) {
            Member written = body.member(name);
            if (written != null) {
                Place place = Place.ROOT.member(RESOURCE_ATTRIBUTES).member(name);
                Value value = name.equals("DependsOn")
                        ? evaluator.evaluate(written.value(), place)
                        : evaluator.evaluateIn(logicalId, written.value(), place);
                beside.put(name, new Value.Member(written.keyRange(), value));
            }
        }
        if (beside.isEmpty()) {
            return properties;
        }
        Map<String, Value.Member> attributes = new LinkedHashMap<>(properties.members());
        attributes.put(RESOURCE_ATTRIBUTES, Value.Member.unnamed(new ObjectValue(beside, Origin.at(body.range()))));
        return new ObjectValue(attributes, properties.origin()).withRest(properties.rest());
    }

    private void order(String logicalId, Member member) {
        Node written = member.value() instanceof Mapping body ? body.get("DependsOn") : null;
        List<Node> targets =
                written == null ? List.of() : written instanceof Sequence list ? list.items() : List.of(written);
        for (Node target : targets) {
            if (target instanceof Scalar name) {
                edges.add(new Edge(
                        evaluator.qualified(logicalId), "", evaluator.qualified(name.text()), "", Edge.Kind.ORDER));
            }
        }
    }
}
