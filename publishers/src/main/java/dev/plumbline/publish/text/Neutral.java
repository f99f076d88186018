package dev.plumbline.publish.text;

/**
 * Makes text from scanned files safe to show: no control character reaches a terminal, no invisible or
 * direction-changing character hides what is written.
 */
public final class Neutral {
    /** Stands for a character that is not shown. */
    public static final char REPLACEMENT = '\uFFFD';

    private Neutral() {}

    /** The text on one line, each character that is not to be shown replaced by one that is. */
    public static String line(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int length = Character.charCount(c);
            if (!isShown(c)) {
                if (safe == null) {
                    safe = new StringBuilder(text.length()).append(text, 0, i);
                }
                safe.append(replacement(c));
            } else if (safe != null) {
                safe.appendCodePoint(c);
            }
            i += length;
        }
        return safe == null ? text : safe.toString();
    }

    /** The same for text of several lines, which keep their breaks. */
    public static String lines(String text) {
        return String.join("\n", text.lines().map(Neutral::line).toList());
    }

    /**
     * A line of a log in which the runner of a build finds no command: Azure Pipelines looks for {@code ##vso[} anywhere,
     * GitHub Actions for {@code ##[} anywhere and for {@code ::} at the start. As long as it was.
     */
    public static String inert(String line) {
        String safe = line.replace("##vso[", "#" + REPLACEMENT + "vso[").replace("##[", "#" + REPLACEMENT + "[");
        int start = safe.length() - safe.stripLeading().length();
        return safe.startsWith("::", start) ? safe.substring(0, start) + REPLACEMENT + safe.substring(start + 1) : safe;
    }

    /** Whether a character is shown as it is. */
    public static boolean isShown(int c) {
        if (c < 0x7F) {
            return c >= 0x20;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** What is shown in its place: a blank for white space, a control picture for other ASCII control characters. */
    public static char replacement(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return ' ';
        }
        if (c < 0x20) {
            return (char) ('\u2400' + c);
        }
        return c == 0x7F ? '\u2421' : REPLACEMENT;
    }
}
