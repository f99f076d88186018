package dev.plumbline.iac.arm.resource;

import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.expression.Scope.Written;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.template.NodeEvaluator;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One resource that a template deploys: copy loops expanded, conditions decided as far as that can be done. */
public final class Instance {
    private static final Set<String> NOT_ATTRIBUTES = Set.of("resources", "copy", "condition", "dependson", "comments");

    private final Declaration declaration;
    private final Scope scope;
    private final Scope names;
    private final NodeEvaluator evaluator;
    private final Instance parent;
    private final ResourceName name;
    private final String uncertainty;
    private final List<Call> calls;
    private Deployment nested;
    private ObjectValue attributes;
    private ObjectValue outputs;
    private boolean underWay;

    /**
     * The resource as it is written.
     *
     * @param symbol its symbolic name, with the index of a copy loop; empty where it has none
     * @param loop the name of the copy loop it is made by; empty where there is none
     */
    public record Declaration(Mapping node, String symbol, String loop) {}

    /** @param uncertainty why it is not certain that it will be deployed; empty where it is */
    Instance(
            Declaration declaration,
            Scope scope,
            Scope names,
            NodeEvaluator evaluator,
            Instance parent,
            ResourceName name,
            String uncertainty,
            List<Call> calls) {
        this.declaration = declaration;
        this.scope = scope;
        this.names = names;
        this.evaluator = evaluator;
        this.parent = parent;
        this.name = name;
        this.uncertainty = uncertainty;
        this.calls = calls;
    }

    /** The id of the subscription that it is deployed to. */
    public Value subscriptionId() {
        return scope.deployment().subscriptionId();
    }

    public Declaration declaration() {
        return declaration;
    }

    public Mapping node() {
        return declaration.node();
    }

    Scope scope() {
        return scope;
    }

    /** The scope of the template that it is written in, under which its neighbours are found by name. */
    Scope names() {
        return names;
    }

    NodeEvaluator evaluator() {
        return evaluator;
    }

    /** The resource that this one is written inside of; null where it stands for itself. */
    Instance parent() {
        return parent;
    }

    public ResourceName name() {
        return name;
    }

    /** The resource's id, with what is not known of it in angle brackets. */
    String id() {
        return name.id();
    }

    public String uncertainty() {
        return uncertainty;
    }

    public List<Call> calls() {
        return calls;
    }

    public boolean isExisting() {
        Node existing = Nodes.get(node(), "existing");
        return existing instanceof Node.Scalar scalar && scalar.text().equalsIgnoreCase("true");
    }

    boolean isDeployment() {
        return isDeployment(name.type());
    }

    static boolean isDeployment(String type) {
        return type.equalsIgnoreCase("Microsoft.Resources/deployments");
    }

    void deploys(Deployment template) {
        nested = template;
    }

    /** Where a finding about something that is not written points: the line that opens it. */
    public SourceRange header() {
        Node.Member type = Nodes.member(node(), "type");
        if (type != null) {
            return type.range();
        }
        SourceRange whole = node().range();
        return new SourceRange(
                whole.file(),
                whole.startLine(),
                whole.startColumn(),
                whole.startLine(),
                whole.startLine() == whole.endLine() ? whole.endColumn() : whole.startColumn() + 1);
    }

    /** The resource's JSON, evaluated; null where that takes too much. */
    public ObjectValue attributes() {
        if (attributes == null) {
            underWay = true;
            Value value = evaluator.evaluate(isDeployment() ? withoutTemplate() : node(), scope, NOT_ATTRIBUTES);
            attributes = value instanceof ObjectValue object ? object : null;
            underWay = false;
        }
        return attributes;
    }

    /** A nested template has resources of its own; its JSON is not an attribute of the deployment. */
    private Mapping withoutTemplate() {
        List<Node.Member> members = new ArrayList<>();
        for (Node.Member member : node().members()) {
            boolean properties = member.key().equalsIgnoreCase("properties");
            members.add(
                    properties && member.value() instanceof Mapping mapping
                            ? new Node.Member(member.key(), member.keyRange(), Nodes.without(mapping, "template"))
                            : member);
        }
        return new Mapping(members, "", node().range());
    }

    /** What the template says of it, as {@code reference()} would show it; null where that is nothing. */
    Written written(boolean full) {
        if (underWay || isExisting()) {
            return null;
        }
        if (nested != null) {
            if (outputs == null) {
                underWay = true;
                outputs = nested.written();
                underWay = false;
            }
            return new Written(outputs, true);
        }
        ObjectValue whole = attributes();
        ObjectValue told = full || whole == null
                ? whole
                : whole.get("properties") instanceof ObjectValue properties ? properties : null;
        return told == null ? null : new Written(told, false);
    }
}
