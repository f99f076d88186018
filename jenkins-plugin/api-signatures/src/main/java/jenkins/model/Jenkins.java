package jenkins.model;

import dev.plumbline.jenkins.Signature;
import hudson.ProxyConfiguration;
import hudson.security.AccessControlled;
import hudson.security.Permission;

/** Signatures of {@code jenkins.model.Jenkins} in Jenkins core. */
public class Jenkins implements AccessControlled {
    public static final Permission ADMINISTER = null;
    public static final Permission READ = null;

    public static Jenkins get() {
        return Signature.called();
    }

    public ProxyConfiguration getProxy() {
        return Signature.called();
    }

    public String getRootUrl() {
        return Signature.called();
    }
}
