package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import java.util.List;

/**
 * A file of HCL's native syntax, read.
 *
 * @param body everything that could be read: a broken item is left out, the ones after it are not
 * @param diagnostics what is wrong with the syntax; no error means that HashiCorp's own parser accepts the file
 */
public record HclFile(SourceFile source, Body body, List<Comment> comments, List<Diagnostic> diagnostics) {

    public HclFile {
        comments = List.copyOf(comments);
        diagnostics = List.copyOf(diagnostics);
    }

    /** A comment, without its markers. */
    public record Comment(String text, SourceRange range) {}
}
