package io.jenkins.plugins.plumbline.checks;

import dev.plumbline.annotate.http.Token;
import hudson.ExtensionPoint;
import hudson.model.Item;
import hudson.model.Run;
import hudson.util.ListBoxModel;
import java.util.Optional;

/** Looks up the secret by which a service knows Plumbline. */
public interface TokenSource extends ExtensionPoint {

    /**
     * The secret of a credential that the build may use at that service; empty where there is none.
     *
     * @param service its address
     */
    Optional<Token> token(Run<?, ?> run, String credentialsId, String service);

    /**
     * The credentials that builds of a job may use, none, and the current one, for those who may configure the job.
     *
     * @param item the job, or null for all of Jenkins
     * @param current the id that is chosen; empty for none
     */
    ListBoxModel choices(Item item, String current);
}
