package dev.plumbline.iac.tree;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import java.util.List;

/**
 * What a file of JSON or YAML holds.
 *
 * @param root the first document's root, as much of it as could be read; null for an empty file
 * @param comments in the order of the file, without their markers
 */
public record Document(Node root, List<Comment> comments, List<Diagnostic> diagnostics) {

    public record Comment(String text, SourceRange range) {}

    public Document {
        comments = List.copyOf(comments);
        diagnostics = List.copyOf(diagnostics);
    }
}
