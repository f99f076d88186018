package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.Exemption.Reach;
import dev.plumbline.iac.arm.json.Nodes;
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
import java.util.List;

/** Reads what a template exempts: in its comments, in its own metadata, in that of its resources and nested templates. */
final class TemplateExemptions {
    private final Exemptions exemptions;

    private TemplateExemptions(Exemptions exemptions) {
        this.exemptions = exemptions;
    }

    /** @param template the template in the file's document */
    static Exemptions read(SourceFile file, Document document, Mapping template) {
        Exemptions exemptions = new Exemptions();
        List<Comment> comments = document.comments().stream()
                .map(comment -> new Comment(comment.text(), comment.range()))
                .toList();
        CommentReader.read(
                file,
                comments,
                () -> NodeOutline.of(file, document.root(), TemplateExemptions::isResource),
                exemptions);
        new TemplateExemptions(exemptions).template(template, Reach.FILE);
        return exemptions;
    }

    private void template(Mapping template, Reach reach) {
        MetadataReader.read(Nodes.get(template, "metadata"), template.range(), reach, exemptions);
        resources(Nodes.get(template, "resources"));
    }

    private void resources(Node resources) {
        Nodes.items(resources).forEach(this::resource);
        for (Member member : Nodes.members(resources)) {
            resource(member.value());
        }
    }

    /** With its child resources and, of a deployment, the template in it. */
    private void resource(Node node) {
        if (node instanceof Mapping resource) {
            MetadataReader.read(Nodes.get(resource, "metadata"), resource.range(), Reach.BLOCK, exemptions);
            resources(Nodes.get(resource, "resources"));
            Mapping properties = Nodes.mapping(resource, "properties");
            Mapping nested = properties == null ? null : Nodes.mapping(properties, "template");
            if (nested != null) {
                template(nested, Reach.BLOCK);
            }
        }
    }

    /** What has the type of a resource, {@code Microsoft.Storage/storageAccounts}. */
    private static boolean isResource(Mapping mapping) {
        return Nodes.text(mapping, "type").indexOf('/') > 0;
    }
}
