package dev.plumbline.iac.cloudformation.expansion;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.eval.Assumption;
import dev.plumbline.iac.cloudformation.eval.Evaluator;
import dev.plumbline.iac.cloudformation.eval.Parameters;
import dev.plumbline.iac.cloudformation.eval.Place;
import dev.plumbline.iac.cloudformation.eval.Text;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Unrolls <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html">
 * {@code Fn::ForEach}</a>. What a loop makes keeps the places of its body, so that findings point there. A loop over what
 * is not known before deployment is left as it is written.
 */
public final class Loops {
    /** How the name of a member starts that is a loop. */
    public static final String PREFIX = "Fn::ForEach::";

    private final Evaluator evaluator;
    private final Allowance allowance = new Allowance();
    private final List<Diagnostic> problems = new ArrayList<>();

    /** Whether the transform is there that knows loops. */
    private boolean declared;

    private Loops(Template template, Parameters parameters) {
        this.declared = template.isTransformedBy(Template.LANGUAGE_EXTENSIONS);
        this.evaluator = new Evaluator(template, parameters, Assumption.NONE);
    }

    /** The template without the loops in its resources, conditions and outputs. */
    public static Template unroll(Template template, Parameters parameters) {
        if (!mayHaveLoops(template)) {
            return template;
        }
        Loops loops = new Loops(template, parameters);
        List<Member> sections = new ArrayList<>();
        for (Member section : template.root().members()) {
            boolean open = Set.of("Resources", "Conditions", "Outputs").contains(section.key());
            sections.add(
                    open ? new Member(section.key(), section.keyRange(), loops.section(section.value())) : section);
        }
        Mapping root =
                new Mapping(sections, template.root().tag(), template.root().range());
        return template.transformed(root, Map.of(), loops.problems);
    }

    private static boolean mayHaveLoops(Template template) {
        return template.file().text().contains(PREFIX)
                || template.includes().values().stream()
                        .anyMatch(file -> file.text().contains(PREFIX));
    }

    private Node section(Node node) {
        try {
            return unrolled(node, Bindings.NONE);
        } catch (Allowance.Exceeded e) {
            problems.add(Diagnostic.error(
                    "cfn-loop-limit",
                    "The loops make more than a template may hold",
                    "What they make is not assessed.",
                    node.range()));
            return node;
        }
    }

    private Node unrolled(Node node, Bindings bindings) {
        Intrinsic call = Intrinsic.of(node);
        if (call != null && call.name().equals("Ref") && bindings.get(call.text()) != null) {
            spend(bindings, bindings.get(call.text()).length());
            return new Scalar(bindings.get(call.text()), Scalar.Kind.STRING, "", node.range());
        }
        if (node instanceof Scalar scalar) {
            String text = bindings.in(scalar.text());
            spend(bindings, text.length());
            return text.equals(scalar.text())
                    ? scalar
                    : new Scalar(text, Scalar.Kind.STRING, scalar.tag(), scalar.range());
        }
        spend(bindings, 0);
        if (node instanceof Sequence list) {
            List<Node> items = new ArrayList<>(list.items().size());
            list.items().forEach(item -> items.add(unrolled(item, bindings)));
            return new Sequence(items, list.tag(), list.range());
        }
        List<Member> members = new ArrayList<>();
        ((Mapping) node).members().forEach(member -> member(member, bindings, members));
        return new Mapping(members, node.tag(), node.range());
    }

    /** Only what stands in a loop is made. */
    private void spend(Bindings bindings, int text) {
        if (!bindings.isEmpty()) {
            allowance.spend(text);
        }
    }

    private void member(Member member, Bindings bindings, List<Member> to) {
        if (!member.key().startsWith(PREFIX)) {
            String key = bindings.in(member.key());
            to.add(new Member(key, member.keyRange(), unrolled(member.value(), bindings)));
        } else if (!loop(member, bindings, to)) {
            to.add(member);
        }
    }

    /** @return whether the loop was unrolled; there is a diagnostic where it was not */
    private boolean loop(Member loop, Bindings bindings, List<Member> to) {
        if (!declared) {
            declared = true; // told once
            problems.add(Diagnostic.warning(
                    "cfn-extension",
                    "Fn::ForEach is known with the transform AWS::LanguageExtensions only",
                    "Write Transform: AWS::LanguageExtensions at the top of the template.",
                    loop.keyRange()));
        }
        List<Node> parts = loop.value() instanceof Sequence list && list.tag().isEmpty() ? list.items() : List.of();
        String identifier = parts.size() == 3 ? Intrinsic.text(parts.get(0)) : null;
        if (identifier == null || identifier.isEmpty() || !(parts.get(2) instanceof Mapping body)) {
            problems.add(Diagnostic.warning(
                    "cfn-function",
                    "Fn::ForEach takes an identifier, a collection and a mapping",
                    "It is not unrolled.",
                    loop.keyRange()));
            return false;
        }
        List<String> collection = collection(loop, unrolled(parts.get(1), bindings));
        if (collection == null) {
            return false;
        }
        Set<String> made = new HashSet<>();
        for (String item : collection) {
            List<Member> members = new ArrayList<>();
            body.members().forEach(member -> member(member, bindings.with(identifier, item), members));
            for (Member member : members) {
                if (made.add(member.key())) {
                    to.add(member);
                } else {
                    problems.add(Diagnostic.warning(
                            "cfn-duplicate",
                            "The loop makes " + member.key() + " more than once",
                            "The first one counts. Put ${" + identifier + "} into its name.",
                            member.keyRange()));
                }
            }
        }
        return true;
    }

    /** The items of a collection as text; null where they are not known, which is told. */
    private List<String> collection(Member loop, Node written) {
        Value value = evaluator.evaluate(written, Place.ROOT);
        List<String> items = new ArrayList<>();
        String reason = "the collection is not a list of strings";
        if (value instanceof ListValue list) {
            reason = "";
            for (Value element : list.elements()) {
                String text = Text.of(element);
                reason = text != null ? reason : unknown(element, "the collection holds what is not a string");
                items.add(text);
            }
        } else if (value instanceof UnknownValue) {
            reason = unknown(value, "");
        }
        if (!reason.isEmpty()) {
            problems.add(new Diagnostic(
                    Diagnostic.Severity.INFO,
                    "cfn-loop",
                    loop.key() + " is not unrolled",
                    "What it makes is not assessed: " + reason + ".",
                    loop.keyRange()));
            return null;
        }
        return items;
    }

    private static String unknown(Value value, String otherwise) {
        return value instanceof UnknownValue unknown ? unknown.unknown().reason() : otherwise;
    }
}
