package dev.plumbline.rules.lifecycle;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The end of what is behind a resource type: a service, a tier of it, or the type itself.
 *
 * @param service what ends, as the provider calls it
 * @param day the last day on which it can be used or is maintained
 * @param successor what takes its place; empty where nothing does
 */
public record Retirement(String service, LocalDate day, String successor) {
    public Retirement {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(successor, "successor");
    }

    /** Whether it is over on a day. */
    public boolean isBefore(LocalDate today) {
        return today.isAfter(day);
    }

    /** What is said of it on a day, a clause without a full stop. */
    public String describe(LocalDate today) {
        return service
                + (isBefore(today) ? " ended on " : " ends on ")
                + day
                + (successor.isEmpty() ? "" : ", its successor is " + successor);
    }
}
