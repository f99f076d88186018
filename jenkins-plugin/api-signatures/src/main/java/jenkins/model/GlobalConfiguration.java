package jenkins.model;

import dev.plumbline.jenkins.Signature;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;

/** Signatures of {@code jenkins.model.GlobalConfiguration} in Jenkins core. */
public abstract class GlobalConfiguration extends Descriptor<GlobalConfiguration>
        implements ExtensionPoint, Describable<GlobalConfiguration> {
    protected GlobalConfiguration() {}

    @Override
    public final Descriptor<GlobalConfiguration> getDescriptor() {
        return Signature.called();
    }
}
