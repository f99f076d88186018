package dev.plumbline.iac.cloudformation.stack;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.eval.Assumption;
import dev.plumbline.iac.cloudformation.eval.Evaluator;
import dev.plumbline.iac.cloudformation.eval.Noted;
import dev.plumbline.iac.cloudformation.eval.Parameters;
import dev.plumbline.iac.cloudformation.eval.Place;
import dev.plumbline.iac.cloudformation.eval.Surroundings;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.cloudformation.template.TemplateReader;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A stack as it would be under an assumption, with those that it nests, which are evaluated as they are needed. */
public final class Stack implements Surroundings {
    private static final String NESTED = "AWS::CloudFormation::Stack";
    private static final String SET = "AWS::CloudFormation::StackSet";

    /** Where CDK says which file the template of a nested stack is in. */
    private static final String ASSET = "aws:asset:path";

    /** What all stacks of a tree have in common. */
    private static final class Tree {
        private final NestedTemplates templates;
        private final Exports exports;
        private int stacks;

        /** How many stacks are being made, each needed by the one before. */
        private int opening;

        Tree(NestedTemplates templates, Exports exports) {
            this.templates = templates;
            this.exports = exports;
        }
    }

    private final Tree tree;
    private final Stack outer;
    private final String prefix;
    private final List<Call> calls;
    private final Evaluator evaluator;
    private final Map<String, Stack> nested = new HashMap<>();
    private final Set<String> opening = new HashSet<>();
    private final Map<String, Noted> outputs = new HashMap<>();

    private Stack(Tree tree, Template template, Parameters parameters, Assumption assumption) {
        this.tree = tree;
        this.outer = null;
        this.prefix = "";
        this.calls = List.of();
        this.evaluator = new Evaluator(template, parameters, assumption, this);
    }

    private Stack(Stack outer, Member resource, Template template, Map<String, Noted> passed) {
        this.tree = outer.tree;
        this.outer = outer;
        this.prefix = outer.prefix + resource.key() + "/";
        this.calls = new ArrayList<>(outer.calls);
        calls.add(new Call(resource.key(), resource.keyRange()));
        Function<Template, Parameters> parameters =
                form -> Parameters.nested(form, prefix, passed, outer.evaluator.parameters);
        Template transformed = tree.templates.transformed(template, parameters);
        this.evaluator = new Evaluator(transformed, parameters.apply(transformed), outer.evaluator, this);
    }

    /** A stack that is deployed by itself. */
    public static Stack of(
            Template template,
            Parameters parameters,
            Assumption assumption,
            NestedTemplates templates,
            Exports exports) {
        return new Stack(new Tree(templates, exports), template, parameters, assumption);
    }

    public Evaluator evaluator() {
        return evaluator;
    }

    /** The stacks that lead to this one. */
    public List<Call> calls() {
        return calls;
    }

    @Override
    public String prefix() {
        return prefix;
    }

    /** This stack and all nested ones that are not certain not to be there, in the order of the text. */
    public List<Stack> all() {
        List<Stack> all = new ArrayList<>();
        collect(all);
        return all;
    }

    /** The evaluators of {@link #all()}. */
    public List<Evaluator> evaluators() {
        return all().stream().map(Stack::evaluator).toList();
    }

    private void collect(List<Stack> to) {
        to.add(this);
        for (String logicalId : evaluator.template.resources().keySet()) {
            Stack inner = nested(logicalId);
            if (inner != null) {
                inner.collect(to);
            }
        }
    }

    /** The stack that a resource makes; null where it makes none, or none that we can see into. */
    public Stack nested(String logicalId) {
        Member resource = evaluator.template.resources().get(logicalId);
        String type = resource == null ? null : TemplateReader.type(resource.value());
        if (!NESTED.equals(type) && !SET.equals(type)) {
            return null;
        }
        if (nested.containsKey(logicalId)) {
            return nested.get(logicalId);
        }
        // Its parameters may need an output of another stack, which may need this one's.
        if (tree.opening == NestedTemplates.MAX_DEPTH || !opening.add(logicalId)) {
            return null;
        }
        tree.opening++;
        try {
            Stack inner = absent(resource) ? null : open(resource, type);
            nested.put(logicalId, inner);
            return inner;
        } finally {
            tree.opening--;
            opening.remove(logicalId);
        }
    }

