package io.jenkins.plugins.plumbline;

import hudson.EnvVars;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.plumbline.report.Comparison;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.scan.Options;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds the build to compare with: the last of the same job, or of the target branch's, that passed its gate. Where none
 * did, the last that was checked.
 */
final class References {
    /** Builds that are looked at: each has to be read. */
    private static final int FAR = 50;

    private final Run<?, ?> run;
    private final EnvVars env;
    private final TaskListener listener;

    References(Run<?, ?> run, EnvVars env, TaskListener listener) {
        this.run = run;
        this.env = env;
        this.listener = listener;
    }

    /** A build with a report. */
    record Found(Run<?, ?> run, PlumblineAction action, Report report) {
        Comparison.Reference reference() {
            return new Comparison.Reference(
                    run.getParent().getFullName(),
                    run.getNumber(),
                    run.getUrl() + action.getUrlName() + "/",
                    report.score(),
                    report.counts());
        }
    }

    Optional<Found> find(Options options) {
        String asked = !options.referenceJob.isBlank() ? options.referenceJob : options.targetBranch;
        // Branch API sets it in the builds of a pull request.
        String name = asked.isBlank() ? env.getOrDefault("CHANGE_TARGET", "") : asked.strip();
        Optional<Found> found = Optional.empty();
        if (!name.isBlank()) {
            Job<?, ?> job = beside(name);
            if (job == null) {
                log("There is no job '" + name + "' beside this one to compare with.");
            } else {
                found = among(job.getLastSuccessfulBuild(), options.id);
            }
        }
        if (found.isEmpty() && asked.isBlank()) {
            found = among(run.getPreviousBuild(), options.id);
        }
        found.ifPresent(reference -> log("Compared with " + reference.run().getFullDisplayName() + "."));
        return found;
    }

    /**
     * A job of the same folder or Multibranch project, which knows its jobs by the names of their branches too. Others are
     * out of reach: their findings might be none of the reader's business.
     */
    private Job<?, ?> beside(String name) {
        try {
            Item item = run.getParent().getParent().getItem(name);
            return item instanceof Job<?, ?> job ? job : null;
        } catch (RuntimeException e) { // so Jenkins says that the build's user may know of the job and not read it
            return null;
        }
    }

    private Optional<Found> among(Run<?, ?> latest, String id) {
        Found blocked = null;
        Run<?, ?> candidate = latest;
        for (int i = 0; candidate != null && i < FAR; i++, candidate = candidate.getPreviousBuild()) {
            Optional<PlumblineAction> action = candidate.isBuilding() || candidate.equals(run)
                    ? Optional.empty()
                    : PlumblineAction.of(candidate, id);
            if (action.isEmpty() || (blocked != null && action.get().summary().blocked())) {
                continue;
            }
            try {
                Found found = new Found(candidate, action.get(), action.get().readReport());
                if (!action.get().summary().blocked()) {
                    return Optional.of(found);
                }
                blocked = found;
            } catch (IOException e) {
                log("The report of " + candidate.getFullDisplayName() + " cannot be read: " + e.getMessage());
            }
        }
        return Optional.ofNullable(blocked);
    }

    private void log(String line) {
        listener.getLogger().println("[Plumbline] " + line);
    }
}
