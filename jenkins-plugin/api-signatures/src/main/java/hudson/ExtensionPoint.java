package hudson;

/** Signatures of {@code hudson.ExtensionPoint} in Jenkins core. */
public interface ExtensionPoint {}
