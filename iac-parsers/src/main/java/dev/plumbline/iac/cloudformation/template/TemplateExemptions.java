package dev.plumbline.iac.cloudformation.template;

import dev.plumbline.iac.Exemption.Reach;
import dev.plumbline.iac.exemption.Comment;
import dev.plumbline.iac.exemption.CommentReader;
import dev.plumbline.iac.exemption.Exemptions;
import dev.plumbline.iac.exemption.MetadataReader;
import dev.plumbline.iac.exemption.NodeOutline;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.List;

/** Reads what a template exempts: in its comments, in its own metadata and in that of its resources. */
final class TemplateExemptions {
    private final Exemptions exemptions = new Exemptions();

    private TemplateExemptions() {}

    static Exemptions read(SourceFile file, Document document) {
        TemplateExemptions template = new TemplateExemptions();
        List<Comment> comments = document.comments().stream()
                .map(comment -> new Comment(comment.text(), comment.range()))
                .toList();
        CommentReader.read(
                file,
                comments,
                () -> NodeOutline.of(file, document.root(), TemplateExemptions::isResource),
                template.exemptions);
        if (document.root() instanceof Mapping root) {
            MetadataReader.read(
                    root.get("Metadata"), file.range(0, file.text().length()), Reach.FILE, template.exemptions);
            template.resources(root.get("Resources"));
        }
        return template.exemptions;
    }

    /** Also of the resources that a loop ({@code Fn::ForEach}) makes. */
    private void resources(Node node) {
        if (node instanceof Mapping resources) {
            for (Member member : resources.members()) {
                if (member.value() instanceof Mapping resource && isResource(resource)) {
                    MetadataReader.read(resource.get("Metadata"), member.range(), Reach.BLOCK, exemptions);
                } else if (member.value() instanceof Sequence loop) {
                    loop.items().forEach(this::resources);
                }
            }
        }
    }

    private static boolean isResource(Mapping mapping) {
        String type = TemplateReader.type(mapping);
        return type != null && type.contains("::");
    }
}
