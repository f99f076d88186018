package hudson.model;

/** Signatures of {@code hudson.model.Queue} in Jenkins core. */
public class Queue {
    /** Signature of the nested type. */
    public interface Task extends ModelObject {}
}
