package io.jenkins.plugins.plumbline.report;

import dev.plumbline.rules.Severity;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;

/** Findings by severity. */
public record Counts(int critical, int high, int medium, int low) implements Serializable {
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /** How often each severity is there. */
    public static Counts of(Collection<Severity> severities) {
        return new Counts(
                Collections.frequency(severities, Severity.CRITICAL),
                Collections.frequency(severities, Severity.HIGH),
                Collections.frequency(severities, Severity.MEDIUM),
                Collections.frequency(severities, Severity.LOW));
    }

    public int of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> critical;
            case HIGH -> high;
            case MEDIUM -> medium;
            case LOW -> low;
        };
    }

    public int total() {
        return failed(null);
    }

    /** How many are at least that grave; all of them for null. */
    public int failed(Severity least) {
        int sum = 0;
        for (Severity severity : Severity.values()) {
            if (least == null || severity.atLeast(least)) {
                sum += of(severity);
            }
        }
        return sum;
    }
}
