package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.List;

/** Reads nodes as they are written. */
final class Written {
    private Written() {}

    /** The text of a literal; null for anything else. */
    static String text(Node node) {
        return node instanceof Scalar scalar && scalar.tag().isEmpty() ? scalar.text() : null;
    }

    static boolean is(Node node, String text) {
        return text.equalsIgnoreCase(text(node));
    }

    /** The value of a member of a mapping that is not a call; null where there is none. */
    static Node get(Node node, String name) {
        return isObject(node) ? ((Mapping) node).get(name) : null;
    }

    /** The members of a mapping that is not a call. */
    static List<Member> members(Node node) {
        return isObject(node) ? ((Mapping) node).members() : List.of();
    }

    /** The items of a list, or the only one where none is written. */
    static List<Node> items(Node node) {
        if (node == null) {
            return List.of();
        }
        return node instanceof Sequence list && list.tag().isEmpty() ? list.items() : List.of(node);
    }

    /** Whether it is a mapping, and not an intrinsic function in any of its forms. */
    static boolean isObject(Node node) {
        return node instanceof Mapping && !isCall(node);
    }

    static boolean isCall(Node node) {
        return node != null && (!node.tag().isEmpty() || function(node) != null);
    }

    /** The name of the function that a node calls, without {@code Fn::}; null where it is data. */
    static String function(Node node) {
        if (node == null) {
            return null;
        }
        if (!node.tag().isEmpty()) {
            return node.tag().substring(node.tag().startsWith("!") ? 1 : 0);
        }
        if (node instanceof Mapping mapping && mapping.members().size() == 1) {
            String key = mapping.members().get(0).key();
            return key.equals("Ref") ? key : key.startsWith("Fn::") ? key.substring("Fn::".length()) : null;
        }
        return null;
    }

    /** What the function that a node calls is given: the node itself in the short form, which has a tag. */
    static Node argument(Node call) {
        return call.tag().isEmpty() ? ((Mapping) call).members().get(0).value() : call;
    }

    /** The logical id that a node refers to as a whole or by an attribute; null where it refers to none. */
    static String referred(Node node) {
        String function = function(node);
        if ("Ref".equals(function)) {
            return argument(node) instanceof Scalar scalar ? scalar.text() : null;
        } else if ("GetAtt".equals(function)) {
            Node argument = argument(node);
            String text = argument instanceof Scalar scalar
                    ? scalar.text()
                    : argument instanceof Sequence list && !list.items().isEmpty()
                            ? text(list.items().get(0))
                            : null;
            return text == null || text.indexOf('.') < 0 ? text : text.substring(0, text.indexOf('.'));
        }
        return null;
    }
}
