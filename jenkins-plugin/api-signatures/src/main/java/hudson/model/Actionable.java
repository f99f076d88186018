package hudson.model;

import dev.plumbline.jenkins.Signature;
import java.util.List;

/** Signatures of {@code hudson.model.Actionable} in Jenkins core. */
public abstract class Actionable implements ModelObject {
    public <T extends Action> T getAction(Class<T> type) {
        return Signature.called();
    }

    public <T extends Action> List<T> getActions(Class<T> type) {
        return Signature.called();
    }

    public void addAction(Action action) {
        Signature.called();
    }

    public boolean addOrReplaceAction(Action action) {
        return Signature.called();
    }
}
