package dev.plumbline.publish.source;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.Secrets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * The lines around a place of the source, as they may be shown: the exact range apart, secrets hidden, what is too long
 * cut. Empty where the file or the line is not there (any more).
 */
public record Excerpt(List<Line> lines) {
    /** Characters of a line shown at most. */
    public static final int MAX_WIDTH = 240;

    /** Lines of the range itself shown at most. */
    private static final int MAX_LINES = 12;
    /** Characters shown before the range where the line has to be cut. */
    private static final int LEAD = 60;

    private static final String HIDDEN = "•••";
    private static final String CUT = "…";

    /**
     * One line.
     *
     * @param number counted from 1
     * @param inRange whether the range reaches into it
     * @param before what stands before the range; all of it where no text of the line is in the range
     * @param marked what the range covers
     * @param after what stands after it
     */
    public record Line(int number, boolean inRange, String before, String marked, String after) {
        public Line {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(marked, "marked");
            Objects.requireNonNull(after, "after");
        }
    }

    public Excerpt {
        lines = List.copyOf(lines);
    }

    /** @param around lines shown before and after the range */
    public static Excerpt of(SourceRange range, int around, Sources sources, Secrets secrets) {
        List<Line> lines = new ArrayList<>();
        if (!sources.line(range.file(), range.startLine()).isBlank()) {
            int last = Math.min(lastLine(range), range.startLine() + MAX_LINES - 1);
            for (int number = Math.max(1, range.startLine() - around); number <= last + around; number++) {
                String text = sources.line(range.file(), number);
                if (number > last && text.isEmpty()) {
                    break; // the end of the file, or of the block
                }
                lines.add(line(range, number, text, secrets));
            }
        }
        return new Excerpt(lines);
    }

    private static Line line(SourceRange range, int number, String text, Secrets secrets) {
        boolean inRange = range.startLine() <= number && number <= lastLine(range);
        int from = inRange && number == range.startLine() ? range.startColumn() - 1 : 0;
        int to = inRange && number == range.endLine() ? range.endColumn() - 1 : text.length();
        if (inRange && number > range.startLine()) {
            from = text.length() - text.stripLeading().length();
        }
        int start = text.length() <= MAX_WIDTH || from <= LEAD ? 0 : boundary(text, from - LEAD);
        int end = boundary(text, Math.min(text.length(), start + MAX_WIDTH));
        Part part = new Part(text, start, secrets.mask(range.file(), number, start, text.substring(start, end)));
        String before = start > 0 ? CUT : "";
        String after = end < text.length() ? CUT : "";
        if (inRange && from < to && from < end) {
            int markEnd = Math.min(to, end);
            return new Line(
                    number,
                    true,
                    before + part.shown(start, from),
                    part.shown(from, markEnd),
                    part.shown(markEnd, end) + after);
        }
        return new Line(number, inRange, before + part.shown(start, end) + after, "", "");
    }

    /** A part of a line, and which of its characters must not be shown. */
    private record Part(String line, int offset, BitSet masked) {

        String shown(int from, int to) {
            StringBuilder shown = new StringBuilder();
            for (int i = from; i < to; ) {
                boolean hide = masked.get(i - offset);
                int next = hide ? masked.nextClearBit(i - offset) : masked.nextSetBit(i - offset);
                int end = next < 0 ? to : Math.min(to, next + offset);
                shown.append(hide ? HIDDEN : line.substring(i, end).replace("\t", "    "));
                i = end;
            }
            return shown.toString();
        }
    }

    private static int boundary(String text, int index) {
        return index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    /** A range that ends before the first character of a line does not reach into it. */
    private static int lastLine(SourceRange range) {
        boolean endsBefore = range.endColumn() == 1 && range.endLine() > range.startLine();
        return endsBefore ? range.endLine() - 1 : range.endLine();
    }
}
