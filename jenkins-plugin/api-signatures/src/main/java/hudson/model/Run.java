package hudson.model;

import dev.plumbline.jenkins.Signature;
import hudson.security.AccessControlled;
import java.io.File;

/** Signatures of {@code hudson.model.Run} in Jenkins core. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements AccessControlled {
    public JobT getParent() {
        throw new Signature();
    }

    public RunT getPreviousBuild() {
        throw new Signature();
    }

    public int getNumber() {
        throw new Signature();
    }

    public String getUrl() {
        throw new Signature();
    }

    public File getRootDir() {
        throw new Signature();
    }

    public boolean isBuilding() {
        throw new Signature();
    }

    public void setResult(Result result) {
        throw new Signature();
    }

    @Override
    public String getDisplayName() {
        throw new Signature();
    }

    public String getFullDisplayName() {
        throw new Signature();
    }
}
