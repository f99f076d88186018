package dev.plumbline.rules.lifecycle;

import java.time.LocalDate;
import java.util.Objects;

/**
 * When support of a version ends.
 *
 * @param version as it was asked for
 * @param day the last day of support; {@link LocalDate#MIN} of a version that is older than all that are listed
 */
public record Ending(String version, LocalDate day) {
    public Ending {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(day, "day");
    }

    /** Whether it is over on a day. */
    public boolean isBefore(LocalDate today) {
        return today.isAfter(day);
    }

    /** That it is over, a clause without a full stop. */
    @Override
    public String toString() {
        return day.equals(LocalDate.MIN)
                ? version + " is older than all that is supported"
                : "support of " + version + " ended on " + day;
    }
}
