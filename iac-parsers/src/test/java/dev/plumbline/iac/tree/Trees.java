package dev.plumbline.iac.tree;

import dev.plumbline.iac.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Reads text and tells what stands at the ranges that were found in it. */
record Trees(SourceFile file, Document document) {

    static Trees json(String text) {
        SourceFile file = new SourceFile("t.json", text);
        return new Trees(file, TreeReader.json(file));
    }

    static Trees yaml(String text) {
        SourceFile file = new SourceFile("t.yaml", text);
        return new Trees(file, TreeReader.yaml(file));
    }

    Node root() {
        return document.root();
    }

    Node at(Object... path) {
        Node node = root();
        for (Object step : path) {
            node = step instanceof Integer index
                    ? ((Node.Sequence) node).items().get(index)
                    : ((Node.Mapping) node).get((String) step);
        }
        return node;
    }

    Node.Scalar scalar(Object... path) {
        return (Node.Scalar) at(path);
    }

    /** The text that a node says it came from. */
    String source(Object... path) {
        return file.text(at(path).range());
    }

    List<String> codes() {
        return document.diagnostics().stream()
                .map(diagnostic -> diagnostic.code() + "@" + diagnostic.range().startLine())
                .toList();
    }

    List<String> comments() {
        return document.comments().stream().map(Document.Comment::text).toList();
    }

    /** A tree without positions, to compare. */
    static String shape(Node node) {
        StringBuilder out = new StringBuilder();
        shape(node, out);
        return out.toString();
    }

    private static void shape(Node node, StringBuilder out) {
        out.append(node.tag());
        if (node instanceof Node.Scalar scalar) {
            out.append(scalar.kind().name(), 0, 2)
                    .append('\'')
                    .append(scalar.text())
                    .append('\'');
        } else if (node instanceof Node.Sequence sequence) {
            out.append('[');
            sequence.items().forEach(item -> shape(item, out.append(' ')));
            out.append(']');
        } else if (node instanceof Node.Mapping mapping) {
            out.append('{');
            for (Node.Member member : mapping.members()) {
                shape(member.value(), out.append(' ').append(member.key()).append('='));
            }
            out.append('}');
        }
    }

    static List<Node> all(Node root) {
        List<Node> found = new ArrayList<>(List.of(root));
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) instanceof Node.Sequence sequence) {
                found.addAll(sequence.items());
            } else if (found.get(i) instanceof Node.Mapping mapping) {
                mapping.members().forEach(member -> found.add(member.value()));
            }
        }
        return found;
    }
}
