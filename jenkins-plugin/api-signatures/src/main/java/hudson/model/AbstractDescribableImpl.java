package hudson.model;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code hudson.model.AbstractDescribableImpl} in Jenkins core. */
public abstract class AbstractDescribableImpl<T extends AbstractDescribableImpl<T>> implements Describable<T> {
    @Override
    public Descriptor<T> getDescriptor() {
        return Signature.called();
    }
}
