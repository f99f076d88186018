package dev.plumbline.iac.terraform.plan;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.List;
import java.util.Objects;

/** Looks into a document without regard to what is missing or of another kind than expected. */
final class Nodes {

    private Nodes() {}

    /** What stands under these names, one in the other; null where nothing does. */
    static Node get(Node node, String... names) {
        Node inner = node;
        for (String name : names) {
            inner = inner instanceof Mapping mapping ? mapping.get(name) : null;
        }
        return inner;
    }

    static Node item(Node node, int index) {
        return node instanceof Sequence sequence && index < sequence.items().size()
                ? sequence.items().get(index)
                : null;
    }

    /** The objects of an array. */
    static List<Mapping> mappings(Node node) {
        return node instanceof Sequence sequence
                ? sequence.items().stream()
                        .filter(Mapping.class::isInstance)
                        .map(Mapping.class::cast)
                        .toList()
                : List.of();
    }

    static List<Node.Member> members(Node node) {
        return node instanceof Mapping mapping ? mapping.members() : List.of();
    }

    /** The text of a scalar; empty where there is none. */
    static String text(Node node) {
        return node instanceof Scalar scalar && scalar.kind() != Scalar.Kind.NULL ? scalar.text() : "";
    }

    static List<String> texts(Node node) {
        return node instanceof Sequence sequence
                ? sequence.items().stream()
                        .map(Nodes::text)
                        .filter(text -> !text.isEmpty())
                        .toList()
                : List.of();
    }

    static boolean isTrue(Node node) {
        return node instanceof Scalar scalar
                && scalar.kind() == Scalar.Kind.BOOLEAN
                && Objects.equals(scalar.text(), "true");
    }

    static boolean isNull(Node node) {
        return node == null || node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NULL;
    }
}
