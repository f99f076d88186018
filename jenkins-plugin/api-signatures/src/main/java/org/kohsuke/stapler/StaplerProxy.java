package org.kohsuke.stapler;

/** Signatures of {@code org.kohsuke.stapler.StaplerProxy} in Stapler. */
public interface StaplerProxy {
    Object getTarget();
}
