package dev.plumbline.publish.console;

import dev.plumbline.publish.text.CodePoints;
import dev.plumbline.publish.text.DisplayWidth;
import dev.plumbline.publish.text.Neutral;
import java.util.BitSet;

/**
 * One line of a source file as a terminal shows it: tabs expanded, control characters replaced, secrets masked, cut to
 * a width around the place of interest; with the display column of each character.
 */
final class SourceLine {
    private static final int TAB = 4;
    /** How much is shown before the place of interest where the line has to be cut. */
    private static final int LEAD = 20;
    /** Of a long line no more than this, before and after the place of interest, is looked at. */
    private static final int WINDOW = 1024;

    private final StringBuilder shown = new StringBuilder();
    private final int first;
    private final int[] columns;
    private int width;

    /**
     * @param text the line without its break, or its part from {@link #windowStart} to {@link #windowEnd}
     * @param offset the index in the line at which {@code text} starts
     * @param masked the characters of {@code text}, by UTF-16 index, that must not be shown
     * @param from the index in the line of the place of interest
     * @param room the columns it may take
     */
    SourceLine(String text, int offset, BitSet masked, int from, int room, Glyphs glyphs) {
        String stripped = text.stripTrailing();
        int focus = Math.max(0, Math.min(from - offset, stripped.length()));
        int start = offset == 0 && stripped.length() <= room || focus <= LEAD
                ? 0
                : CodePoints.boundary(stripped, focus - LEAD);
        first = offset + start;
        columns = new int[stripped.length() - start + 1];
        String ellipsis = glyphs.ellipsis();
        if (first > 0) {
            append(ellipsis, ellipsis.length());
        }
        int most = room - 2 * ellipsis.length();
        int i = start;
        while (i < stripped.length() && width < most) {
            int next = i + Character.charCount(stripped.codePointAt(i));
            for (int at = i; at < next; at++) {
                columns[at - start] = width;
            }
            if (!masked.get(i)) {
                append(stripped.codePointAt(i));
            } else if (i == start || !masked.get(i - 1)) {
                append(glyphs.mask(), glyphs.mask().length());
            }
            i = next;
        }
        for (int at = i - start; at < columns.length; at++) {
            columns[at] = width;
        }
        if (i < stripped.length()) {
            append(ellipsis, ellipsis.length());
        }
    }

    /** From where on a long line has to be looked at. */
    static int windowStart(String text, int from) {
        return CodePoints.boundary(text, Math.max(0, Math.min(from, text.length()) - WINDOW));
    }

    /** Up to where a long line has to be looked at. */
    static int windowEnd(String text, int from) {
        return CodePoints.boundary(text, Math.min(text.length(), Math.min(from, text.length()) + WINDOW));
    }

    private void append(int c) {
        if (c == '\t') {
            int blanks = TAB - width % TAB;
            append(" ".repeat(blanks), blanks);
        } else if (Neutral.isShown(c)) {
            shown.appendCodePoint(c);
            width += DisplayWidth.of(c);
        } else {
            append(String.valueOf(Neutral.replacement(c)), 1);
        }
    }

    private void append(String text, int columnsTaken) {
        shown.append(text);
        width += columnsTaken;
    }

    String shown() {
        return shown.toString();
    }

    /** The display column, from 0, of the character at an index of the line. */
    int column(int index) {
        return columns[Math.max(0, Math.min(index - first, columns.length - 1))];
    }
}
