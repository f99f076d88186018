package io.jenkins.plugins.plumbline;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.console.HyperlinkNote;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.ArtifactArchiver;
import io.jenkins.plugins.plumbline.checks.Publishing;
import io.jenkins.plugins.plumbline.checks.PullRequestPublisher;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.gate.GateRule;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.ReportCodec;
import io.jenkins.plugins.plumbline.report.ReportStore;
import io.jenkins.plugins.plumbline.report.RunSummary;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import io.jenkins.plugins.plumbline.scan.OptionException;
import io.jenkins.plugins.plumbline.scan.OptionReader;
import io.jenkins.plugins.plumbline.scan.Options;
import io.jenkins.plugins.plumbline.scan.Reference;
import io.jenkins.plugins.plumbline.scan.ScanOrder;
import io.jenkins.plugins.plumbline.view.StepResult;
import io.jenkins.plugins.plumbline.view.SummaryView;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One check of a build, from its options to its result: what the Pipeline step and the build step do. */
final class Check {
    private static final Logger LOGGER = Logger.getLogger(Check.class.getName());

    private final Run<?, ?> run;
    private final FilePath workspace;
    private final EnvVars env;
    private final Launcher launcher;
    private final TaskListener listener;

    Check(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener) {
        this.run = run;
        this.workspace = workspace;
        this.env = env;
        this.launcher = launcher;
        this.listener = listener;
    }

    /**
     * How a check ended that did not fail the build.
     *
     * @param result what the Pipeline step returns
     */
    record Outcome(GateDecision decision, Map<String, Object> result) {
        /** Why it does not pass, in a line. */
        String message() {
            return Check.message(decision);
        }
    }

    /**
     * Scans, compares, judges, keeps and publishes.
     *
     * @throws AbortException where a gate fails the build, after all is kept and published, or an option cannot be meant
     */
    Outcome perform(Options options, List<GateRule> rules) throws IOException, InterruptedException {
        List<String> reportFiles = checked(options);
        Optional<References.Found> reference = new References(run, env, listener).find(options);
        if (reference.isEmpty() && options.newOnly) {
            log("There is no reference build yet, so no finding counts as new.");
        }
        workspace.mkdirs(); // a build that has not written anything has none yet
        Report report = ReportCodec.read(workspace.act(new PlumblineCallable(
                        new ScanOrder(
                                options,
                                PlumblineConfiguration.get().organisation(),
                                reference
                                        .map(found -> Reference.of(found.reference(), found.report()))
                                        .orElse(null),
                                options.checks == ChecksScope.MODIFIED ? Changes.since(options, env) : ""),
                        listener)))
                .against(reference.map(References.Found::reference).orElse(null));
        GateDecision decision = GateDecision.of(report, options.criticality, rules);
        PlumblineAction action = keep(options, report, decision);
        archive(reportFiles);
        tell(action, report, decision);
        publish(options, action, report, decision, reference);
        if (decision.criticality() == Criticality.FAILURE) {
            throw new AbortException(message(decision));
        }
        if (decision.criticality() == Criticality.UNSTABLE) {
            run.setResult(Result.UNSTABLE);
        }
        return new Outcome(decision, StepResult.of(report, decision, run.getUrl() + action.getUrlName() + "/"));
    }

    /** Finds wrong what need not wait for the agent, and gives the files of the reports. */
    private List<String> checked(Options options) throws AbortException {
        if (PlumblineAction.of(run, options.id).isPresent()) {
            throw new AbortException("Option 'id': this build already has a check '" + options.id
                    + "'; give each check of a build an id of its own.");
        }
        try {
            OptionReader.id(options.id);
            OptionReader.score("scoreDrop", options.scoreDrop);
            return OptionReader.reportFiles(options);
        } catch (OptionException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private PlumblineAction keep(Options options, Report report, GateDecision decision) throws IOException {
        ReportStore.write(run.getRootDir().toPath(), options.id, report);
        PlumblineAction action =
                new PlumblineAction(options.id, options.displayName(), RunSummary.of(report, decision));
        run.addAction(action);
        return action;
    }

    /** Nothing but what this check wrote: the directory may hold files of others. */
    private void archive(List<String> reportFiles) throws IOException, InterruptedException {
        if (reportFiles.isEmpty()) {
            return;
        }
        ArtifactArchiver archiver = new ArtifactArchiver(String.join(",", reportFiles));
        archiver.setAllowEmptyArchive(true);
        archiver.setFollowSymlinks(false);
        archiver.perform(run, workspace, env, launcher, listener);
    }

    private void tell(PlumblineAction action, Report report, GateDecision decision) {
        SummaryView summary = new SummaryView(action.summary());
        log(summary.getScore() + ". " + summary.getFindings() + "."
                + (summary.getChanges().isEmpty() ? "" : " " + summary.getChanges() + "."));
        decision.reasons().forEach(this::log);
        report.gate().warnings().forEach(warning -> log("WARNING: " + warning));
        log("Details: "
                + HyperlinkNote.encodeTo("/" + run.getUrl() + action.getUrlName() + "/", action.getDisplayName()));
    }

    private void publish(
            Options options,
            PlumblineAction action,
            Report report,
            GateDecision decision,
            Optional<References.Found> reference) {
        if (options.checks == ChecksScope.NONE) {
            return;
        }
        Set<String> modified = options.checks == ChecksScope.MODIFIED
                ? Changes.files(run, reference.map(References.Found::run).orElse(null))
                : Set.of();
        Publishing publishing = new Publishing(
                run,
                listener,
                env,
                run.getUrl() + action.getUrlName() + "/",
                options.checksName.isBlank() ? options.displayName() : options.checksName.strip(),
                options.credentialsId,
                report,
                decision,
                options.checks,
                modified);
        for (PullRequestPublisher publisher : ExtensionList.lookup(PullRequestPublisher.class)) {
            try {
                publisher.publish(publishing);
            } catch (RuntimeException | LinkageError e) {
                log("WARNING: the pull request is not told: " + e);
                LOGGER.log(Level.WARNING, "Publishing " + run + " failed", e);
            }
        }
    }

    private void log(String line) {
        listener.getLogger().println("[Plumbline] " + line);
    }

    private static String message(GateDecision decision) {
        return "Plumbline: " + String.join(" ", decision.reasons());
    }
}
