package dev.plumbline.publish.markdown;

import dev.plumbline.publish.text.Neutral;

/** Makes text safe in Markdown: no markup, no HTML, no mention, no link comes of it. */
public final class Escape {
    private static final String SPECIAL = "\\`*_{}[]#+!|~$";

    private Escape() {}

    /** Text outside of code, in a line or a table's cell. */
    public static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Neutral.line(text).toCharArray()) {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                // Platforms look for mentions in what they have rendered: a space of no width keeps the name apart.
                case '@' -> escaped.append("&#64;&#8203;");
                default -> {
                    if (SPECIAL.indexOf(c) >= 0) {
                        escaped.append('\\');
                    }
                    escaped.append(c);
                }
            }
        }
        return escaped.toString();
    }

    /** A code span, in a line or a table's cell; longer fences than any run of backticks in it hold it together. */
    public static String code(String text) {
        String safe = Neutral.line(text).replace("|", "\\|");
        int longest = 0;
        int run = 0;
        for (char c : safe.toCharArray()) {
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String pad = longest > 0 ? " " : "";
        return fence + pad + safe + pad + fence;
    }
}
