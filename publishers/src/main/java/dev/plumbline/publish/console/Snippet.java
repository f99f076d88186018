package dev.plumbline.publish.console;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.Secrets;
import dev.plumbline.publish.source.Sources;
import java.io.IOException;

/** Shows a range of a source file: its lines with their numbers, the range underlined. */
final class Snippet {
    /** Lines of a range that are shown at most. */
    private static final int MAX_LINES = 5;

    private final Page page;
    private final Sources sources;
    private final Secrets secrets;

    Snippet(Page page, Sources sources, Secrets secrets) {
        this.page = page;
        this.sources = sources;
        this.secrets = secrets;
    }

    /** Writes nothing where the file or the line is not there (any more). */
    void show(SourceRange range, Style style) throws IOException {
        int last = range.lastLine();
        int shownLast = Math.min(last, range.startLine() + MAX_LINES - 1);
        int digits = Math.max(4, String.valueOf(shownLast).length());
        for (int number = range.startLine(); number <= shownLast; number++) {
            String text = sources.line(range.file(), number);
            if (number > range.startLine()) {
                gutter(
                        digits,
                        String.valueOf(number),
                        cut(range.file(), number, text, 0, digits).shown());
            } else if (text.isBlank()) {
                return;
            } else {
                int from = range.startColumn() - 1;
                int to = range.endLine() == number ? range.endColumn() - 1 : text.length();
                SourceLine line = cut(range.file(), number, text, from, digits);
                gutter(digits, String.valueOf(number), line.shown());
                String carets = "^".repeat(Math.max(1, line.column(to) - line.column(from)));
                gutter(digits, "", " ".repeat(line.column(from)) + page.paint(style, carets));
            }
        }
        if (shownLast < last) {
            gutter(digits, "", page.paint(Style.FAINT, page.glyphs().ellipsis() + " to line " + last));
        }
    }

    private SourceLine cut(String file, int number, String text, int from, int digits) {
        int low = SourceLine.windowStart(text, from);
        String window = text.substring(low, SourceLine.windowEnd(text, from));
        return new SourceLine(
                window, low, secrets.mask(file, number, low, window), from, page.width() - digits - 5, page.glyphs());
    }

    private void gutter(int digits, String number, String text) throws IOException {
        String padded = " ".repeat(digits - number.length()) + number + " "
                + page.glyphs().bar();
        page.line("  " + page.paint(Style.FAINT, padded) + " " + text);
    }
}
