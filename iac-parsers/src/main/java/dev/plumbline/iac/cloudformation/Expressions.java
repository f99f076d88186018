package dev.plumbline.iac.cloudformation;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.ExpressionEvaluator.Evaluation;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.eval.Assumption;
import dev.plumbline.iac.cloudformation.eval.Evaluator;
import dev.plumbline.iac.cloudformation.eval.Parameters;
import dev.plumbline.iac.cloudformation.eval.Place;
import dev.plumbline.iac.cloudformation.eval.Worlds;
import dev.plumbline.iac.cloudformation.stack.Exports;
import dev.plumbline.iac.cloudformation.stack.NestedTemplates;
import dev.plumbline.iac.cloudformation.stack.Stack;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.cloudformation.template.ParameterFile;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import dev.plumbline.iac.tree.TreeReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Expressions that a person asks about: a call of an intrinsic function as in a template ({@code !Sub "${X}"}, {@code
 * {"Ref": "X"}}), or the path of something in the template ({@code Resources.Bucket.Properties.Tags.0.Value}, {@code
 * Bucket.BucketName}, {@code Parameters.Env}, {@code Conditions.IsProd}).
 */
final class Expressions {
    private Expressions() {}

    static Evaluation evaluate(
            Template template, SourceTree tree, Map<String, ParameterFile.Given> given, String text) {
        SourceFile file = new SourceFile("expression", text);
        Document document = TreeReader.yaml(file);
        SourceRange whole = file.range(0, text.length());
        for (Diagnostic diagnostic : document.diagnostics()) {
            if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
                return error(diagnostic.summary() + ": " + diagnostic.detail(), whole);
            }
        }
        Parameters parameters = new Parameters(template, given);
        NestedTemplates nested = new NestedTemplates(tree);
        Function<Assumption, Stack> stack = it -> Stack.of(template, parameters, it, nested, Exports.NONE);
        List<Assumption> worlds = Worlds.of(it -> stack.apply(it).evaluators());
        Assumption assumption = worlds.size() == 1 ? worlds.get(0) : Worlds.common(worlds);
        Evaluator evaluator = stack.apply(assumption).evaluator();
        if (document.root() == null) {
            return error("There is no expression", whole);
        }
        boolean path = document.root() instanceof Scalar scalar && scalar.tag().isEmpty();
        return path
                ? path(evaluator, ((Scalar) document.root()).text(), whole)
                : new Evaluation(evaluator.evaluate(document.root(), Place.ROOT), List.of());
    }

    private static Evaluation path(Evaluator evaluator, String text, SourceRange whole) {
        Template template = evaluator.template;
        String[] steps = text.replace("[", ".").replace("]", "").split("\\.", -1);
        boolean named = steps.length > 1;
        if (named && steps[0].equals("Conditions") && template.conditions().containsKey(steps[1])) {
            return condition(evaluator, steps[1], whole);
        }
        if (named && steps[0].equals("Parameters") && template.parameters().containsKey(steps[1])) {
            return new Evaluation(evaluator.ref(steps[1], Origin.at(whole), Place.ROOT), List.of());
        }
        Map<String, Member> section =
                switch (steps[0]) {
                    case "Resources" -> template.resources();
                    case "Outputs" -> template.outputs();
                    case "Mappings" -> template.mappings();
                    default -> null;
                };
        int first = section == null ? 0 : 1;
        Member member = steps.length <= first
                ? null
                : section == null ? template.resources().get(steps[0]) : section.get(steps[first]);
        if (member == null) {
            return error("There is no " + text + " in the template", whole);
        }
        Node node = member.value();
        if (section == null) {
            node = node instanceof Mapping body ? body.get("Properties") : null;
        }
        Value value = node == null ? null : find(evaluator, node, steps, first + 1);
        return value == null
                ? error("There is no " + text + " in the template", whole)
                : new Evaluation(value, List.of());
    }

    private static Evaluation condition(Evaluator evaluator, String name, SourceRange whole) {
        Boolean decided = evaluator.condition(name);
        Value value = decided == null
                ? new UnknownValue(Unknown.because(Cause.NO_VALUE, evaluator.reason(name)), Origin.at(whole))
                : new BooleanValue(decided, Origin.at(whole));
        return new Evaluation(value, List.of());
    }

    /** Follows a path through what is written, and from the first function on through what it gives. */
    private static Value find(Evaluator evaluator, Node from, String[] steps, int first) {
        Node node = from;
        for (int i = first; i < steps.length; i++) {
            if (Intrinsic.of(node) != null) {
                return inside(evaluator.evaluate(node, Place.ROOT), steps, i);
            }
            if (node instanceof Mapping mapping) {
                node = mapping.get(steps[i]);
            } else if (node instanceof Sequence list
                    && index(steps[i]) < list.items().size()) {
                node = list.items().get(index(steps[i]));
            } else {
                return null;
            }
            if (node == null) {
                return null;
            }
        }
        return evaluator.evaluate(node, Place.ROOT);
    }

    private static Value inside(Value from, String[] steps, int first) {
        Value value = from;
        for (int i = first; i < steps.length && value != null; i++) {
            if (value instanceof Value.ObjectValue object) {
                value = object.get(steps[i]);
            } else if (value instanceof Value.ListValue list
                    && index(steps[i]) < list.elements().size()) {
                value = list.elements().get(index(steps[i]));
            } else if (!(value instanceof UnknownValue)) {
                return null;
            }
        }
        return value;
    }

    /** An index as written; larger than any where it is none. */
    private static int index(String step) {
        boolean digits = !step.isEmpty() && step.length() < 9 && step.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(step) : Integer.MAX_VALUE;
    }

    static Evaluation error(String summary, SourceRange range) {
        Unknown unknown = Unknown.because(Cause.ERROR, "the expression is in error");
        return new Evaluation(
                new UnknownValue(unknown, Origin.at(range)),
                List.of(Diagnostic.error("cfn-expression", summary, "", range)));
    }
}
