package dev.plumbline.rules.lifecycle;

import java.time.LocalDate;
import java.util.Objects;

/**
 * When support of a version ends.
 *
 * @param version as it was asked for, with the name of the product
 * @param says what its end is, {@code "expired"}; empty where support ends
 * @param day the last day of support; {@link LocalDate#MIN} of a version that is older than all that are listed
 */
public record Ending(String version, String says, LocalDate day) {
    public Ending {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(says, "says");
        Objects.requireNonNull(day, "day");
    }

    /** Whether it is over on a day. */
    public boolean isBefore(LocalDate today) {
        return today.isAfter(day);
    }

    /** That it is over, a clause without a full stop. */
    @Override
    public String toString() {
        if (day.equals(LocalDate.MIN)) {
            return version + " is older than all that is supported";
        }
        return says.isEmpty() ? "support of " + version + " ended on " + day : version + " " + says + " on " + day;
    }
}
