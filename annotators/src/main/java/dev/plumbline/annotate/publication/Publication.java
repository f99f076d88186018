package dev.plumbline.annotate.publication;

import dev.plumbline.annotate.Annotator;
import dev.plumbline.annotate.Channel;
import dev.plumbline.annotate.ConversationAnnotator;
import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.Platform;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.azure.LoggingCommands;
import dev.plumbline.annotate.azure.PullRequestThreads;
import dev.plumbline.annotate.bitbucket.CloudInsights;
import dev.plumbline.annotate.bitbucket.DataCenterInsights;
import dev.plumbline.annotate.ci.Environment;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.github.GitHubApi;
import dev.plumbline.annotate.github.GitHubChecks;
import dev.plumbline.annotate.github.GitHubReview;
import dev.plumbline.annotate.github.WorkflowCommands;
import dev.plumbline.annotate.gitlab.GitLabDiscussions;
import dev.plumbline.annotate.http.Proxies;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.http.Token;
import dev.plumbline.annotate.http.Waiting;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.text.SummaryText;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One report, shown where it belongs: the way from what a build knows to an annotator. Hosts hand it what they have.
 *
 * @param target what is annotated
 * @param wanted by what, or empty for what suits the platform and the token best
 * @param token what the platform knows the build by, where there is one
 * @param log the build's log, as its runner reads it
 */
public record Publication(
        Target target,
        Optional<Channel> wanted,
        Optional<Token> token,
        Proxies proxies,
        Environment environment,
        PrintStream log,
        Waiting waiting) {
    /** GitHub takes a megabyte of a step; the rest is for other steps' sake. */
    private static final int MAX_JOB_SUMMARY = 300_000;
    /** By which a pipeline of Bitbucket's reaches its own repository's reports without a token. */
    private static final Proxies PIPELINES = Proxies.of(new Proxies.Route("localhost", 29418, "", "", List.of()));

    /**
     * Shows the report.
     *
     * @throws RestException where the platform could not be told
     * @throws IllegalArgumentException where something is missing or does not go together; the message says what to give
     */
    public Outcome run(Report report) throws RestException {
        List<String> problems = new ArrayList<>(jobSummary(report));
        Channel channel = wanted.orElseGet(this::best);
        Outcome outcome;
        try {
            outcome = annotator(channel).annotate(report);
        } catch (RestException e) {
            if (!e.isRefused() || wanted.isPresent() || !isLogRead()) {
                throw e;
            }
            // The token of a build of a fork may read only. What it may not say, the log can.
            problems.add(e.getMessage() + "; the log tells the findings instead");
            outcome = annotator(Channel.LOG).annotate(report);
        }
        problems.addAll(outcome.problems());
        return new Outcome(
                outcome.created(),
                outcome.updated(),
                outcome.resolved(),
                outcome.unchanged(),
                outcome.elsewhere(),
                outcome.note(),
                problems);
    }

    private boolean isLogRead() {
        return environment.isGitHubActions() || environment.isAzurePipelines();
    }

    private Channel best() {
        return switch (target.platform()) {
            case BITBUCKET, BITBUCKET_SERVER -> Channel.CHECKS;
            case GITHUB ->
                token.isEmpty() && isLogRead()
                        ? Channel.LOG
                        : target.pullRequest().isPresent() ? Channel.COMMENTS : Channel.CHECKS;
            case GITLAB -> Channel.COMMENTS;
            case AZURE ->
                isLogRead() && (token.isEmpty() || target.pullRequest().isEmpty()) ? Channel.LOG : Channel.COMMENTS;
        };
    }

    private Annotator annotator(Channel channel) throws RestException {
        return switch (channel) {
            case LOG -> commands();
            case COMMENTS -> comments();
            case CHECKS -> checks();
        };
    }

    private Annotator commands() {
        if (environment.isAzurePipelines()) {
            return new LoggingCommands(log);
        }
        if (environment.isGitHubActions()) {
            return new WorkflowCommands(log, readableChange());
        }
        throw new IllegalArgumentException(
                "nothing reads the log for annotations but GitHub Actions and Azure Pipelines");
    }

    /** The lines of the change, where the token may read that much. */
    private Optional<ChangedLines> readableChange() {
        if (token.isEmpty() || target.pullRequest().isEmpty() || target.platform() != Platform.GITHUB) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GitHubApi(target, token.get(), proxies, waiting)
                    .changedLines(target.pullRequest().get()));
        } catch (RestException e) {
            return Optional.empty();
        }
    }

    private Annotator comments() throws RestException {
        if (target.pullRequest().isEmpty()) {
            return report ->
                    Outcome.none("the build is of no " + target.platform().change() + ": there is nothing to annotate");
        }
        Token known = known();
        return switch (target.platform()) {
            case GITHUB ->
                new ConversationAnnotator<>(
                        new GitHubReview(
                                new GitHubApi(target, known, proxies, waiting),
                                target.pullRequest().get()),
                        target.commit());
            case GITLAB ->
                new ConversationAnnotator<>(new GitLabDiscussions(target, known, proxies, waiting), target.commit());
            case AZURE ->
                new ConversationAnnotator<>(new PullRequestThreads(target, known, proxies, waiting), target.commit());
            case BITBUCKET, BITBUCKET_SERVER ->
                throw new IllegalArgumentException(
                        target.platform().title() + " is annotated by checks, not by comments");
        };
    }

    private Annotator checks() throws RestException {
        return switch (target.platform()) {
            case GITHUB -> new GitHubChecks(new GitHubApi(target, known(), proxies, waiting), target);
            case BITBUCKET -> {
                if (token.isEmpty() && environment.isBitbucketPipelines()) {
                    Target local = new Target(
                            target.platform(),
                            URI.create("http://api.bitbucket.org/2.0"),
                            target.repository(),
                            target.pullRequest(),
                            target.commit());
                    yield CloudInsights.annotator(local, null, PIPELINES, waiting);
                }
                yield CloudInsights.annotator(target, known(), proxies, waiting);
            }
            case BITBUCKET_SERVER -> DataCenterInsights.annotator(target, known(), proxies, waiting);
            case GITLAB, AZURE ->
                throw new IllegalArgumentException(
                        target.platform().title() + " is annotated by comments, not by checks");
        };
    }

    private Token known() throws RestException {
        if (token.isEmpty()) {
            String variables = String.join(" or ", target.platform().tokens());
            throw new RestException(
                    401, "there is no token for " + target.platform().title() + ": " + variables + " is not set");
        }
        return token.get();
    }

    /** The page of a job of GitHub's shows what is written to a file. */
    private List<String> jobSummary(Report report) {
        Optional<String> file = environment.get("GITHUB_STEP_SUMMARY");
        if (file.isEmpty() || !environment.isGitHubActions()) {
            return List.of();
        }
        String text = SummaryText.of(report, 0, report.annotations(), MAX_JOB_SUMMARY) + "\n";
        try {
            Files.writeString(
                    Path.of(file.get()),
                    text,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return List.of();
        } catch (IOException e) {
            return List.of("the job's summary cannot be written: " + e);
        }
    }
}
