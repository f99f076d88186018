package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.exemption.Comment;
import dev.plumbline.iac.exemption.CommentReader;
import dev.plumbline.iac.exemption.Element;
import dev.plumbline.iac.exemption.Exemptions;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.HclFile;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads what the comments in a module's files exempt. The parsers bound the depth, and so the recursion. */
final class ModuleExemptions {
    /** Blocks that stand for what will be deployed. */
    private static final Set<String> DECLARATIONS = Set.of("resource", "data", "module");

    private ModuleExemptions() {}

    static void read(HclFile file, Exemptions exemptions) {
        List<Comment> comments = file.comments().stream()
                .map(comment -> new Comment(comment.text(), comment.range()))
                .toList();
        List<Block> blocks = file.body().blocks();
        CommentReader.read(file.source(), comments, () -> of(file.source(), blocks), exemptions);
    }

    /** In Terraform's JSON, a member called {@code //} is a comment too. */
    static void read(SourceFile source, Document document, List<Block> blocks, Exemptions exemptions) {
        List<Comment> comments = new ArrayList<>();
        document.comments().forEach(comment -> comments.add(new Comment(comment.text(), comment.range())));
        members(document.root(), comments);
        comments.sort(Comparator.comparing(Comment::range));
        CommentReader.read(source, comments, () -> of(source, blocks), exemptions);
    }

    private static void members(Node node, List<Comment> comments) {
        if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> members(item, comments));
        } else if (node instanceof Node.Mapping mapping) {
            for (Node.Member member : mapping.members()) {
                if (member.key().equals("//") && member.value() instanceof Node.Scalar text) {
                    comments.add(new Comment(text.text(), member.range()));
                } else {
                    members(member.value(), comments);
                }
            }
        }
    }

    private static Element of(SourceFile source, List<Block> blocks) {
        List<Element> elements = blocks.stream()
                .map(block -> block(block, DECLARATIONS.contains(block.type())))
                .toList();
        return element(source.range(0, source.text().length()), false, elements);
    }

    private static Element block(Block block, boolean declaration) {
        Body body = block.body();
        List<Element> children = new ArrayList<>();
        for (Attribute attribute : body.attributes()) {
            children.add(element(attribute.range(), false, in(attribute.value())));
        }
        body.blocks().forEach(inner -> children.add(block(inner, false)));
        return element(block.range(), declaration, children);
    }

    /** The items of what is written out, also where it is a function's argument: {@code jsonencode({…})}. */
    private static List<Element> in(Expression expression) {
        List<Element> elements = new ArrayList<>();
        if (expression instanceof Expression.ObjectConstructor object) {
            for (Expression.ObjectItem item : object.items()) {
                SourceRange range = item.key().range().to(item.value().range());
                elements.add(element(range, false, in(item.value())));
            }
        } else if (expression instanceof Expression.Tuple tuple) {
            tuple.elements().forEach(each -> elements.add(element(each.range(), false, in(each))));
        } else if (expression instanceof Expression.FunctionCall call) {
            call.arguments().forEach(argument -> elements.addAll(in(argument)));
        }
        return elements;
    }

    private static Element element(SourceRange range, boolean declaration, List<Element> children) {
        return new Element(range, declaration, Element.BRACKETED, children);
    }
}
