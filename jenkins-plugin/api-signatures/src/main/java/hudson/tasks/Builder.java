package hudson.tasks;

import dev.plumbline.jenkins.Signature;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;

/** Signatures of {@code hudson.tasks.Builder} in Jenkins core. */
public abstract class Builder implements BuildStep, Describable<Builder>, ExtensionPoint {
    @Override
    public Descriptor<Builder> getDescriptor() {
        return Signature.called();
    }
}
