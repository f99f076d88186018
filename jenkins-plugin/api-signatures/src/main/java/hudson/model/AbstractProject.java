package hudson.model;

/** Signatures of {@code hudson.model.AbstractProject} in Jenkins core. */
public abstract class AbstractProject<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>>
        extends Job<P, R> {}
