package hudson.security;

import org.springframework.security.core.Authentication;

/** Signatures of {@code hudson.security.ACL} in Jenkins core. */
public abstract class ACL {
    public static final Authentication SYSTEM2 = null;
}
