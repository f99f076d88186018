package org.jenkinsci.remoting;

/** Signatures of {@code org.jenkinsci.remoting.RoleSensitive} in Remoting. */
public interface RoleSensitive {
    void checkRoles(RoleChecker checker);
}
