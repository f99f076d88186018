package hudson.tasks;

import dev.plumbline.jenkins.Signature;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;

/** Signatures of {@code hudson.tasks.ArtifactArchiver} in Jenkins core. */
public class ArtifactArchiver implements SimpleBuildStep {
    public ArtifactArchiver(String artifacts) {}

    public final void setAllowEmptyArchive(boolean allow) {
        Signature.called();
    }

    public final void setFollowSymlinks(boolean follow) {
        Signature.called();
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        Signature.called();
    }
}
