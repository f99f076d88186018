package dev.plumbline.annotate.publication;

import dev.plumbline.annotate.azure.LoggingCommands;
import dev.plumbline.annotate.ci.Environment;
import dev.plumbline.annotate.github.WorkflowCommands;
import java.util.Optional;

/** A warning that is seen on the page of a build that has passed, where nobody reads its log. */
public final class Warning {
    private Warning() {}

    /** The line to write to the log; empty where its runner looks for none. */
    public static Optional<String> line(Environment environment, String message) {
        if (environment.isGitHubActions()) {
            return Optional.of(WorkflowCommands.warning(message));
        }
        return environment.isAzurePipelines() ? Optional.of(LoggingCommands.warning(message)) : Optional.empty();
    }
}
