package hudson.model;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code hudson.model.Job} in Jenkins core. */
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem {
    public RunT getLastBuild() {
        return Signature.called();
    }

    public RunT getLastSuccessfulBuild() {
        return Signature.called();
    }
}
