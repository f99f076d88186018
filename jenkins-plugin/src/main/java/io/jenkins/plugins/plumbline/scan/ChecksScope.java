package io.jenkins.plugins.plumbline.scan;

/** Which findings are annotated in a pull request. */
public enum ChecksScope {
    /** Nothing is published. */
    NONE,
    ALL,
    /** Those that the reference build does not have; all where there is no reference build. */
    NEW,
    /** Those in files that the build's changes touch. */
    MODIFIED
}
