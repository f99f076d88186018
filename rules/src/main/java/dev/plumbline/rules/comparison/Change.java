package dev.plumbline.rules.comparison;

import java.util.Locale;

/** What a failed verdict is against a {@link Baseline}. */
public enum Change {
    /** The baseline does not know it. */
    NEW,
    /** The baseline accepts it. */
    UNCHANGED,
    /** It had been known, had gone, and is there again: as new as a new one. */
    REOPENED;

    /** The name used in reports: {@code unchanged}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
