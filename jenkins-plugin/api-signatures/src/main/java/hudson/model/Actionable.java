package hudson.model;

import dev.plumbline.jenkins.Signature;
import java.util.List;

/** Signatures of {@code hudson.model.Actionable} in Jenkins core. */
public abstract class Actionable implements ModelObject {
    public <T extends Action> T getAction(Class<T> type) {
        throw new Signature();
    }

    public <T extends Action> List<T> getActions(Class<T> type) {
        throw new Signature();
    }

    public void addAction(Action action) {
        throw new Signature();
    }

    public boolean addOrReplaceAction(Action action) {
        throw new Signature();
    }
}
