package dev.plumbline.iac.arm.resource;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Budget;
import dev.plumbline.iac.arm.expression.DeploymentContext;
import dev.plumbline.iac.arm.expression.DeploymentContext.Level;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.expression.Symbols;
import dev.plumbline.iac.arm.expression.Values;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.resource.Instance.Declaration;
import dev.plumbline.iac.arm.template.LoopScope;
import dev.plumbline.iac.arm.template.NodeEvaluator;
import dev.plumbline.iac.arm.template.ParameterValues;
import dev.plumbline.iac.arm.template.TemplateScope;
import dev.plumbline.iac.arm.template.TemplateShape;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes instances of the resources that a template declares: copies, children, and those of nested templates. */
public final class ResourceExpander {

    /** Besides the work of evaluation; a bound for templates whose resources hold nothing. */
    private static final int WORK_PER_RESOURCE = 20;

    private final ResourceIndex index;

    public ResourceExpander(ResourceIndex index) {
        this.index = index;
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
        int copies = count instanceof NumberValue number ? number.value().intValue() : 1;
        String uncertainty =
                count instanceof UnknownValue unknown ? unknown.unknown().reason() : "";
        for (int i = 0; i < copies; i++) {
            String symbolOfCopy = symbol.isEmpty() ? "" : symbol + "[" + i + "]";
            Declaration declaration = new Declaration(resource, symbolOfCopy, symbol.isEmpty() ? name : symbol);
            if (!instantiate(declaration, new LoopScope(scope, name, i), uncertainty, parent, deployment)) {
                return;
            }
        }
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
                name(declaration.node(), scope, parent, deployment),
                uncertainty,
                deployment.calls());
        index.add(instance);
        if (instance.isDeployment()) {
            expandNested(instance, deployment);
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
        boolean text = value instanceof StringValue string
                && (string.value().equalsIgnoreCase("true") || string.value().equalsIgnoreCase("false"));
        return text ? new BooleanValue(((StringValue) value).value().equalsIgnoreCase("true"), value.origin()) : value;
    }

    private static ResourceName name(Mapping resource, Scope scope, Instance parent, Deployment deployment) {
        NodeEvaluator evaluator = deployment.evaluator();
        String type = symbol(evaluator.evaluate(Nodes.get(resource, "type"), scope));
        int version = type.indexOf('@');
        type = version < 0 ? type : type.substring(0, version);
        Node written = Nodes.get(resource, "name");
        String name = written == null ? "<unknown>" : symbol(evaluator.evaluate(written, scope));
        Node extended = Nodes.get(resource, "scope");
        if (parent == null) {
            String base = extended == null
                    ? path(deployment.target())
                    : extended(symbol(evaluator.evaluate(extended, scope)), deployment);
            return ResourceName.of(base, type, name);
        }
        ResourceName outer = parent.name();
        if (type.toLowerCase(Locale.ROOT).startsWith(outer.type().toLowerCase(Locale.ROOT) + "/")) {
            boolean full =
                    ResourceName.split(name).size() >= ResourceName.split(type).size() - 1;
            return ResourceName.of(outer.scope(), type, full ? name : outer.name() + "/" + name);
        }
        boolean hasNamespace = ResourceName.split(type).get(0).indexOf('.') >= 0;
        return hasNamespace
                ? ResourceName.of(outer.id(), type, name)
                : ResourceName.of(outer.scope(), outer.type() + "/" + type, outer.name() + "/" + name);
    }

    /** The id of what an extension resource extends: written as an id, or without the scope of the deployment. */
    private static String extended(String scope, Deployment deployment) {
        if (scope.isEmpty()) {
            return "<unknown>";
        }
        if (scope.startsWith("/") || scope.startsWith("<")) {
            return scope.equals("/") ? "" : scope;
        }
        return scope.indexOf('/') < 0 ? scope : path(deployment.target()) + "/providers/" + interleaved(scope);
    }

    private static String interleaved(String typeAndName) {
        List<String> segments = ResourceName.split(typeAndName);
        int types = segments.size() / 2 + 1;
        return new ResourceName(
                        "",
                        String.join("/", segments.subList(0, types)),
                        String.join("/", segments.subList(types, segments.size())))
                .relative();
    }

    private static String symbol(Value value) {
        String symbol = Symbols.of(value);
        return symbol.isEmpty() ? "<unknown>" : symbol;
    }

    /** The id of what a template is deployed to. */
    private static String path(DeploymentContext target) {
        String subscription = "/subscriptions/" + symbol(target.subscriptionId());
        return switch (target.level()) {
            case RESOURCE_GROUP -> subscription + "/resourceGroups/" + symbol(target.resourceGroup());
            case SUBSCRIPTION -> subscription;
            case MANAGEMENT_GROUP ->
                "/providers/Microsoft.Management/managementGroups/" + symbol(target.managementGroup());
            case TENANT -> "";
        };
    }

    private void expandNested(Instance instance, Deployment outer) {
        Mapping properties = Nodes.mapping(instance.node(), "properties");
        Mapping template = properties == null ? null : Nodes.mapping(properties, "template");
        if (template == null) {
            return;
        }
        NodeEvaluator evaluator = instance.evaluator();
        DeploymentContext target = target(instance, template, outer);
        List<Call> calls = new ArrayList<>(outer.calls());
        String symbol = instance.declaration().symbol();
        calls.add(new Call(symbol.isEmpty() ? instance.name().readable() : symbol, instance.header()));
        boolean inner = isInner(properties);
        TemplateScope own = new TemplateScope(
                template,
                evaluator,
                ParameterValues.of(
                        Nodes.mapping(properties, "parameters"), node -> evaluator.evaluate(node, instance.scope())),
                target,
                index,
                false);
        Deployment nested = new Deployment(
                template,
                evaluator,
                inner ? own : instance.scope(),
                inner ? own : outer.names(),
                target,
                instance.uncertainty(),
                calls);
        instance.deploys(nested);
        expand(nested);
    }

    private static boolean isInner(Mapping properties) {
        Mapping options = Nodes.mapping(properties, "expressionEvaluationOptions");
        return options != null && Nodes.text(options, "scope").equalsIgnoreCase("inner");
    }

    private static DeploymentContext target(Instance instance, Mapping template, Deployment outer) {
        DeploymentContext around = outer.target();
        Value subscription = value(instance, "subscriptionId");
        Value group = value(instance, "resourceGroup");
        Node name = Nodes.get(instance.node(), "name");
        Level level = group != null
                ? Level.RESOURCE_GROUP
                : subscription != null ? Level.SUBSCRIPTION : TemplateShape.level(template, around.level());
        return new DeploymentContext(
                level,
                subscription == null ? around.subscriptionId() : subscription,
                group == null ? around.resourceGroup() : group,
                around.managementGroup(),
                name == null
                        ? around.name()
                        : instance.evaluator().evaluate(name, instance.scope()).withOrigin(Origin.at(name.range())));
    }

    private static Value value(Instance instance, String member) {
        Node node = Nodes.get(instance.node(), member);
        Value value = node == null ? null : instance.evaluator().evaluate(node, instance.scope());
        boolean usable = value instanceof UnknownValue
                || (value instanceof StringValue && !Values.text(value).isEmpty());
        return usable ? value : null;
    }
}
