package io.jenkins.plugins.plumbline.checks;

import dev.plumbline.annotate.http.Token;
import hudson.ExtensionPoint;
import hudson.model.Run;
import java.util.Optional;

/** Looks up the secret by which a service knows Plumbline. */
public interface TokenSource extends ExtensionPoint {

    /**
     * The secret of a credential that the build may use at that service; empty where there is none.
     *
     * @param service its address
     */
    Optional<Token> token(Run<?, ?> run, String credentialsId, String service);
}
