package dev.plumbline.publish.html;

import dev.plumbline.publish.text.Neutral;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes HTML. Markup is ours and goes through {@link #raw}; whatever may come from a scanned file or a rule goes through
 * {@link #text} or an attribute, where nothing of it can become markup.
 */
final class Markup {
    private final Writer out;

    Markup(Writer out) {
        this.out = out;
    }

    /** Our own markup, as it is. */
    Markup raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /** Text between tags, on one line. */
    Markup text(String text) throws IOException {
        out.write(escaped(text));
        return this;
    }

    /** {@code <tag>text</tag>}. */
    Markup element(String tag, String text) throws IOException {
        return raw("<" + tag + ">").text(text).raw("</" + tag + ">");
    }

    /** {@code <tag class="…">text</tag>}. */
    Markup element(String tag, String classes, String text) throws IOException {
        return raw("<" + tag + " class=\"" + classes + "\">").text(text).raw("</" + tag + ">");
    }

    /** The same for a value inside of a quoted attribute. */
    static String escaped(String text) {
        String safe = Neutral.line(text);
        StringBuilder escaped = null;
        for (int i = 0; i < safe.length(); i++) {
            String entity =
                    switch (safe.charAt(i)) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '"' -> "&quot;";
                        case '\'' -> "&#39;";
                        default -> null;
                    };
            if (entity != null) {
                if (escaped == null) {
                    escaped = new StringBuilder(safe.length() + 16).append(safe, 0, i);
                }
                escaped.append(entity);
            } else if (escaped != null) {
                escaped.append(safe.charAt(i));
            }
        }
        return escaped == null ? safe : escaped.toString();
    }
}
