package dev.plumbline.rules.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What follows from a rule's findings, the laxest first. Three of them are Azure Policy's. */
public enum Effect {
    /** The rule says nothing. */
    DISABLED,
    /** Its findings are told, and never block. */
    AUDIT,
    /** Its findings block where the gate says so of their severity: what holds where no policy speaks. */
    ENABLED,
    /** Its findings block, whatever their severity. */
    DENY;

    /** The name used in files and reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this asks for less than the other. */
    public boolean isLaxerThan(Effect other) {
        return compareTo(other) < 0;
    }

    /** The effect of that {@link #id()}. */
    public static Optional<Effect> of(String id) {
        return Arrays.stream(values()).filter(effect -> effect.id().equals(id)).findFirst();
    }
}
