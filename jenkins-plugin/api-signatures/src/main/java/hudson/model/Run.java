package hudson.model;

import dev.plumbline.jenkins.Signature;
import hudson.security.AccessControlled;
import java.io.File;

/** Signatures of {@code hudson.model.Run} in Jenkins core. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements AccessControlled {
    public JobT getParent() {
        return Signature.called();
    }

    public RunT getPreviousBuild() {
        return Signature.called();
    }

    public int getNumber() {
        return Signature.called();
    }

    public String getUrl() {
        return Signature.called();
    }

    public File getRootDir() {
        return Signature.called();
    }

    public boolean isBuilding() {
        return Signature.called();
    }

    public void setResult(Result result) {
        Signature.called();
    }

    @Override
    public String getDisplayName() {
        return Signature.called();
    }

    public String getFullDisplayName() {
        return Signature.called();
    }
}
