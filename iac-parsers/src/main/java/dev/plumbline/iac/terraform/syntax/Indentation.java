package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** The indentation that the lines of a {@code <<-} heredoc have in common, which is not part of its text. */
final class Indentation {
    private Indentation() {}

    /**
     * Looks at the text as it is written: what an interpolation evaluates to does not count, and neither does a line
     * of nothing but space, which is left as it is.
     */
    static void remove(List<TemplatePiece> pieces) {
        int common = Integer.MAX_VALUE;
        List<TemplatePiece> indented = new ArrayList<>();
        boolean lineStart = true;
        for (TemplatePiece piece : pieces) {
            if (lineStart && !piece.isText()) {
                common = 0;
            } else if (lineStart) {
                int spaces = TemplateText.leadingSpace(piece.text);
                if (spaces < piece.text.length() || !piece.text.endsWith("\n")) {
                    common = Math.min(common, spaces);
                    indented.add(piece);
                }
            }
            lineStart = piece.isText() && piece.text.endsWith("\n");
        }
        for (TemplatePiece piece : indented) {
            piece.text = piece.text.substring(common);
            SourceRange range = piece.range;
            piece.range = new SourceRange(
                    range.file(), range.startLine(), range.startColumn() + common, range.endLine(), range.endColumn());
        }
    }
}
