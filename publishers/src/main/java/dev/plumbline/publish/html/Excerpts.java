package dev.plumbline.publish.html;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.Secrets;
import dev.plumbline.publish.source.SourceEdit;
import dev.plumbline.publish.source.Sources;
import dev.plumbline.publish.text.CodePoints;
import java.io.IOException;
import java.util.BitSet;

/** Shows where in the source something is: the lines around it with their numbers, the exact range marked. */
final class Excerpts {
    /** Lines shown before and after the range, and of the range itself at most. */
    private static final int AROUND = 2;

    private static final int MAX_LINES = 12;
    /** Characters of a line shown at most, and before the range where the line has to be cut. */
    private static final int MAX_WIDTH = 240;

    private static final int LEAD = 60;
    private static final String HIDDEN = "•••";

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
        if (sources.line(range.file(), range.startLine()).isBlank()) {
            return;
        }
        int last = Math.min(range.lastLine(), range.startLine() + MAX_LINES - 1);
        page.raw("<pre tabindex=\"0\" role=\"region\" aria-label=\"Source at ")
                .text(range.toString())
                .raw("\">");
        for (int number = Math.max(1, range.startLine() - AROUND); number <= last + AROUND; number++) {
            String text = sources.line(range.file(), number);
            if (number > last && text.isEmpty()) {
                break; // the end of the file, or of the block
            }
            line(range, number, text);
        }
        page.raw("</pre>\n");
    }

    /** Shows an edit as a difference; false where the line is too long, holds a secret, or is not there (any more). */
    boolean change(SourceEdit edit) throws IOException {
        SourceRange range = edit.range();
        String line = sources.line(range.file(), range.startLine());
        int from = range.startColumn() - 1;
        int to = range.endColumn() - 1;
        if (line.length() > MAX_WIDTH
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

    private void line(SourceRange range, int number, String text) throws IOException {
        boolean inRange = range.startLine() <= number && number <= range.lastLine();
        int from = inRange && number == range.startLine() ? range.startColumn() - 1 : 0;
        int to = inRange && number == range.endLine() ? range.endColumn() - 1 : text.length();
        if (inRange && number > range.startLine()) {
            from = text.length() - text.stripLeading().length();
        }
        int start = text.length() <= MAX_WIDTH || from <= LEAD ? 0 : CodePoints.boundary(text, from - LEAD);
        int end = CodePoints.boundary(text, Math.min(text.length(), start + MAX_WIDTH));
        BitSet masked = secrets.mask(range.file(), number, start, text.substring(start, end));
        page.raw("<span class=\"line" + (inRange ? " in" : "") + "\" data-line=\"" + number + "\">");
        page.raw(start > 0 ? "…" : "");
        if (inRange && from < to && from < end) {
            int markEnd = Math.min(to, end);
            shown(text, start, from, start, masked);
            page.raw("<mark>");
            shown(text, from, markEnd, start, masked);
            page.raw("</mark>");
            shown(text, markEnd, end, start, masked);
        } else {
            shown(text, start, end, start, masked);
        }
        page.raw((end < text.length() ? "…" : "") + "</span>\n");
    }

    /** Writes a part of a line, with what must not be shown replaced. */
    private void shown(String line, int from, int to, int offset, BitSet masked) throws IOException {
        for (int i = from; i < to; ) {
            boolean hide = masked.get(i - offset);
            int next = hide ? masked.nextClearBit(i - offset) : masked.nextSetBit(i - offset);
            int end = next < 0 ? to : Math.min(to, next + offset);
            if (hide) {
                page.raw(HIDDEN);
            } else {
                page.text(line.substring(i, end).replace("\t", "    "));
            }
            i = end;
        }
    }
}
