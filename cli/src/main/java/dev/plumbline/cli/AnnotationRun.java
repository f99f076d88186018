package dev.plumbline.cli;

import dev.plumbline.annotate.Channel;
import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.ci.Environment;
import dev.plumbline.annotate.ci.Tokens;
import dev.plumbline.annotate.http.Proxies;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.http.Waiting;
import dev.plumbline.annotate.publication.Publication;
import dev.plumbline.annotate.publication.Warning;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.publish.text.Neutral;
import java.util.Optional;

/** Annotates, and tells on standard error what came of it. */
record AnnotationRun(Terminal terminal, Environment environment) {

    /**
     * Shows a report on its platform.
     *
     * @param channel by what, or null for what suits best
     * @return whether all of it could be shown
     * @throws IllegalArgumentException where something is missing or does not go together
     */
    boolean publish(Target target, Channel channel, Report report) {
        Publication publication = new Publication(
                target,
                Optional.ofNullable(channel),
                Tokens.of(environment, target.platform()),
                Proxies.of(terminal.environment()),
                environment,
                terminal.out(),
                Waiting.real());
        try {
            Outcome outcome = publication.run(report);
            tell(target.text() + ": " + (outcome.note().isEmpty() ? outcome.text() : outcome.note()));
            outcome.problems().forEach(this::warn);
            return outcome.problems().isEmpty();
        } catch (RestException e) {
            warn(target.text() + " is not annotated: " + e.getMessage());
            return false;
        }
    }

    private void tell(String text) {
        terminal.err().println(Neutral.inert("plumbline: " + Neutral.line(text)));
    }

    private void warn(String problem) {
        tell("WARNING: " + problem);
        Warning.line(environment, problem).ifPresent(terminal.out()::println);
    }
}
