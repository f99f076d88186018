package dev.plumbline.rules.lifecycle;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * Something that has versions.
 *
 * @param says what an end of it is, {@code "expired"}; empty where support ends
 * @param ends versions or patterns of them, in lower case, and their last days
 */
record Product(String says, Map<String, LocalDate> ends) {
    Product {
        Objects.requireNonNull(says, "says");
        Objects.requireNonNull(ends, "ends");
    }
}
