package hudson.security;

/** Signatures of {@code hudson.security.Permission} in Jenkins core. */
public final class Permission {
    public static final Permission READ = new Permission();
    public static final Permission CONFIGURE = new Permission();

    private Permission() {}
}
