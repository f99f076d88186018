package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;

/** Signatures of {@code hudson.model.Item} in Jenkins core. */
public interface Item extends ModelObject, AccessControlled {
    Permission READ = Permission.READ;
    Permission CONFIGURE = Permission.CONFIGURE;
    Permission WORKSPACE = null;
}
