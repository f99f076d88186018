package dev.plumbline.iac.tree;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node.Scalar;
import java.util.Arrays;

/**
 * Where the characters of a scalar's content stand in the file: for languages inside of strings, such as ARM's
 * expressions and CloudFormation's {@code Fn::Sub}.
 *
 * <p>Content and source differ by escapes, folded lines and indentation. They are laid side by side once, so that any
 * number of ranges costs time in proportion to the scalar's length. Where that does not work out, which would mean a
 * style of scalar unknown to us, every range is that of the whole scalar: imprecise, but not wrong.
 */
public final class ScalarPositions {
    private final SourceFile file;
    private final Scalar scalar;

    /** Offset into the file's text of the scalar's first character. */
    private final int start;

    /** The text of the scalar as written, quotes included. */
    private final String raw;

    private final String content;

    /** Per character of the content, and for its end, the offset into {@link #raw}; null where it is all the same. */
    private int[] offsets;

    /** What to add to an offset of the content where {@link #offsets} is null. */
    private int shift;

    private boolean aligned = true;

    private ScalarPositions(SourceFile file, Scalar scalar) {
        this.file = file;
        this.scalar = scalar;
        this.start = file.offset(scalar.range().startLine(), scalar.range().startColumn());
        this.raw = file.text(scalar.range());
        this.content = scalar.text();
        align();
    }

    /** @param file the file that the scalar was read from */
    public static ScalarPositions of(SourceFile file, Scalar scalar) {
        return new ScalarPositions(file, scalar);
    }

    /**
     * Where the characters of the scalar's content from one index to another, exclusive, are written.
     *
     * @throws IndexOutOfBoundsException where the content has no such characters
     */
    public SourceRange range(int from, int to) {
        if (from < 0 || to < from || to > content.length()) {
            throw new IndexOutOfBoundsException(from + " to " + to + " of " + content.length());
        }
        if (!aligned) {
            return scalar.range();
        }
        if (offsets == null) {
            return file.range(start + shift + from, start + shift + to);
        }
        int end = to == from ? offsets[from] : ends(to);
        return file.range(start + offsets[from], start + Math.max(end, offsets[from]));
    }

    /** The end of the character before an index: line breaks and indentation that follow are not part of it. */
    private int ends(int to) {
        int last = offsets[to - 1];
        return last < raw.length() && isBlank(raw.charAt(last)) ? last + 1 : offsets[to];
    }

    private void align() {
        boolean quoted = raw.length() >= 2 && (raw.charAt(0) == '"' || raw.charAt(0) == '\'');
        shift = quoted ? 1 : 0;
        if (raw.length() == content.length() + 2 * shift && raw.startsWith(content, shift)) {
            return;
        }
        offsets = new int[content.length() + 1];
        Arrays.fill(offsets, -1);
        boolean block = !raw.isEmpty() && (raw.charAt(0) == '|' || raw.charAt(0) == '>');
        aligned = block ? alignBlock() : alignFlow(shift, raw.length() - shift, quoted ? raw.charAt(0) : 0);
    }

    /** Plain and quoted scalars: {@code quote} is the quote, or 0. */
    private boolean alignFlow(int from, int end, char quote) {
        int at = from;
        int done = 0;
        while (at < end) {
            char c = raw.charAt(at);
            int blank = isBlank(c) ? blankRun(at, end) : at;
            if (quote == '"' && c == '\\') {
                int length = escapeLength(at, end);
                int units = escapedUnits(at);
                for (int i = 0; i < units && done < content.length(); i++) {
                    offsets[done++] = at;
                }
                at += length;
            } else if (quote == '\'' && c == '\'') {
                done = put(done, at);
                at += 2;
            } else if (blank > at
                    && raw.substring(at, blank).indexOf('\n') >= 0
                    && !content.startsWith(raw.substring(at, blank), done)) {
                done = fold(done, at, blank);
                at = blank;
            } else {
                if (done == content.length() || content.charAt(done) != c) {
                    return false;
                }
                done = put(done, at);
                at++;
            }
        }
        return finish(done, end);
    }

