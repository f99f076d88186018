package hudson;

import dev.plumbline.jenkins.Signature;
import java.util.AbstractList;

/** Signatures of {@code hudson.ExtensionList} in Jenkins core. */
public abstract class ExtensionList<T> extends AbstractList<T> {
    public static <T> ExtensionList<T> lookup(Class<T> type) {
        return Signature.called();
    }

    public static <U> U lookupSingleton(Class<U> type) {
        return Signature.called();
    }
}
