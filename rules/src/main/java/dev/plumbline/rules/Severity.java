package dev.plumbline.rules;

import java.util.Locale;
import java.util.Optional;

/** How much a failed rule matters, gravest first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /** The name used in rule files, options and reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is as grave as the other, or graver. */
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** The severity of that {@link #id()}, in any case. */
    public static Optional<Severity> of(String id) {
        for (Severity severity : values()) {
            if (severity.id().equalsIgnoreCase(id)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
