package hudson.scm;

import java.util.Collection;

/** Signatures of {@code hudson.scm.ChangeLogSet} in Jenkins core. */
public abstract class ChangeLogSet<T extends ChangeLogSet.Entry> implements Iterable<T> {
    /** Signature of the nested type. */
    public abstract static class Entry {
        public abstract Collection<String> getAffectedPaths();
    }
}
