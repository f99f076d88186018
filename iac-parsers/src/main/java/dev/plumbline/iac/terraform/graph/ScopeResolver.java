package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.eval.EvaluationException;
import dev.plumbline.iac.terraform.eval.Names.Found;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.eval.References.Target;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.graph.Node.State;
import dev.plumbline.iac.terraform.graph.Repetition.Kind;
import dev.plumbline.iac.terraform.graph.ResourceNode.ResourceInstance;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import dev.plumbline.iac.terraform.syntax.Expression.Step;
import dev.plumbline.iac.terraform.type.Numbers;
import java.util.List;

/** Finds what the names in a module's expressions stand for. */
final class ScopeResolver {
    private final ModuleInstance module;

    ScopeResolver(ModuleInstance module) {
        this.module = module;
    }

    /** The first node that the traversal stands for and that is not evaluated; null when all are. */
    Node missing(ScopeTraversal traversal) {
        String first = ModuleInstance.name(traversal.steps(), 0);
        if (first == null) {
            return null;
        }
        return switch (traversal.root()) {
            case "var" -> pending(module.variable(first));
            case "local" -> pending(module.local(first));
            case "module" -> missingOutput(module.call(first), traversal.steps());
            case "data", "ephemeral", "resource" -> {
                String name = ModuleInstance.name(traversal.steps(), 1);
                yield name == null ? null : pending(module.resource(prefix(traversal) + first + "." + name));
            }
            case "each", "count", "path", "terraform", "self" -> null;
            default -> pending(module.resource(traversal.root() + "." + first));
        };
    }

    /** Managed resources may be written with or without what they are. */
    private static String prefix(ScopeTraversal traversal) {
        return traversal.root().equals("resource") ? "" : traversal.root() + ".";
    }

    private static Node pending(Node node) {
        return node == null || node.state == State.DONE ? null : node;
    }

    private static Node missingOutput(CallNode call, List<Step> steps) {
        if (call == null || call.state != State.DONE) {
            return call;
        }
        return call.pendingOutput(outputName(steps));
    }

    /** The output that {@code module.name.output} or {@code module.name[key].output} means; empty for all of them. */
    private static String outputName(List<Step> steps) {
        for (int i = 1; i < Math.min(3, steps.size()); i++) {
            if (steps.get(i) instanceof Step.Attribute attribute) {
                return attribute.name();
            }
        }
        return "";
    }

    Found resolve(ScopeTraversal traversal) throws EvaluationException {
        Node missing = missing(traversal);
        if (missing != null && missing.state == State.NEW) {
            // Mentioned in a place that is not looked into ahead.
            module.configuration.scheduler().require(missing);
        }
        List<Step> steps = traversal.steps();
        String first = ModuleInstance.name(steps, 0);
        if (first == null) {
            throw new EvaluationException(
                    "Invalid reference: \"%s\" must be followed by at least one attribute access"
                            .formatted(traversal.root()),
                    traversal.range());
        }
        return switch (traversal.root()) {
            case "var" -> {
                VariableNode node = module.variable(first);
                yield named(node, node == null ? null : node.result(), "var." + first, traversal);
            }
            case "local" -> {
                LocalNode node = module.local(first);
                yield named(node, node == null ? null : node.result(), "local." + first, traversal);
            }
            case "module" -> call(first, traversal);
            case "path" -> new Found(Result.of(path(first, traversal.range())), 1);
            case "terraform" -> new Found(Result.of(terraform(first, traversal)), 1);
            case "each", "count", "self" ->
                new Found(undeclared(traversal.root() + "." + first + " has no meaning here", traversal), steps.size());
            case "data", "ephemeral", "resource" -> {
                String name = ModuleInstance.name(steps, 1);
                yield name == null
                        ? new Found(
                                undeclared(traversal.root() + " must be followed by a type and a name", traversal),
                                steps.size())
                        : resource(prefix(traversal) + first + "." + name, 2, traversal);
            }
            default -> resource(traversal.root() + "." + first, 1, traversal);
        };
    }

    private Found named(Node node, Result result, String name, ScopeTraversal traversal) {
        if (node == null) {
            return new Found(
                    undeclared(name + " is not declared", traversal),
                    traversal.steps().size());
        }
        return new Found(result == null ? cyclic(name, traversal) : result, 1);
    }

    private Found resource(String name, int used, ScopeTraversal traversal) throws EvaluationException {
        ResourceNode node = module.resource(name);
        List<Step> steps = traversal.steps();
        if (node == null) {
            return new Found(undeclaredResource(name, traversal), steps.size());
        } else if (node.repetition() == null) {
            return new Found(cyclic(name, traversal), steps.size());
        }
        boolean indexed = used < steps.size() && !(steps.get(used) instanceof Step.Attribute);
        Kind kind = node.repetition().kind();
        if (kind == Kind.SINGLE && !node.instances().isEmpty()) {
            return new Found(whole(node.instances().get("")), used);
        } else if (kind == Kind.OPEN && indexed && node.instances().containsKey("*")) {
            return new Found(whole(node.instances().get("*")), used + 1);
        } else if (kind == Kind.OPEN || kind == Kind.SINGLE) {
            Unknown unknown = Unknown.because(
                            Cause.KNOWN_AFTER_APPLY,
                            name + ": " + node.repetition().doubt())
                    .certainlySet();
            References references = References.flat(node.instances().values().stream()
                    .map(instance -> References.to(new Target(instance.address(), "")))
                    .toList());
            return new Found(new Result(new UnknownValue(unknown, Origin.at(traversal.range())), references), used);
        } else if (!indexed) {
            return new Found(node.all(), used);
        }
        ResourceInstance instance = node.instances().get(key(steps.get(used)));
        if (instance == null) {
            throw noInstance(traversal);
        }
        return new Found(whole(instance), used + 1);
    }