    /** Lines that are folded into one: a single break becomes a space, each further one a line feed. */
    private int fold(int from, int at, int end) {
        int breaks = breaks(at, end);
        int done = from;
        for (int i = 0; i < Math.max(1, breaks - 1) && done < content.length(); i++) {
            done = put(done, at);
        }
        return done;
    }

    private int breaks(int from, int end) {
        int breaks = 0;
        for (int i = from; i < end; i++) {
            if (raw.charAt(i) == '\n') {
                breaks++;
            }
        }
        return breaks;
    }

    private int blankRun(int from, int end) {
        int i = from;
        while (i < end && isBlank(raw.charAt(i))) {
            i++;
        }
        return i;
    }

    /** How many characters the escape at this offset is long; a break escaped in YAML with the indentation after it. */
    private int escapeLength(int at, int end) {
        char kind = at + 1 < end ? raw.charAt(at + 1) : 0;
        return switch (kind) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            case '\n', '\r' -> blankRun(at + 1, end) - at;
            default -> 2;
        };
    }

    /** How many characters of the content the escape at this offset stands for. */
    private int escapedUnits(int at) {
        char kind = at + 1 < raw.length() ? raw.charAt(at + 1) : 0;
        if (kind == '\n' || kind == '\r') {
            return Math.max(0, breaks(at, blankRun(at + 1, raw.length())) - 1);
        }
        boolean wide = kind == 'U' && at + 10 <= raw.length() && !raw.startsWith("0000", at + 2);
        return wide ? 2 : 1;
    }

    private boolean alignBlock() {
        int first = raw.indexOf('\n') + 1;
        if (first == 0) {
            return content.isBlank() && finish(0, raw.length());
        }
        int indent = indent(first);
        int at = first;
        int done = 0;
        while (at < raw.length()) {
            int text = at;
            while (text < raw.length() && text - at < indent && raw.charAt(text) == ' ') {
                text++;
            }
            int eol = endOfLine(text);
            for (int i = text; i < eol; i++) {
                if (done == content.length() || content.charAt(done) != raw.charAt(i)) {
                    return false;
                }
                done = put(done, i);
            }
            at = eol;
            if (done < content.length() && isBreak(content.charAt(done))) {
                done = put(done, eol);
            }
            at = afterBreak(at);
        }
        while (done < content.length() && isBlank(content.charAt(done))) {
            offsets[done++] = raw.length();
        }
        return finish(done, raw.length());
    }

    /** Whether this may be what a line break of the source became: a line feed, or a space where it was folded. */
    private boolean isBreak(char c) {
        return c == '\n' || (c == ' ' && raw.charAt(0) == '>');
    }

    /** The indentation that is not content: that of the first line with text, less what the content has of it. */
    private int indent(int first) {
        int written = 0;
        int at = first;
        while (at < raw.length() && isBlank(raw.charAt(at))) {
            written = raw.charAt(at) == ' ' ? written + 1 : 0;
            at++;
        }
        int kept = 0;
        for (int i = 0; i < content.length() && (content.charAt(i) == ' ' || content.charAt(i) == '\n'); i++) {
            kept = content.charAt(i) == ' ' ? kept + 1 : 0;
        }
        return Math.max(0, written - kept);
    }

    private int endOfLine(int from) {
        int i = from;
        while (i < raw.length() && raw.charAt(i) != '\n' && raw.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int afterBreak(int at) {
        int i = at;
        if (i < raw.length() && raw.charAt(i) == '\r') {
            i++;
        }
        return i < raw.length() && raw.charAt(i) == '\n' ? i + 1 : Math.max(i, at + 1);
    }

    private int put(int index, int offset) {
        if (index < content.length()) {
            offsets[index] = offset;
        }
        return index + 1;
    }

    private boolean finish(int done, int end) {
        offsets[content.length()] = end;
        return done == content.length();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
