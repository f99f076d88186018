package hudson.model;

/** Signatures of {@code hudson.model.ModelObject} in Jenkins core. */
public interface ModelObject {
    String getDisplayName();
}
