package hudson;

import dev.plumbline.jenkins.Signature;
import java.util.TreeMap;

/** Signatures of {@code hudson.EnvVars} in Jenkins core. */
public class EnvVars extends TreeMap<String, String> {
    private static final long serialVersionUID = 1L;

    public String expand(String text) {
        return Signature.called();
    }
}
