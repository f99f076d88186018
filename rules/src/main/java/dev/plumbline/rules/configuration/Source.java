package dev.plumbline.rules.configuration;

import java.util.Locale;
import java.util.Objects;

/**
 * Where a value comes from.
 *
 * @param place for people: {@code plumbline.yaml:3}, {@code --fail-on}; empty for a default
 */
public record Source(Kind kind, String place) {

    public static final Source DEFAULT = new Source(Kind.DEFAULT, "");

    /** The kinds of sources: of two that say something the later counts. */
    public enum Kind {
        DEFAULT,
        ORGANISATION,
        REPOSITORY,
        DIRECTORY,
        /** An option of the command line, a parameter of a plugin. */
        OPTION;

        /** The name used in reports. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Source {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
    }

    public static Source option(String name) {
        return new Source(Kind.OPTION, name);
    }

    /** For people: the place, or that it is a default. */
    @Override
    public String toString() {
        return place.isEmpty() ? kind.id() : place;
    }
}
