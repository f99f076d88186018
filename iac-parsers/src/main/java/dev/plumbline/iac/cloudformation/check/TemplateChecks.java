package dev.plumbline.iac.cloudformation.check;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.cloudformation.eval.IntrinsicFunction;
import dev.plumbline.iac.cloudformation.eval.PseudoParameters;
import dev.plumbline.iac.cloudformation.expansion.Loops;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.cloudformation.template.SubText;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.cloudformation.template.TemplateReader;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.ScalarPositions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what CloudFormation would refuse: references to nothing, calls of the wrong shape, circles. */
public final class TemplateChecks {
    private static final String SHAPE = "cfn-function";
    private static final String TARGET = "cfn-reference";

    private final Template template;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** Where functions are called that the language extensions add. */
    private final List<SourceRange> extensions = new ArrayList<>();

    /** What each resource must wait for; mentions in branches of {@code Fn::If}, which may not come about, left out. */
    private final Map<String, Set<String>> dependencies = new LinkedHashMap<>();

    private TemplateChecks(Template template) {
        this.template = template;
    }

    /** What is wrong with a template; nothing of one that could not be read to its end, which may have it further down. */
    public static List<Diagnostic> check(Template template) {
        if (template.isBroken()) {
            return List.of();
        }
        TemplateChecks checks = new TemplateChecks(template);
        template.resources().forEach(checks::resource);
        template.conditions().values().forEach(condition -> checks.condition(condition.value()));
        template.outputs().values().forEach(output -> checks.node(output.value(), new LinkedHashSet<>(), true));
        checks.circles(
                checks.dependencies, template.resources(), "cfn-circle", "Circular dependency between resources");
        Map<String, Set<String>> conditions = new LinkedHashMap<>();
        template.conditions()
                .forEach((name, member) -> conditions.put(name, named(member.value(), new LinkedHashSet<>())));
        checks.circles(conditions, template.conditions(), "cfn-circle", "Circular reference between conditions");
        checks.extensions();
        return checks.diagnostics;
    }

    /** Said once, at the first of them. */
    private void extensions() {
        if (!extensions.isEmpty()
                && !template.isTransformedBy(Template.LANGUAGE_EXTENSIONS)
                && !template.isGenerated()) {
            diagnostics.add(Diagnostic.warning(
                    "cfn-extension",
                    "This is known with the transform AWS::LanguageExtensions only",
                    "Write Transform: AWS::LanguageExtensions at the top of the template.",
                    extensions.get(0)));
        }
    }

    private void resource(String logicalId, Member member) {
        if (logicalId.startsWith(Loops.PREFIX)) {
            return; // it was told why it is not unrolled
        }
        if (Intrinsic.isFunction(logicalId)) {
            diagnostics.add(new Diagnostic(
                    Diagnostic.Severity.INFO,
                    "cfn-macro",
                    logicalId + " is not expanded",
                    "The resources that it makes are not assessed.",
                    member.keyRange()));
            return;
        }
        if (TemplateReader.type(member.value()) == null) {
            diagnostics.add(Diagnostic.error(
                    "cfn-resource",
                    "Resource " + logicalId + " has no type",
                    "It is not assessed. Give it a Type, as in AWS::S3::Bucket.",
                    member.keyRange()));
            return;
        }
        Set<String> needed = dependencies.computeIfAbsent(logicalId, key -> new LinkedHashSet<>());
        Mapping body = (Mapping) member.value();
        for (Member part : body.members()) {
            if (part.key().equals("Condition") && part.value() instanceof Scalar condition) {
                conditionExists(condition.text(), condition.range());
            } else if (part.key().equals("DependsOn")) {
                dependsOn(part.value(), needed);
            } else {
                node(part.value(), needed, true);
            }
        }
    }

    private void dependsOn(Node node, Set<String> needed) {
        List<Node> targets = node instanceof Node.Sequence list ? list.items() : List.of(node);
        for (Node target : targets) {
            String name = Intrinsic.text(target);
            if (name == null || (!template.resources().containsKey(name) && !template.isGenerated())) {
                warn(TARGET, "DependsOn names no resource of the template", target.range());
            } else {
                needed.add(name);
            }
        }
    }

    /** @param certain whether the node is there in any case: not in a branch */
    private void node(Node node, Set<String> needed, boolean certain) {
        Intrinsic call = Intrinsic.of(node);
        if (call != null) {
            call(call, certain ? needed : new LinkedHashSet<>());
            boolean branch = call.name().equals("Fn::If");
            children(call.argument(), needed, certain && !branch);
        } else {
            children(node, needed, certain);
        }
    }

