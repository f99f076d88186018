package jenkins;

import hudson.FilePath;
import org.jenkinsci.remoting.RoleChecker;

/** Signatures of {@code jenkins.MasterToSlaveFileCallable} in Jenkins core. */
public abstract class MasterToSlaveFileCallable<T> implements FilePath.FileCallable<T> {
    private static final long serialVersionUID = 1L;

    @Override
    public void checkRoles(RoleChecker checker) {}
}
