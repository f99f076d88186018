package hudson.model;

/** Signatures of {@code hudson.model.Action} in Jenkins core. */
public interface Action extends ModelObject {
    String getIconFileName();

    @Override
    String getDisplayName();

    String getUrlName();
}
