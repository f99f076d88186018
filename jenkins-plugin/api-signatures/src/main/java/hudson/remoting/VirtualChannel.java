package hudson.remoting;

/** Signatures of {@code hudson.remoting.VirtualChannel} in Remoting. */
public interface VirtualChannel {}
