package dev.plumbline.iac;

import java.util.Objects;

/**
 * A stretch of text in one source file.
 *
 * <p>Lines and columns count from 1; columns count UTF-16 code units, which is SARIF's default {@code columnKind}. The
 * end is exclusive: it is the position after the last character, so an empty range has equal start and end.
 *
 * @param file path of the file relative to the scan's base directory, with {@code /} as separator
 */
public record SourceRange(String file, int startLine, int startColumn, int endLine, int endColumn)
        implements Comparable<SourceRange> {

    public SourceRange {
        Objects.requireNonNull(file, "file");
        if (startLine < 1
                || startColumn < 1
                || endLine < startLine
                || (endLine == startLine && endColumn < startColumn)) {
            throw new IllegalArgumentException(
                    "not a range: %s:%d:%d-%d:%d".formatted(file, startLine, startColumn, endLine, endColumn));
        }
    }

    /** The empty range at the first character of a file: where something is said of the file as a whole. */
    public static SourceRange startOf(String file) {
        return new SourceRange(file, 1, 1, 1, 1);
    }

    /** From this range's start to the other's end. Both must be of the same file, this one not after the other. */
    public SourceRange to(SourceRange last) {
        return new SourceRange(file, startLine, startColumn, last.endLine, last.endColumn);
    }

    /** Whether the other range lies inside this one; a range contains itself. */
    public boolean contains(SourceRange other) {
        return file.equals(other.file)
                && (startLine < other.startLine || (startLine == other.startLine && startColumn <= other.startColumn))
                && (endLine > other.endLine || (endLine == other.endLine && endColumn >= other.endColumn));
    }

    /** The last line that holds some of it: a range that ends before a line's first character does not reach into it. */
    public int lastLine() {
        return endColumn == 1 && endLine > startLine ? endLine - 1 : endLine;
    }

    /** By file, then by position. */
    @Override
    public int compareTo(SourceRange other) {
        int order = file.compareTo(other.file);
        order = order != 0 ? order : Integer.compare(startLine, other.startLine);
        order = order != 0 ? order : Integer.compare(startColumn, other.startColumn);
        order = order != 0 ? order : Integer.compare(endLine, other.endLine);
        return order != 0 ? order : Integer.compare(endColumn, other.endColumn);
    }

    /** {@code file:line:column}, the form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        return file + ":" + startLine + ":" + startColumn;
    }
}
