package hudson.tasks;

/** Signatures of {@code hudson.tasks.BuildStep} in Jenkins core. */
public interface BuildStep {}
