package dev.plumbline.rules;

/** What a rule says of a resource to which it applies. */
public enum Verdict {
    PASS,
    FAIL,
    /** A value that decides is not known before deployment; never counted as a pass or a failure. */
    UNKNOWN
}
