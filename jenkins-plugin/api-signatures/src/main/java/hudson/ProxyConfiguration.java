package hudson;

import dev.plumbline.jenkins.Signature;
import hudson.util.Secret;
import java.util.List;
import java.util.regex.Pattern;

/** Signatures of {@code hudson.ProxyConfiguration} in Jenkins core. */
public final class ProxyConfiguration {
    public final String name;
    public final int port;

    public ProxyConfiguration(String name, int port) {
        this.name = name;
        this.port = port;
    }

    public String getUserName() {
        return Signature.called();
    }

    public Secret getSecretPassword() {
        return Signature.called();
    }

    public List<Pattern> getNoProxyHostPatterns() {
        return Signature.called();
    }
}
