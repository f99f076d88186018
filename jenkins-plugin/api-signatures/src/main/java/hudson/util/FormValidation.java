package hudson.util;

import dev.plumbline.jenkins.Signature;
import java.io.IOException;

/** Signatures of {@code hudson.util.FormValidation} in Jenkins core. */
public abstract class FormValidation extends IOException {
    private static final long serialVersionUID = 1L;

    public static FormValidation ok() {
        return Signature.called();
    }

    public static FormValidation error(String message) {
        return Signature.called();
    }
}
