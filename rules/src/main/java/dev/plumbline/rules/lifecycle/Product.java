package dev.plumbline.rules.lifecycle;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * Something that has versions.
 *
 * @param name what a finding calls it, in front of the version; empty where the version says it
 * @param says what an end of it is, {@code "expired"}; empty where support ends
 * @param ends versions or patterns of them, in lower case, and their last days
 */
record Product(String name, String says, Map<String, LocalDate> ends) {
    Product {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(says, "says");
        Objects.requireNonNull(ends, "ends");
    }

    /** A version of it, as a finding calls it. */
    String named(String version) {
        return name.isEmpty() ? version : name + " " + version;
    }
}