    private boolean absent(Member resource) {
        return ((Mapping) resource.value()).get("Condition") instanceof Scalar condition
                && Boolean.FALSE.equals(evaluator.condition(condition.text()));
    }

    private Stack open(Member resource, String type) {
        Mapping body = (Mapping) resource.value();
        Mapping properties = body.get("Properties") instanceof Mapping written ? written : null;
        if (properties == null) {
            return null;
        }
        Template template =
                type.equals(SET) ? inline(properties) : template(resource.key(), properties, body.get("Metadata"));
        if (template == null || !mayNest(resource, template, type.equals(SET))) {
            return null;
        }
        tree.stacks++;
        return new Stack(this, resource, template, passed(properties.get("Parameters")));
    }

    private Template inline(Mapping properties) {
        return properties.get("TemplateBody") instanceof Scalar text
                        && text.tag().isEmpty()
                ? InlineTemplate.in(evaluator.template.file(), text)
                : null;
    }

    private Template template(String logicalId, Mapping properties, Node metadata) {
        String from = evaluator.template.file().path();
        if (metadata instanceof Mapping mapping && mapping.get(ASSET) instanceof Scalar asset) {
            return tree.templates.at(from, asset.text(), asset.range());
        }
        Node url = properties.get("TemplateURL");
        if (url == null) {
            return null;
        }
        String path = evaluator.evaluate(url, Place.ROOT) instanceof StringValue text ? text.value() : null;
        if (path == null || path.matches("(https?|s3)://.*")) {
            String where = path == null ? "where its template is, is known at deployment" : path;
            tree.templates.inform(
                    "Nested stack " + logicalId + " is not assessed",
                    "Its template is not in the scanned tree: " + where + ".",
                    url.range());
            return null;
        }
        return tree.templates.at(from, path, url.range());
    }

    private boolean mayNest(Member resource, Template template, boolean inline) {
        String path = template.file().path();
        boolean circle = false;
        for (Stack around = this; around != null && !inline; around = around.outer) {
            circle |= around.evaluator.template.file().path().equals(path);
        }
        if (circle) {
            tree.templates.warn(
                    "Nested stack " + resource.key() + " nests itself",
                    path + " leads back to itself; CloudFormation would never come to an end.",
                    resource.keyRange());
        } else if (calls.size() == NestedTemplates.MAX_DEPTH || tree.stacks == NestedTemplates.MAX_STACKS) {
            tree.templates.warn(
                    "Nested stack " + resource.key() + " is not assessed",
                    "Stacks are nested more than %d deep, or more than %d in all."
                            .formatted(NestedTemplates.MAX_DEPTH, NestedTemplates.MAX_STACKS),
                    resource.keyRange());
        } else {
            return true;
        }
        return false;
    }

    /** The parameters of a stack are an object, those of a stack set a list. */
    private Map<String, Noted> passed(Node parameters) {
        Map<String, Noted> passed = new HashMap<>();
        Template.members(parameters).forEach((name, member) -> passed.put(name, evaluator.note(member.value())));
        if (parameters instanceof Sequence list) {
            for (Node item : list.items()) {
                if (item instanceof Mapping pair
                        && pair.get("ParameterKey") instanceof Scalar key
                        && pair.get("ParameterValue") != null) {
                    passed.put(key.text(), evaluator.note(pair.get("ParameterValue")));
                }
            }
        }
        return passed;
    }

    @Override
    public Noted output(String stack, String output) {
        Stack inner = nested(stack);
        return inner == null ? null : inner.output(output);
    }

    private Noted output(String name) {
        Member member = evaluator.template.outputs().get(name);
        Node value = member != null && member.value() instanceof Mapping output ? output.get("Value") : null;
        if (value == null) {
            return null;
        }
        if (!outputs.containsKey(name)) {
            outputs.put(name, null); // an output that needs itself is unknown
            Node condition = ((Mapping) member.value()).get("Condition");
            Boolean there = condition instanceof Scalar scalar ? evaluator.condition(scalar.text()) : Boolean.TRUE;
            outputs.put(
                    name,
                    Boolean.TRUE.equals(there)
                            ? evaluator.note(value)
                            : new Noted(
                                    new UnknownValue(
                                            Unknown.because(Cause.NO_VALUE, "output " + name + " has a condition"),
                                            Origin.at(value.range())),
                                    List.of()));
        }
        return outputs.get(name);
    }

    @Override
    public Value exported(String name) {
        return tree.exports.get(name);
    }
}
