package hudson.util;

import dev.plumbline.jenkins.Signature;
import java.io.IOException;

/** Signatures of {@code hudson.util.FormValidation} in Jenkins core. */
public abstract class FormValidation extends IOException {
    private static final long serialVersionUID = 1L;

    public static FormValidation ok() {
        throw new Signature();
    }

    public static FormValidation error(String message) {
        throw new Signature();
    }
}
