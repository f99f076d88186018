package io.jenkins.plugins.plumbline.checks;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import dev.plumbline.annotate.http.Token;
import hudson.Extension;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Takes secrets from Jenkins' credentials, where their plugins are installed. */
@Extension(optional = true)
public class CredentialsTokenSource implements TokenSource {
    @Override
    public Optional<Token> token(Run<?, ?> run, String credentialsId, String service) {
        // A credential of a domain is given to the services of that domain alone.
        StandardCredentials found = CredentialsProvider.findCredentialById(
                credentialsId,
                StandardCredentials.class,
                run,
                URIRequirementBuilder.fromUri(service).build());
        CredentialsProvider.track(run, found);
        String source = "the credential " + credentialsId;
        if (found instanceof StringCredentials text) {
            return Optional.of(ofText(source, text));
        }
        return found instanceof StandardUsernamePasswordCredentials password
                ? Optional.of(ofPassword(source, password))
                : Optional.empty();
    }

    @Override
    public ListBoxModel choices(Item item, String current) {
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(
                        item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2,
                        item,
                        StandardCredentials.class,
                        List.of(), // the service is not known before a build
                        CredentialsMatchers.anyOf(
                                CredentialsMatchers.instanceOf(StringCredentials.class),
                                CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class)))
                .includeCurrentValue(current);
    }

    private static Token ofText(String source, StringCredentials text) {
        return new Token(source, "", text.getSecret().getPlainText());
    }

    private static Token ofPassword(String source, StandardUsernamePasswordCredentials password) {
        return new Token(source, password.getUsername(), password.getPassword().getPlainText());
    }
}
