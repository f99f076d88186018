package dev.plumbline.iac.exemption;

import dev.plumbline.iac.SourceRange;
import java.util.Objects;

/**
 * A comment, as a language's reader found it.
 *
 * @param text without its markers
 * @param range with its markers
 */
public record Comment(String text, SourceRange range) {
    public Comment {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(range, "range");
    }
}
