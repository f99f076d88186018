package dev.plumbline.iac.cloudformation.template;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.List;

/**
 * A call of an intrinsic function, in its long form ({@code Fn::Join: […]}) or its short one ({@code !Join […]}).
 *
 * @param name {@code Ref}, {@code Condition} or {@code Fn::…}
 * @param argument without the tag
 * @param range of the argument and, in the long form, of the name
 */
public record Intrinsic(String name, Node argument, SourceRange range) {

    public static final String PREFIX = "Fn::";

    /** The call that a node is; null where it is data. */
    public static Intrinsic of(Node node) {
        if (!node.tag().isEmpty()) {
            String tag = node.tag().substring(node.tag().startsWith("!") ? 1 : 0);
            String name = tag.equals("Ref") || tag.equals("Condition") ? tag : PREFIX + tag;
            return new Intrinsic(name, untagged(node), node.range());
        }
        if (node instanceof Mapping mapping && mapping.members().size() == 1) {
            Member only = mapping.members().get(0);
            if (only.key().equals("Ref") || isFunction(only.key())) {
                return new Intrinsic(only.key(), only.value(), node.range());
            }
        }
        return null;
    }

    /** The same where a condition is expected, which knows {@code Condition: name}, too. */
    public static Intrinsic ofCondition(Node node) {
        if (node instanceof Mapping mapping
                && mapping.members().size() == 1
                && mapping.members().get(0).key().equals("Condition")) {
            return new Intrinsic("Condition", mapping.members().get(0).value(), node.range());
        }
        return of(node);
    }

    public static boolean isFunction(String key) {
        return key.startsWith(PREFIX);
    }

    /** The arguments where they are a list; otherwise an empty list. */
    public List<Node> arguments() {
        return argument instanceof Sequence sequence && sequence.tag().isEmpty() ? sequence.items() : List.of();
    }

    /** The argument's text where it is a literal; otherwise null. */
    public String text() {
        return text(argument);
    }

    /** The text of a literal; null for any other node. */
    public static String text(Node node) {
        return node instanceof Scalar scalar && scalar.tag().isEmpty() ? scalar.text() : null;
    }

    /**
     * What {@code Fn::GetAtt} refers to, as written: the logical id and the attribute, each a node of its own where they
     * are written as a list.
     *
     * @param attribute null where it is not a literal
     */
    public record Attribute(String logicalId, String attribute, SourceRange range) {}

    /** The target of this {@code Fn::GetAtt}; null where it is malformed. */
    public Attribute attribute() {
        String text = text();
        if (text != null) {
            return attribute(text, argument.range());
        }
        List<Node> arguments = arguments();
        if (arguments.size() < 2 || text(arguments.get(0)) == null) {
            return null;
        }
        // A dot belongs to the attribute: [Nested, Outputs, X] is what some tools write for Nested.Outputs.X.
        StringBuilder attribute = new StringBuilder();
        for (Node part : arguments.subList(1, arguments.size())) {
            if (text(part) == null) {
                return new Attribute(
                        text(arguments.get(0)), null, arguments.get(0).range());
            }
            attribute.append(attribute.isEmpty() ? "" : ".").append(text(part));
        }
        return new Attribute(
                text(arguments.get(0)), attribute.toString(), arguments.get(0).range());
    }

    /** {@code LogicalId.Attribute}; null where there is no dot in it. */
    public static Attribute attribute(String text, SourceRange range) {
        int dot = text.indexOf('.');
        return dot <= 0 || dot == text.length() - 1
                ? null
                : new Attribute(text.substring(0, dot), text.substring(dot + 1), range);
    }

    private static Node untagged(Node node) {
        if (node instanceof Scalar scalar) {
            return new Scalar(scalar.text(), scalar.kind(), "", scalar.range());
        } else if (node instanceof Sequence sequence) {
            return new Sequence(sequence.items(), "", sequence.range());
        }
        return new Mapping(((Mapping) node).members(), "", node.range());
    }
}
