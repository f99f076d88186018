package dev.plumbline.annotate.plan;

import java.util.Objects;

/**
 * What an earlier run left on the platform.
 *
 * @param version the {@link Comment#version()} that it was written with
 * @param handle how the platform names it
 */
public record Existing<H>(String fingerprint, String version, State state, H handle) {

    /** Declared in the order in which one of several for the same finding is kept. */
    public enum State {
        /** People see it as a thing to do. */
        OPEN,
        /** People closed it: they will not fix it, or it is so by design. */
        DISMISSED,
        /** An earlier run marked it as resolved. */
        RESOLVED
    }

    public Existing {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(handle, "handle");
    }
}
