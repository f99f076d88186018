package dev.plumbline.publish;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How a report is to look. Formats for machines go by {@link #unknowns} and {@link #rules} alone: they are UTF-8 and whole.
 *
 * @param color whether text for people may hold ANSI colours
 * @param charset the charset of text for people; characters that it lacks are replaced
 * @param width columns that text for people may take, at least 40
 * @param detail how much is told to people
 * @param unknowns whether unknown verdicts are reported one by one also where a format leaves them out
 * @param rules where the rules' pages are
 */
public record PublishOptions(
        boolean color, Charset charset, int width, Detail detail, boolean unknowns, RuleLinks rules) {

    public static final int DEFAULT_WIDTH = 100;

    /** Plain text of normal detail. */
    public static final PublishOptions DEFAULT =
            new PublishOptions(false, StandardCharsets.UTF_8, DEFAULT_WIDTH, Detail.NORMAL, false);

    /** Options without links to the rules' pages. */
    public PublishOptions(boolean color, Charset charset, int width, Detail detail, boolean unknowns) {
        this(color, charset, width, detail, unknowns, RuleLinks.NONE);
    }

    /** The same options, with these links. */
    public PublishOptions withRules(RuleLinks links) {
        return new PublishOptions(color, charset, width, detail, unknowns, links);
    }

    /** How much is told to people. */
    public enum Detail {
        /** The gate's verdict, and what could not be assessed. */
        QUIET,
        NORMAL,
        /** Also each unknown verdict. */
        VERBOSE
    }

    public PublishOptions {
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(rules, "rules");
        width = Math.max(40, width);
    }
}
