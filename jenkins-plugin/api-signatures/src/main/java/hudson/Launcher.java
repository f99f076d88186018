package hudson;

/** Signatures of {@code hudson.Launcher} in Jenkins core. */
public abstract class Launcher {}
