package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.EvaluationException;
import dev.plumbline.iac.terraform.eval.Evaluator;
import dev.plumbline.iac.terraform.eval.Names;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.module.Module;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import dev.plumbline.iac.terraform.syntax.Expression.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A module as it is called once: its nodes, and the scope of its expressions. The root module is called by nobody. */
final class ModuleInstance implements Names {
    final Configuration configuration;
    final Module module;
    /** Null for the root module. */
    final ModuleInstance parent;
    /** The call that it is an instance of; null for the root module. */
    final Block call;
    /** {@code module.net["a"].} with its dot; empty for the root module. */
    final String prefix;
    /** The place of the call as {@code modules.json} writes it. */
    final String key;
    /** What the call's {@code count} or {@code for_each} binds, for its arguments. */
    final Bindings bindings;

    final List<Call> calls;
    /** Why it is not certain that it is there; empty where it is. */
    final String doubt;

    final Evaluator evaluator;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final ScopeResolver resolver;

    ModuleInstance(
            Configuration configuration,
            Module module,
            ModuleInstance parent,
            Block call,
            String prefix,
            String key,
            Bindings bindings,
            List<Call> calls,
            String doubt) {
        this.configuration = configuration;
        this.module = module;
        this.parent = parent;
        this.call = call;
        this.prefix = prefix;
        this.key = key;
        this.bindings = bindings;
        this.calls = List.copyOf(calls);
        this.doubt = doubt;
        this.evaluator = new Evaluator(this, configuration.context(), configuration::report);
        this.resolver = new ScopeResolver(this);
    }

    VariableNode variable(String name) {
        Block block = module.variables().get(name);
        return block == null
                ? null
                : (VariableNode) nodes.computeIfAbsent("var." + name, key -> new VariableNode(this, name, block));
    }

    LocalNode local(String name) {
        Attribute attribute = module.locals().get(name);
        return attribute == null
                ? null
                : (LocalNode) nodes.computeIfAbsent(
                        "local." + name, key -> new LocalNode(this, prefix + "local." + name, attribute.value(), null));
    }

    LocalNode output(String name) {
        Block block = module.outputs().get(name);
        Attribute value = block == null ? null : block.body().attribute("value");
        return value == null
                ? null
                : (LocalNode) nodes.computeIfAbsent(
                        "output." + name, key -> new LocalNode(this, prefix + name, value.value(), block));
    }

    /** The output of that name, or with an empty one the first of all, if it is not evaluated; else null. */
    Node pendingOutput(String name) {
        for (String each : name.isEmpty() ? module.outputs().keySet() : Set.of(name)) {
            LocalNode output = output(each);
            if (output != null && output.state != Node.State.DONE) {
                return output;
            }
        }
        return null;
    }

    CallNode call(String name) {
        Block block = module.calls().get(name);
        return block == null
                ? null
                : (CallNode) nodes.computeIfAbsent("module." + name, key -> new CallNode(this, name, block));
    }

    /** @param name local name and alias: {@code aws.east} */
    ProviderNode provider(String name) {
        Block block = module.providers().get(name);
        return block == null
                ? null
                : (ProviderNode) nodes.computeIfAbsent("provider." + name, key -> new ProviderNode(this, name, block));
    }

    /** The value of a variable or output, sensitive and ephemeral as it is declared to be. */
    Result declared(Block block, String name, Result result) {
        Result declared = flag(block, "ephemeral", false) ? EphemeralValues.of(result, name) : result;
        return declared.sensitiveIf(flag(block, "sensitive", false));
    }

    /** A constant of a declaration. */
    boolean flag(Block block, String name, boolean otherwise) {
        Attribute attribute = block.body().attribute(name);
        return attribute != null
                        && evaluator.attempt(attribute.value(), Bindings.NONE).value() instanceof BooleanValue flag
                ? flag.value()
                : otherwise;
    }

    /** @param name {@code type.name} or {@code data.type.name} */
    ResourceNode resource(String name) {
        Block block = module.resources().get(name);
        return block == null
                ? null
                : (ResourceNode) nodes.computeIfAbsent(name, key -> new ResourceNode(this, name, block));
    }

    /** The first node that the traversal stands for and that is not evaluated; null when all are. */
    Node missing(ScopeTraversal traversal) {
        return resolver.missing(traversal);
    }

    @Override
    public Found resolve(ScopeTraversal traversal) throws EvaluationException {
        return resolver.resolve(traversal);
    }

    @Override
    public Optional<Result> computed(ObjectValue object, String attribute) {
        return configuration.open().computed(object, attribute);
    }

    @Override
    public Optional<References> referenceTo(ObjectValue object, String attribute) {
        return configuration.open().referenceTo(object, attribute);
    }

    /** The name that a step gives, or null where there is no such step or it is a position. */
    static String name(List<Step> steps, int at) {
        if (at >= steps.size()) {
            return null;
        }
        Step step = steps.get(at);
        if (step instanceof Step.Attribute attribute) {
            return attribute.name();
        }
        return step instanceof Step.Key key ? key.key() : null;
    }
}