    private void children(Node node, Set<String> needed, boolean certain) {
        if (Intrinsic.of(node) != null) {
            node(node, needed, certain);
        } else if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> node(item, needed, certain));
        } else if (node instanceof Mapping mapping) {
            mapping.members().forEach(member -> node(member.value(), needed, certain));
        }
    }

    private void call(Intrinsic call, Set<String> needed) {
        IntrinsicFunction function = IntrinsicFunction.named(call.name());
        if (function == null) {
            if (!template.isGenerated()) {
                warn(SHAPE, "There is no function " + call.name(), call.range());
            }
            return;
        }
        String takes = CallShapes.problem(call, function);
        if (takes != null) {
            warn(SHAPE, call.name() + " takes " + takes, call.range());
            return;
        }
        if (CallShapes.isExtension(call, function)) {
            extensions.add(call.range());
        }
        switch (function) {
            case REF -> {
                if (call.text() != null) {
                    reference(call.text(), call.argument().range(), needed);
                }
            }
            case GET_ATT -> {
                Intrinsic.Attribute target = call.attribute();
                if (target != null) {
                    resourceExists(target.logicalId(), target.range(), needed);
                }
            }
            case SUB -> sub(call, needed);
            case IF -> {
                Node condition = call.arguments().get(0);
                conditionExists(Intrinsic.text(condition), condition.range());
            }
            default -> {
                // It names nothing.
            }
        }
    }

    private void sub(Intrinsic call, Set<String> needed) {
        List<Node> arguments = call.arguments();
        Node text = arguments.isEmpty() ? call.argument() : arguments.get(0);
        Set<String> variables = arguments.isEmpty()
                ? Set.of()
                : Template.members(arguments.get(1)).keySet();
        ScalarPositions positions = ScalarPositions.of(template.fileOf(text), (Scalar) text);
        for (SubText.Part part : SubText.parse(Intrinsic.text(text))) {
            if (!part.variable() || variables.contains(part.text())) {
                continue;
            }
            SourceRange range = positions.range(part.start(), part.end());
            Intrinsic.Attribute attribute = Intrinsic.attribute(part.text(), range);
            if (!part.isValidName()) {
                diagnostics.add(Diagnostic.warning(
                        SHAPE,
                        "Not a name that Fn::Sub can replace",
                        "Write ${!…} for text that is to stay as it is.",
                        range));
            } else if (attribute != null) {
                resourceExists(attribute.logicalId(), range, needed);
            } else {
                reference(part.text(), range, needed);
            }
        }
    }

    /** Conditions compare parameters; there are no resources yet when they are evaluated. */
    private void condition(Node node) {
        Set<String> mentioned = new LinkedHashSet<>();
        node(node, mentioned, true);
        for (String resource : mentioned) {
            warn(TARGET, "A condition cannot refer to resource " + resource, node.range());
        }
        for (String name : named(node, new LinkedHashSet<>())) {
            conditionExists(name, node.range());
        }
    }

    /** The conditions that a condition refers to. */
    private static Set<String> named(Node node, Set<String> names) {
        Intrinsic call = Intrinsic.ofCondition(node);
        if (call != null && call.name().equals("Condition") && call.text() != null) {
            names.add(call.text());
        } else if (call != null) {
            call.arguments().forEach(argument -> named(argument, names));
        }
        return names;
    }

    private void reference(String name, SourceRange range, Set<String> needed) {
        if (template.resources().containsKey(name)) {
            needed.add(name);
        } else if (!template.parameters().containsKey(name)
                && !PseudoParameters.contains(name)
                && !template.isGenerated()) {
            warn(TARGET, "There is no parameter or resource " + name, range);
        }
    }

    private void resourceExists(String name, SourceRange range, Set<String> needed) {
        if (template.resources().containsKey(name)) {
            needed.add(name);
        } else if (!template.isGenerated()) {
            warn(TARGET, "There is no resource " + name, range);
        }
    }

    private void conditionExists(String name, SourceRange range) {
        if (!template.conditions().containsKey(name) && !template.isGenerated()) {
            warn(TARGET, "There is no condition " + name, range);
        }
    }

    private void circles(Map<String, Set<String>> graph, Map<String, Member> places, String code, String summary) {
        for (List<String> circle : Circles.in(graph)) {
            diagnostics.add(Diagnostic.warning(
                    code,
                    summary,
                    String.join(" → ", circle) + " → " + circle.get(0),
                    places.get(circle.get(0)).keyRange()));
        }
    }

    private void warn(String code, String summary, SourceRange range) {
        diagnostics.add(Diagnostic.warning(code, summary, "", range));
    }
}
