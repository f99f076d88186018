package dev.plumbline.rules.configuration;

import dev.plumbline.iac.SourceRange;
import java.util.Objects;

/**
 * A value that a source gives to a key.
 *
 * @param open whether inner sources may ask for less
 * @param range where it is written, or null where it is not in a file
 */
public record Setting<T>(Key<T> key, T value, Source source, boolean open, SourceRange range) {
    public Setting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
    }
}
