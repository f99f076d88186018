package dev.plumbline.rules.exemption;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Which exemptions of the scanned source are honoured.
 *
 * @param today the day that decides which have expired, and which versions are out of support: an input of the scan, so that the same input gives the same
 *     output
 * @param foreign whether those count that are written for other scanners: {@code checkov:skip}, {@code tfsec:ignore}…
 */
public record ExemptionOptions(LocalDate today, boolean foreign) {

    public ExemptionOptions {
        Objects.requireNonNull(today, "today");
    }

    /** All of them, by the date of the system: the one place that asks for it. */
    public static ExemptionOptions ofToday() {
        return new ExemptionOptions(LocalDate.now(), true);
    }
}
