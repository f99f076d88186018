package jenkins.model;

import hudson.model.Action;
import hudson.model.Run;

/** Signatures of {@code jenkins.model.RunAction2} in Jenkins core. */
public interface RunAction2 extends Action {
    void onAttached(Run<?, ?> run);

    void onLoad(Run<?, ?> run);
}
