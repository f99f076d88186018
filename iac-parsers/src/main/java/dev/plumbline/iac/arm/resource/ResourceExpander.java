package dev.plumbline.iac.arm.resource;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Budget;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.resource.Instance.Declaration;
import dev.plumbline.iac.arm.template.LoopScope;
import dev.plumbline.iac.arm.template.NodeEvaluator;
import dev.plumbline.iac.arm.template.TemplateShape;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Sequence;
import java.math.BigDecimal;

/** Makes instances of the resources that a template declares: copies, children, and those of nested templates. */
public final class ResourceExpander {

    /** Besides the work of evaluation; a bound for templates whose resources hold nothing. */
    private static final int WORK_PER_RESOURCE = 20;

    private final ResourceIndex index;
    private final NestedTemplates templates;

    public ResourceExpander(ResourceIndex index, NestedTemplates templates) {
        this.index = index;
        this.templates = templates;
    }

    /** Adds what a deployment creates to the index. */
    public void expand(Deployment deployment) {
        Node resources = Nodes.get(deployment.template(), "resources");
        if (resources != null) {
            expand(resources, null, deployment);
        }
    }

    /** A list of resources or, with symbolic names, an object of them. */
    private void expand(Node resources, Instance parent, Deployment deployment) {
        if (resources instanceof Sequence sequence) {
            sequence.items().forEach(item -> declare(item, "", parent, deployment));
        } else if (resources instanceof Mapping mapping) {
            mapping.members().forEach(member -> declare(member.value(), member.key(), parent, deployment));
        }
    }

    private void declare(Node node, String symbol, Instance parent, Deployment deployment) {
        if (!(node instanceof Mapping resource) || !TemplateShape.isResource(resource)) {
            return;
        }
        Scope scope = parent == null ? deployment.scope() : parent.scope();
        if (!(Nodes.get(resource, "copy") instanceof Mapping loop)) {
            instantiate(new Declaration(resource, symbol, ""), scope, "", parent, deployment);
            return;
        }
        String name = Nodes.text(loop, "name");
        Value count = deployment.evaluator().count(loop, name, scope);
        if (count instanceof UnknownValue unknown) {
            // One stands for all of them: its index is whatever it may be.
            Value index = new UnknownValue(
                    Unknown.because(unknown.unknown().cause(), unknown.unknown().reason())
                            .of(Unknown.Shape.NUMBER)
                            .certainlySet(),
                    unknown.origin());
            copy(resource, symbol, name, index, unknown.unknown().reason(), scope, parent, deployment);
            return;
        }
        for (int i = 0; i < ((NumberValue) count).value().intValue(); i++) {
            Value index = new NumberValue(BigDecimal.valueOf(i), count.origin());
            if (!copy(resource, symbol, name, index, "", scope, parent, deployment)) {
                return;
            }
        }
    }

    /** @return false where no more can be made */
    private boolean copy(
            Mapping resource,
            String symbol,
            String loop,
            Value index,
            String uncertainCount,
            Scope scope,
            Instance parent,
            Deployment deployment) {
        String which = index instanceof NumberValue number ? number.value().toPlainString() : "<copyIndex()>";
        Declaration declaration = new Declaration(
                resource, symbol.isEmpty() ? "" : symbol + "[" + which + "]", symbol.isEmpty() ? loop : symbol);
        return instantiate(declaration, new LoopScope(scope, loop, index), uncertainCount, parent, deployment);
    }

    /** @return false where no more can be made */
    private boolean instantiate(
            Declaration declaration, Scope scope, String uncertainCount, Instance parent, Deployment deployment) {
        NodeEvaluator evaluator = deployment.evaluator();
        try {
            evaluator.budget().spend(WORK_PER_RESOURCE);
        } catch (Budget.ExceededException e) {
            evaluator.evaluate(declaration.node(), scope);
            return false;
        }
        Value condition = condition(declaration.node(), scope, evaluator);
        if (condition instanceof BooleanValue decided && !decided.value()) {
            return true;
        }
        String uncertainty = first(
                uncertainCount,
                condition instanceof UnknownValue unknown
                        ? "its condition is not known: " + unknown.unknown().reason()
                        : "",
                parent == null ? deployment.uncertainty() : parent.uncertainty());
        Instance instance = new Instance(
                declaration,
                scope,
                deployment.names(),
                evaluator,
                parent,
                Naming.of(declaration.node(), scope, parent, deployment),
                uncertainty,
                deployment.calls());
        index.add(instance);
        Deployment nested = instance.isDeployment() ? templates.of(instance, deployment) : null;
        if (nested != null) {
            instance.deploys(nested);
            expand(nested);
        }
        Node children = Nodes.get(declaration.node(), "resources");
        if (children != null) {
            expand(children, instance, deployment);
        }
        return true;
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** Null where the resource has no condition. */
    private static Value condition(Mapping resource, Scope scope, NodeEvaluator evaluator) {
        Node condition = Nodes.get(resource, "condition");
        Value value = condition == null ? null : evaluator.evaluate(condition, scope);
        if (value instanceof UnknownValue unknown) {
            evaluator.decisions().hangsOn(unknown);
        }
        boolean text = value instanceof StringValue string
                && (string.value().equalsIgnoreCase("true") || string.value().equalsIgnoreCase("false"));
        return text ? new BooleanValue(((StringValue) value).value().equalsIgnoreCase("true"), value.origin()) : value;
    }
}
