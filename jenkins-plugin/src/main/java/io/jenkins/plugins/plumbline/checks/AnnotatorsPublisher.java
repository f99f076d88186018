package io.jenkins.plugins.plumbline.checks;

import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.ci.Environment;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.http.Token;
import dev.plumbline.annotate.http.Waiting;
import dev.plumbline.annotate.publication.Publication;
import dev.plumbline.publish.text.Neutral;
import hudson.Extension;
import hudson.ExtensionList;
import java.util.Optional;

/**
 * Annotates by Plumbline's own means, with a credential of Jenkins. It runs on the controller: no agent learns the
 * secret. What cannot be published is told and changes nothing of the build.
 */
@Extension
public class AnnotatorsPublisher implements PullRequestPublisher {
    @Override
    public void publish(Publishing publishing) {
        if (publishing.credentialsId().isBlank()) {
            return;
        }
        Environment environment = new Environment(publishing.env());
        Optional<Target> target =
                environment.target().filter(known -> known.pullRequest().isPresent());
        if (target.isEmpty()) {
            publishing.log("The build is of no pull request that is known, so none is annotated.");
            return;
        }
        try {
            publish(publishing, environment, target.get());
        } catch (RestException | IllegalArgumentException e) {
            publishing.log("WARNING: " + target.get().text() + " is not annotated: " + Neutral.line(e.getMessage()));
        }
    }

    private static void publish(Publishing publishing, Environment environment, Target target) throws RestException {
        String id = publishing.credentialsId().strip();
        Optional<Token> token = ExtensionList.lookup(TokenSource.class).stream()
                .flatMap(source ->
                        source.token(publishing.run(), id, target.api().toString()).stream())
                .findFirst();
        if (token.isEmpty()) {
            publishing.log("WARNING: " + target.text() + " is not annotated: there is no credential '" + id
                    + "' of a secret text or a user name with a password that this build may use there.");
            return;
        }
        Outcome outcome = new Publication(
                        target,
                        Optional.empty(),
                        token,
                        WayOut.to(target.api().getHost()),
                        environment,
                        publishing.listener().getLogger(),
                        Waiting.real())
                .run(PullRequestReport.of(
                        publishing.report(), publishing.decision(), publishing.scope(), publishing.modified()));
        publishing.log(target.text() + ": " + Neutral.line(outcome.note().isEmpty() ? outcome.text() : outcome.note()));
        outcome.problems().forEach(problem -> publishing.log("WARNING: " + Neutral.line(problem)));
    }
}
