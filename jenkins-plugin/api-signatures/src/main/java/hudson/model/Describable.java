package hudson.model;

/** Signatures of {@code hudson.model.Describable} in Jenkins core. */
public interface Describable<T extends Describable<T>> {
    Descriptor<T> getDescriptor();
}
