package io.jenkins.plugins.plumbline.scan;

/** Which findings are annotated in a pull request. */
public enum ChecksScope {
    /** Nothing is published. */
    NONE,
    ALL,
    /** Those that the reference build does not have; all where there is no reference build. */
    NEW,
    /** Those that changed lines made; where the lines are not known, those in changed files. */
    MODIFIED
}
