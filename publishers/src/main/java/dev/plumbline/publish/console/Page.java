package dev.plumbline.publish.console;

import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.text.DisplayWidth;
import dev.plumbline.publish.text.Neutral;
import java.io.IOException;
import java.io.Writer;

/** What the parts of the report are written on: lines of a width, painted where colours are wanted. */
final class Page {
    private final Writer out;
    private final PublishOptions options;
    private final Glyphs glyphs;

    Page(Writer out, PublishOptions options) {
        this.out = out;
        this.options = options;
        this.glyphs = Glyphs.of(options.charset());
    }

    int width() {
        return options.width();
    }

    Glyphs glyphs() {
        return glyphs;
    }

    String paint(Style style, String text) {
        return options.color() && !text.isEmpty() ? style.paint(text) : text;
    }

    /** Writes a line of text that is safe to show, and that no runner of a build takes for a command. */
    void line(String text) throws IOException {
        out.write(Neutral.inert(text.stripTrailing()));
        out.write('\n');
    }

    void blank() throws IOException {
        out.write('\n');
    }

    /** A heading with a rule over the rest of the width. */
    void heading(String text) throws IOException {
        String safe = Neutral.line(text);
        int rest = width() - DisplayWidth.of(safe) - 4;
        String rule = glyphs.rule();
        line(paint(Style.FAINT, rule.repeat(2)) + " " + paint(Style.TITLE, safe)
                + (rest > 0 ? " " + paint(Style.FAINT, rule.repeat(rest)) : ""));
    }

    /**
     * Text from anywhere, wrapped at blanks.
     *
     * @param lead what the first line starts with, safe to show; the others are indented by as much
     */
    void wrapped(String lead, String text) throws IOException {
        int indent = DisplayWidth.of(lead);
        int room = Math.max(20, width() - indent);
        StringBuilder line = new StringBuilder(lead);
        int used = 0;
        for (String word : Neutral.line(text).split(" ")) {
            if (word.isEmpty()) {
                continue;
            }
            int size = DisplayWidth.of(word);
            if (used > 0 && used + 1 + size > room) {
                line(line.toString());
                line.setLength(0);
                line.append(" ".repeat(indent));
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += size;
        }
        line(line.toString());
    }

    /** {@code "1 finding"}, {@code "2 findings"}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
