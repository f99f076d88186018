package io.jenkins.plugins.plumbline.gate;

/** What becomes of a build that does not pass, the gravest last. */
public enum Criticality {
    /** It is told, and nothing more. */
    NONE,
    UNSTABLE,
    FAILURE;

    /** The graver of the two. */
    public Criticality or(Criticality other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
