package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Body.Label;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.ObjectItem;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart;
import dev.plumbline.iac.terraform.syntax.HclParser;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads configuration in <a href="https://developer.hashicorp.com/terraform/language/syntax/json">JSON syntax</a> as if
 * it were written natively. Strings are templates. Without a provider's schema an array of objects counts as nested
 * blocks, a single object as an argument.
 */
final class JsonConfiguration {
    private static final Set<String> META_BLOCKS = Set.of(
            "lifecycle",
            "provisioner",
            "connection",
            "content",
            "validation",
            "assert",
            "precondition",
            "postcondition",
            "default_tags");

    /** Below this line the positions inside of templates are not worked out: it takes time in proportion to it. */
    private static final int MAX_PADDED_LINE = 5_000;

    private final SourceFile source;
    /** Whether strings are templates; in files of values they are not. */
    private final boolean templates;

    private JsonConfiguration(SourceFile source, boolean templates) {
        this.source = source;
        this.templates = templates;
    }

    /** The values in a file of variables. */
    static List<Attribute> values(SourceFile source, Node root) {
        JsonConfiguration configuration = new JsonConfiguration(source, false);
        return members(root).stream()
                .map(member -> new Attribute(
                        member.key(), member.keyRange(), configuration.expression(member.value()), member.range()))
                .toList();
    }

    /** The top-level blocks of a file. */
    static List<Block> blocks(SourceFile source, Node root) {
        JsonConfiguration configuration = new JsonConfiguration(source, true);
        List<Block> blocks = new ArrayList<>();
        for (Node.Member member : members(root)) {
            int labels =
                    switch (member.key()) {
                        case "resource", "data", "ephemeral" -> 2;
                        case "variable", "output", "module", "provider", "check" -> 1;
                        default -> 0;
                    };
            configuration.addBlocks(blocks, member, labels, List.of(), member.value());
        }
        return blocks;
    }

    /** Of an object, or of all objects of an array; comments are left out. */
    private static List<Node.Member> members(Node node) {
        List<Node.Member> members = new ArrayList<>();
        if (node instanceof Node.Mapping mapping) {
            mapping.members().stream()
                    .filter(member -> !member.key().equals("//"))
                    .forEach(members::add);
        } else if (node instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Node.Mapping) {
                    members.addAll(members(item));
                }
            }
        }
        return members;
    }

    private void addBlocks(List<Block> blocks, Node.Member type, int labels, List<Label> found, Node node) {
        if (labels > 0) {
            for (Node.Member member : members(node)) {
                List<Label> more = new ArrayList<>(found);
                more.add(new Label(member.key(), member.keyRange()));
                addBlocks(blocks, type, labels - 1, more, member.value());
            }
        } else if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> addBlocks(blocks, type, 0, found, item));
        } else if (node instanceof Node.Mapping) {
            blocks.add(block(type, found, node));
        }
    }

    private Block block(Node.Member type, List<Label> labels, Node node) {
        SourceRange header = labels.isEmpty()
                ? type.keyRange()
                : labels.get(labels.size() - 1).range();
        return new Block(type.key(), type.keyRange(), labels, body(type.key(), node), header, header.to(node.range()));
    }

    private Body body(String blockType, Node node) {
        List<Attribute> attributes = new ArrayList<>();
        List<Block> inner = new ArrayList<>();
        for (Node.Member member : members(node)) {
            String name = member.key();
            if (blockType.equals("check") && name.equals("data")) {
                addBlocks(inner, member, 2, List.of(), member.value());
            } else if (name.equals("dynamic")) {
                for (Node.Member dynamic : members(member.value())) {
                    for (Node each : each(dynamic.value())) {
                        inner.add(block(member, List.of(new Label(dynamic.key(), dynamic.keyRange())), each));
                    }
                }
            } else if (META_BLOCKS.contains(name)
                    || blockType.equals("terraform") && name.equals("required_providers")
                    || isBlocks(member.value()) && !blockType.equals("locals")) {
                each(member.value()).forEach(each -> inner.add(block(member, List.of(), each)));
            } else {
                boolean type = blockType.equals("variable") && name.equals("type");
                Expression value = type ? constraint(member.value()) : expression(member.value());
                attributes.add(new Attribute(name, member.keyRange(), value, member.range()));
            }
        }
        return new Body(attributes, inner, node.range());
    }

    private static List<Node> each(Node node) {
        return node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    }

    private static boolean isBlocks(Node node) {
        return node instanceof Node.Sequence sequence
                && !sequence.items().isEmpty()
                && sequence.items().stream().allMatch(Node.Mapping.class::isInstance);
    }

    private Expression constraint(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return HclParser.parseExpression(new SourceFile(source.path(), scalar.text()))
                    .expression()
                    .orElseGet(() -> expression(node));
        }
        return expression(node);
    }

    /** The reader bounds the nesting, and so the recursion. */
    private Expression expression(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return new Expression.Tuple(
                    sequence.items().stream().map(this::expression).toList(), node.range());
        } else if (node instanceof Node.Mapping mapping) {
            List<ObjectItem> items = mapping.members().stream()
                    .map(member -> new ObjectItem(key(member), expression(member.value())))
                    .toList();
            return new Expression.ObjectConstructor(items, node.range());
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (scalar.kind()) {
            case STRING -> template(scalar);
            case BOOLEAN -> new Expression.BooleanLiteral(scalar.text().equals("true"), node.range());
            case NULL -> new Expression.NullLiteral(node.range());
            case NUMBER ->
                Numbers.parse(scalar.text())
                        .<Expression>map(number -> new Expression.NumberLiteral(number, node.range()))
                        .orElseGet(() -> new Expression.NullLiteral(node.range()));
        };
    }

    private Expression key(Node.Member member) {
        return isPlain(member.key())
                ? new Expression.BareKey(member.key(), member.keyRange())
                : template(new Node.Scalar(member.key(), Node.Scalar.Kind.STRING, "", member.keyRange()));
    }

    private boolean isPlain(String text) {
        return !templates || !text.contains("${") && !text.contains("%{");
    }

    /** Interpolations get their own positions: the text is read where it stands, after as much space. */
    private Expression template(Node.Scalar scalar) {
        String text = scalar.text();
        SourceRange range = scalar.range();
        Expression literal = new Expression.Template(List.of(new TemplatePart.Text(text, range)), range);
        if (isPlain(text)) {
            return literal;
        }
        int lines = range.startLine() > MAX_PADDED_LINE ? 0 : range.startLine() - 1;
        String padding = "\n".repeat(lines) + " ".repeat(range.startColumn());
        return HclParser.parseTemplate(new SourceFile(source.path(), padding + text))
                .expression()
                .map(parsed -> (Expression) new Expression.Template(unpadded(parsed, padding), range))
                .orElse(literal);
    }

    private static List<TemplatePart> unpadded(Expression parsed, String padding) {
        List<TemplatePart> parts = new ArrayList<>(((Expression.Template) parsed).parts());
        if (parts.get(0) instanceof TemplatePart.Text first && first.text().startsWith(padding)) {
            String rest = first.text().substring(padding.length());
            parts.remove(0);
            if (!rest.isEmpty()) {
                parts.add(0, new TemplatePart.Text(rest, first.range()));
            }
        }
        return parts;
    }
}
