package hudson.security;

/** Signatures of {@code hudson.security.Permission} in Jenkins core. */
public final class Permission {
    Permission() {}
}
