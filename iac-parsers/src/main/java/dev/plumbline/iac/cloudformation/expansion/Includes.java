package dev.plumbline.iac.cloudformation.expansion;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.cloudformation.eval.Assumption;
import dev.plumbline.iac.cloudformation.eval.Evaluator;
import dev.plumbline.iac.cloudformation.eval.Parameters;
import dev.plumbline.iac.cloudformation.eval.Place;
import dev.plumbline.iac.cloudformation.eval.Text;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.cloudformation.template.TemplateReader;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import dev.plumbline.iac.tree.TreeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the files in their places that the <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html">
 * {@code AWS::Include}</a> transform names by a path in the scanned tree, as they stand there before {@code aws
 * cloudformation package} uploads them. What lies in S3 is not fetched: it stays unknown.
 */
public final class Includes {
    private static final String TRANSFORM = "Fn::Transform";

    /** How deep included files may include others. */
    private static final int MAX_NESTING = 8;

    private final Template template;
    private final Evaluator evaluator;
    private final SourceTree tree;
    private final Allowance allowance = new Allowance();
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private final Map<String, Optional<Node>> roots = new HashMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private Includes(Template template, Parameters parameters, SourceTree tree) {
        this.template = template;
        this.evaluator = new Evaluator(template, parameters, Assumption.NONE);
        this.tree = tree;
    }

    /** The template with the contents of the files that it includes. */
    public static Template in(Template template, Parameters parameters, SourceTree tree) {
        if (!template.file().text().contains("AWS::Include")) {
            return template;
        }
        Includes includes = new Includes(template, parameters, tree);
        try {
            Mapping root = includes.topLevel((Mapping) includes.included(template.root(), template.file(), 0, 1));
            return template.transformed(root, includes.files, includes.problems);
        } catch (Allowance.Exceeded e) {
            Diagnostic problem = Diagnostic.error(
                    "cfn-include-limit",
                    "The included files hold more than a template may",
                    "They are not assessed as parts of this template.",
                    template.root().range());
            return template.transformed(template.root(), Map.of(), List.of(problem));
        }
    }

    /** What {@code Transform} at the top of the template includes becomes members of the template itself. */
    private Mapping topLevel(Mapping root) {
        List<Member> members = new ArrayList<>();
        for (Member member : root.members()) {
            members.add(member);
            List<Node> transforms = !member.key().equals("Transform")
                    ? List.of()
                    : member.value() instanceof Sequence list ? list.items() : List.of(member.value());
            for (Node transform : transforms) {
                if (transform instanceof Mapping call && isInclude(call)) {
                    Node content = content(call, template.file(), 0, 1);
                    members.addAll(content instanceof Mapping mapping ? mapping.members() : List.of());
                }
            }
        }
        return new Mapping(members, root.tag(), root.range());
    }

    /** @param depth of the node in the tree that is made */
    private Node included(Node node, SourceFile file, int nesting, int depth) {
        if (nesting > 0) {
            allowance.spend(node instanceof Scalar scalar ? scalar.text().length() : 0);
        }
        if (depth > TreeReader.MAX_DEPTH) {
            throw new Allowance.Exceeded();
        }
        Intrinsic call = Intrinsic.of(node);
        if (call != null && call.name().equals(TRANSFORM) && isInclude(call.argument())) {
            Node content = content((Mapping) call.argument(), file, nesting, depth);
            return content == null ? node : content;
        } else if (node instanceof Sequence list) {
            List<Node> items = new ArrayList<>(list.items().size());
            list.items().forEach(item -> items.add(included(item, file, nesting, depth + 1)));
            return new Sequence(items, list.tag(), list.range());
        } else if (node instanceof Mapping mapping) {
            List<Member> members = new ArrayList<>(mapping.members().size());
            mapping.members().forEach(member -> member(member, file, nesting, depth, members));
            return new Mapping(members, mapping.tag(), mapping.range());
        }
        return node;
    }

    private void member(Member member, SourceFile file, int nesting, int depth, List<Member> to) {
        Node content = member.key().equals(TRANSFORM) && isInclude(member.value())
                ? content((Mapping) member.value(), file, nesting, depth)
                : null;
        if (content instanceof Mapping mapping) {
            to.addAll(mapping.members());
        } else {
            to.add(new Member(member.key(), member.keyRange(), included(member.value(), file, nesting, depth + 1)));
        }
    }

    private static boolean isInclude(Node call) {
        return call instanceof Mapping mapping && "AWS::Include".equals(Intrinsic.text(mapping.get("Name")));
    }

    /** What the file holds that a call names, with what that includes; null where it is not to be had. */
    private Node content(Mapping call, SourceFile file, int nesting, int depth) {
        Node written = call.get("Parameters") instanceof Mapping parameters ? parameters.get("Location") : null;
        String location = written == null ? null : Text.of(evaluator.evaluate(written, Place.ROOT));
        if (location == null || location.contains("://")) {
            problems.add(new Diagnostic(
                    Diagnostic.Severity.INFO,
                    "cfn-include",
                    "A part of the template is not in the scanned tree",
                    "What AWS::Include takes from " + (location == null ? "elsewhere" : location) + " is not assessed.",
                    call.range()));
            return null;
        }
        if (nesting == MAX_NESTING) {
            return problem("cfn-include", "Files include each other too deeply", written);
        }
        String path = beside(file.path(), location);
        Node root = roots.computeIfAbsent(path, key -> read(key, written)).orElse(null);
        return root == null ? null : included(root, files.get(path), nesting + 1, depth);
    }

    private Optional<Node> read(String path, Node at) {
        List<Diagnostic> unreadable = new ArrayList<>();
        Optional<SourceFile> content = tree.read(path, unreadable::add);
        unreadable.forEach(problem -> problem("cfn-include", problem.summary() + ": " + path, at));
        return content.flatMap(file -> {
            Document document = TemplateReader.parse(file);
            problems.addAll(document.diagnostics());
            files.put(path, file);
            return Optional.ofNullable(document.root());
        });
    }

    private Node problem(String code, String summary, Node at) {
        problems.add(Diagnostic.warning(code, summary, "What it holds is not assessed.", at.range()));
        return null;
    }

    /** A path as written in a file, relative to the base of the tree. */
    private static String beside(String file, String location) {
        String relative = location.startsWith("./") ? location.substring(2) : location;
        int slash = file.lastIndexOf('/');
        return slash < 0 ? relative : file.substring(0, slash + 1) + relative;
    }
}
