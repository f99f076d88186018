package dev.plumbline.iac.exemption;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The elements of a JSON or YAML document: members and items. The reader bounds the depth, and so the recursion. */
public final class NodeOutline {
    private final Predicate<Mapping> isResource;
    private final boolean indented;

    private NodeOutline(Predicate<Mapping> isResource, boolean indented) {
        this.isResource = isResource;
        this.indented = indented;
    }

    /**
     * The file as an element.
     *
     * @param root null for an empty file
     * @param isResource whether an object declares a resource
     */
    public static Element of(SourceFile file, Node root, Predicate<Mapping> isResource) {
        boolean indented = !file.text().stripLeading().startsWith("{");
        List<Element> children = root == null ? List.of() : new NodeOutline(isResource, indented).children(root);
        return new Element(file.range(0, file.text().length()), false, Element.BRACKETED, children);
    }

    private List<Element> children(Node node) {
        List<Element> children = new ArrayList<>();
        if (node instanceof Mapping mapping) {
            for (Member member : mapping.members()) {
                // An alias stands for text elsewhere, which is not looked through again for each use.
                if (mapping.range().contains(member.range())) {
                    int indent = indented ? member.keyRange().startColumn() + 1 : Element.BRACKETED;
                    children.add(
                            new Element(member.range(), isResource(member.value()), indent, children(member.value())));
                }
            }
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (sequence.range().contains(item.range())) {
                    int indent = indented ? item.range().startColumn() : Element.BRACKETED;
                    children.add(new Element(item.range(), isResource(item), indent, children(item)));
                }
            }
        }
        return children;
    }

    private boolean isResource(Node node) {
        return node instanceof Mapping mapping && isResource.test(mapping);
    }
}
