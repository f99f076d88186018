package dev.plumbline.annotate.text;

import dev.plumbline.annotate.report.Annotation.Edit;
import dev.plumbline.publish.text.Neutral;
import java.util.Optional;

/** The line as it should be, for a reviewer to accept with one click. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * The line with the edit applied. Empty where the edit does not fit the line, which is then not the one that was
     * scanned: the text to replace has to be a whole word or a quoted string.
     */
    public static Optional<String> of(String line, Edit edit, String replacement) {
        int from = edit.startColumn() - 1;
        int to = edit.endColumn() - 1;
        if (from < 0 || to > line.length() || from >= to) {
            return Optional.empty();
        }
        boolean fits = isWhole(line.substring(from, to))
                && (from == 0 || isBoundary(line.charAt(from - 1)))
                && (to == line.length() || isBoundary(line.charAt(to)));
        String mended = line.substring(0, from) + replacement + line.substring(to);
        return fits && !mended.equals(line) && isShown(mended) ? Optional.of(mended) : Optional.empty();
    }

    private static boolean isWhole(String text) {
        char first = text.charAt(0);
        if (first == '"' || first == '\'') {
            return text.length() > 1 && text.indexOf(first, 1) == text.length() - 1;
        }
        return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
    }

    private static boolean isBoundary(char c) {
        return !Character.isLetterOrDigit(c) && c != '_' && c != '"' && c != '\'';
    }

    /** A line with characters that do not show is not offered: nobody would see what they accept. */
    private static boolean isShown(String line) {
        return line.codePoints().allMatch(c -> c == '\t' || Neutral.isShown(c));
    }
}
