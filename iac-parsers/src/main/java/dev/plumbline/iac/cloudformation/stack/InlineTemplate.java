package dev.plumbline.iac.cloudformation.stack;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.cloudformation.template.TemplateReader;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import dev.plumbline.iac.tree.ScalarPositions;
import java.util.ArrayList;
import java.util.List;

/** A template that is written as a string in another one; its parts stand where the string's characters do. */
final class InlineTemplate {
    private final SourceFile inner;
    private final ScalarPositions positions;

    private InlineTemplate(SourceFile inner, ScalarPositions positions) {
        this.inner = inner;
        this.positions = positions;
    }

    /** The template that a string of a file holds; null where it holds none. */
    static Template in(SourceFile file, Scalar text) {
        SourceFile inner = new SourceFile(file.path(), text.text());
        Document document = TemplateReader.parse(inner);
        if (!(document.root() instanceof Mapping root) || root.get("Resources") == null) {
            return null;
        }
        InlineTemplate template = new InlineTemplate(inner, ScalarPositions.of(file, text));
        Mapping moved = (Mapping) template.moved(root);
        return Template.of(file, moved, new Document(moved, List.of(), List.of()));
    }

    private Node moved(Node node) {
        SourceRange range = moved(node.range());
        if (node instanceof Scalar scalar) {
            return new Scalar(scalar.text(), scalar.kind(), scalar.tag(), range);
        } else if (node instanceof Sequence list) {
            List<Node> items = new ArrayList<>(list.items().size());
            list.items().forEach(item -> items.add(moved(item)));
            return new Sequence(items, list.tag(), range);
        }
        List<Member> members = new ArrayList<>();
        ((Mapping) node)
                .members()
                .forEach(member ->
                        members.add(new Member(member.key(), moved(member.keyRange()), moved(member.value()))));
        return new Mapping(members, node.tag(), range);
    }

    private SourceRange moved(SourceRange range) {
        return positions.range(
                inner.offset(range.startLine(), range.startColumn()), inner.offset(range.endLine(), range.endColumn()));
    }
}
