package dev.plumbline.iac.source;

import dev.plumbline.iac.SourceRange;
import java.util.Arrays;
import java.util.Objects;

/** A file's text with its lines. A byte order mark is not part of the text. */
public final class SourceFile {
    private final String path;
    private final String text;
    private int[] lineStarts;

    /** @param path relative to the scan's base directory, with {@code /} as separator */
    public SourceFile(String path, String text) {
        this.path = Objects.requireNonNull(path, "path");
        this.text = Objects.requireNonNull(text, "text");
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** The range from one offset into {@link #text()} to another, the end exclusive. */
    public SourceRange range(int start, int end) {
        int startLine = lineAt(start);
        int endLine = lineAt(end);
        int[] starts = lineStarts();
        return new SourceRange(
                path, startLine + 1, start - starts[startLine] + 1, endLine + 1, end - starts[endLine] + 1);
    }

    /**
     * The offset into {@link #text()} of a line and column, both counted from 1.
     *
     * @throws IndexOutOfBoundsException where this file has no such line
     */
    public int offset(int line, int column) {
        return Math.min(lineStarts()[line - 1] + column - 1, text.length());
    }

    /** The text at a range of this file. */
    public String text(SourceRange range) {
        return text.substring(
                offset(range.startLine(), range.startColumn()), offset(range.endLine(), range.endColumn()));
    }

    /** The text of a line, counted from 1, without its line break; empty past the end. */
    public String line(int number) {
        int[] starts = lineStarts();
        if (number < 1 || number > starts.length) {
            return "";
        }
        int end = number < starts.length ? starts[number] : text.length();
        while (end > starts[number - 1] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(starts[number - 1], end);
    }

    private int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Lines end with a line feed, alone or after a carriage return, as HCL, JSON and YAML editors count them. */
    private synchronized int[] lineStarts() {
        if (lineStarts == null) {
            int[] starts = new int[16];
            int count = 1;
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
            lineStarts = Arrays.copyOf(starts, count);
        }
        return lineStarts;
    }
}