    private static Result whole(ResourceInstance instance) {
        return new Result(instance.attributes(), References.to(new Target(instance.address(), "")));
    }

    private static String key(Step step) {
        return step instanceof Step.Position position ? Numbers.format(position.position()) : ((Step.Key) step).key();
    }

    private static EvaluationException noInstance(ScopeTraversal traversal) {
        return new EvaluationException(
                "Invalid index: the given key does not identify an element in this collection value",
                traversal.range());
    }

    private Found call(String name, ScopeTraversal traversal) throws EvaluationException {
        CallNode call = module.call(name);
        List<Step> steps = traversal.steps();
        if (call == null) {
            return new Found(undeclared("module." + name + " is not declared", traversal), steps.size());
        } else if (call.repetition() == null) {
            return new Found(cyclic("module." + name, traversal), steps.size());
        } else if (!call.resolved()) {
            return new Found(external(name, traversal), steps.size());
        }
        boolean indexed = 1 < steps.size() && !(steps.get(1) instanceof Step.Attribute);
        Kind kind = call.repetition().kind();
        ModuleInstance instance;
        int used = 1;
        if (kind == Kind.SINGLE) {
            instance = call.instances().get("");
        } else if (!indexed) {
            return kind == Kind.OPEN ? new Found(external(name, traversal), steps.size()) : new Found(call.all(), used);
        } else {
            used = 2;
            instance = call.instances().get(kind == Kind.OPEN ? "*" : key(steps.get(1)));
        }
        if (instance == null) {
            throw noInstance(traversal);
        }
        String output = used < steps.size() ? ModuleInstance.name(steps, used) : null;
        if (output == null) {
            return new Found(Instances.outputs(instance, traversal.range()), used);
        }
        LocalNode node = instance.output(output);
        if (node == null) {
            return new Found(
                    undeclared("module.%s has no output \"%s\"".formatted(name, output), traversal), steps.size());
        }
        Result result = node.result() == null ? cyclic(node.name(), traversal) : node.result();
        return new Found(result, used + 1);
    }

    private static Result external(String name, ScopeTraversal traversal) {
        String written = written(traversal);
        Unknown unknown = Unknown.because(
                        Cause.EXTERNAL, "%s is not known: module.%s is not evaluated".formatted(written, name))
                .knownAs("<" + written + ">");
        return Result.of(new UnknownValue(unknown, Origin.at(traversal.range())));
    }

    private Value path(String name, SourceRange range) {
        Origin origin = Origin.at(range);
        return switch (name) {
            case "module" -> new StringValue(module.configuration.pathOf(module.module.directory()), origin);
            case "root" -> new StringValue(".", origin);
            default ->
                new UnknownValue(
                        Unknown.because(Cause.EXTERNAL, "path.%s depends on where Terraform runs".formatted(name))
                                .certainlySet()
                                .of(Shape.STRING),
                        origin);
        };
    }

    private Value terraform(String name, ScopeTraversal traversal) {
        if (name.equals("workspace") && module.configuration.workspace().isPresent()) {
            return new StringValue(module.configuration.workspace().get(), Origin.at(traversal.range()));
        }
        boolean applying = name.equals("applying");
        Unknown unknown = applying
                ? Unknown.because(Cause.EPHEMERAL, "terraform.applying differs from plan to apply")
                : Unknown.because(Cause.NO_VALUE, "terraform." + name + " depends on where Terraform runs");
        unknown = unknown.certainlySet().of(applying ? Shape.BOOLEAN : Shape.STRING);
        return new UnknownValue(unknown.knownAs("<" + written(traversal) + ">"), Origin.at(traversal.range()));
    }

    private static Result cyclic(String name, ScopeTraversal traversal) {
        return Result.of(new UnknownValue(
                Unknown.because(Cause.ERROR, name + " depends on itself"), Origin.at(traversal.range())));
    }

    private Result undeclared(String problem, ScopeTraversal traversal) {
        report(problem, traversal);
        return Result.of(new UnknownValue(Unknown.because(Cause.ERROR, problem), Origin.at(traversal.range())));
    }

    /** Whatever is meant, what all resources set will be set. */
    private Result undeclaredResource(String name, ScopeTraversal traversal) {
        String problem = name + " is not declared";
        report(problem, traversal);
        Unknown unknown = Unknown.because(Cause.ERROR, problem).knownAs("<" + module.prefix + written(traversal) + ">");
        List<Step> steps = traversal.steps();
        if (steps.get(steps.size() - 1) instanceof Step.Attribute attribute
                && ComputedAttributes.isSet(attribute.name(), name.startsWith("data."))) {
            unknown = unknown.certainlySet();
        }
        return Result.of(new UnknownValue(unknown, Origin.at(traversal.range())));
    }

    private void report(String problem, ScopeTraversal traversal) {
        module.configuration.report(Diagnostic.warning(
                "terraform-reference",
                "Reference to something undeclared: " + problem,
                "The value is taken as unknown.",
                traversal.range()));
    }

    static String written(ScopeTraversal traversal) {
        StringBuilder text = new StringBuilder(traversal.root());
        for (Step step : traversal.steps()) {
            if (step instanceof Step.Attribute attribute) {
                text.append('.').append(attribute.name());
            } else if (step instanceof Step.Key key) {
                text.append('[').append(Repetition.quoted(key.key())).append(']');
            } else {
                text.append('[').append(key(step)).append(']');
            }
        }
        return text.toString();
    }
}
