package dev.plumbline.publish.console;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** The few drawn characters of the report, and what stands in where the charset lacks them. */
record Glyphs(String rule, String bar, String ellipsis, String mask) {
    private static final Glyphs DRAWN = new Glyphs("─", "│", "…", "••••••••");
    private static final Glyphs ASCII = new Glyphs("-", "|", "...", "********");

    static Glyphs of(Charset charset) {
        if (!charset.canEncode()) {
            return ASCII;
        }
        CharsetEncoder encoder = charset.newEncoder();
        return encoder.canEncode(DRAWN.rule + DRAWN.bar + DRAWN.ellipsis + DRAWN.mask) ? DRAWN : ASCII;
    }
}
