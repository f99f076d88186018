package dev.plumbline.publish.html;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.Secrets;
import dev.plumbline.publish.source.Excerpt;
import dev.plumbline.publish.source.SourceEdit;
import dev.plumbline.publish.source.Sources;
import java.io.IOException;

/** Shows where in the source something is: the lines around it with their numbers, the exact range marked. */
final class Excerpts {
    /** Lines shown before and after the range. */
    private static final int AROUND = 2;

    private final Markup page;
    private final Sources sources;
    private final Secrets secrets;

    Excerpts(Markup page, Sources sources, Secrets secrets) {
        this.page = page;
        this.sources = sources;
        this.secrets = secrets;
    }

    /** Writes nothing where the file or the line is not there (any more). */
    void show(SourceRange range) throws IOException {
        Excerpt excerpt = Excerpt.of(range, AROUND, sources, secrets);
        if (excerpt.lines().isEmpty()) {
            return;
        }
        page.raw("<pre tabindex=\"0\" role=\"region\" aria-label=\"Source at ")
                .text(range.toString())
                .raw("\">");
        for (Excerpt.Line line : excerpt.lines()) {
            page.raw("<span class=\"line" + (line.inRange() ? " in" : "") + "\" data-line=\"" + line.number() + "\">")
                    .text(line.before());
            if (!line.marked().isEmpty()) {
                page.element("mark", line.marked()).text(line.after());
            }
            page.raw("</span>\n");
        }
        page.raw("</pre>\n");
    }

    /** Shows an edit as a difference; false where the line is too long, holds a secret, or is not there (any more). */
    boolean change(SourceEdit edit) throws IOException {
        SourceRange range = edit.range();
        String line = sources.line(range.file(), range.startLine());
        int from = range.startColumn() - 1;
        int to = range.endColumn() - 1;
        if (line.length() > Excerpt.MAX_WIDTH
                || to > line.length()
                || !secrets.mask(range.file(), range.startLine(), 0, line).isEmpty()) {
            return false;
        }
        page.raw("<pre class=\"diff\" tabindex=\"0\" role=\"region\" aria-label=\"Proposed change\"><del>- ")
                .text(line.replace("\t", "    "))
                .raw("</del>\n<ins>+ ")
                .text((line.substring(0, from) + edit.replacement() + line.substring(to)).replace("\t", "    "))
                .raw("</ins>\n</pre>\n");
        return true;
    }
}
