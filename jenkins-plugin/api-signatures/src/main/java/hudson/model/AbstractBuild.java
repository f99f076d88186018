package hudson.model;

/** Signatures of {@code hudson.model.AbstractBuild} in Jenkins core. */
public abstract class AbstractBuild<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Run<P, R> {}
