package hudson.model;

import dev.plumbline.jenkins.Signature;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** Signatures of {@code hudson.model.Descriptor} in Jenkins core. */
public abstract class Descriptor<T extends Describable<T>> {
    protected Descriptor() {}

    protected Descriptor(Class<? extends T> type) {}

    public String getDisplayName() {
        return Signature.called();
    }

    public synchronized void load() {
        Signature.called();
    }

    public synchronized void save() {
        Signature.called();
    }

    public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
        return Signature.called();
    }

    /** Signature of the nested type. */
    public static class FormException extends Exception {
        private static final long serialVersionUID = 1L;

        public FormException(String message, String field) {
            super(message);
        }
    }
}
