package hudson.security;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code hudson.security.AccessControlled} in Jenkins core. */
public interface AccessControlled {
    default boolean hasPermission(Permission permission) {
        return Signature.called();
    }

    default void checkPermission(Permission permission) {
        Signature.called();
    }
}
