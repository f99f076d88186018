package dev.plumbline.maven;

import dev.plumbline.annotate.Channel;
import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.ci.Environment;
import dev.plumbline.annotate.ci.RepositoryRoot;
import dev.plumbline.annotate.ci.Targeting;
import dev.plumbline.annotate.ci.Tokens;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.http.Token;
import dev.plumbline.annotate.http.Waiting;
import dev.plumbline.annotate.publication.Publication;
import dev.plumbline.annotate.publication.Warning;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.report.ReportReader;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.publish.text.Neutral;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Annotates a pull request with the findings that the goal {@code check} has reported, of all modules of the build: on
 * GitHub, GitLab, Azure DevOps or Bitbucket. Which pull request is taken from the environment of the build, the token
 * from there too or from Maven's settings. It is a build of its own, since a check that fails ends the one that it is
 * part of.
 */
@Mojo(name = "annotate", aggregator = true, inheritByDefault = false, requiresProject = false, threadSafe = true)
public final class AnnotateMojo extends AbstractMojo {

    /** Whether to annotate nothing. */
    @Parameter(property = "plumbline.annotate.skip", defaultValue = "false")
    private boolean skip;

    /** The JSON reports. By default those that {@code check} has written, of all modules. */
    @Parameter(property = "plumbline.annotate.reports")
    private List<File> reports;

    /** By what: comments, checks, or log. By default what suits the platform and the token best. */
    @Parameter(property = "plumbline.annotate.as")
    private String as;

    /** The number of the pull request, or its address, which says all else too. By default that of the build. */
    @Parameter(property = "plumbline.annotate.pullRequest")
    private String pullRequest;

    /** The commit that was checked. By default that of the build. */
    @Parameter(property = "plumbline.annotate.commit")
    private String commit;

    /** github, gitlab, azure, bitbucket, or bitbucket-server. By default where the build runs. */
    @Parameter(property = "plumbline.annotate.platform")
    private String platform;

    /** The repository: OWNER/NAME, for Azure DevOps PROJECT/NAME. By default that of the build. */
    @Parameter(property = "plumbline.annotate.repository")
    private String repository;

    /** Where the platform's REST interface is. By default that of the build. */
    @Parameter(property = "plumbline.annotate.apiUrl")
    private String apiUrl;

    /** Where the paths of the reports lie in the repository. By default where the root of the build does. */
    @Parameter(property = "plumbline.annotate.pathPrefix")
    private String pathPrefix;

    /** The server in Maven's settings whose password is the token. By default the token is taken from the environment. */
    @Parameter(property = "plumbline.annotate.serverId")
    private String serverId;

    /** Whether to fail the build if the pull request could not be annotated. */
    @Parameter(property = "plumbline.annotate.failOnPublishError", defaultValue = "false")
    private boolean failOnPublishError;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private SettingsDecrypter decrypter;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Annotating is skipped (plumbline.annotate.skip)");
            return;
        }
        List<Path> files = files();
        if (files.isEmpty()) {
            getLog().info("There is no report to annotate with: the goal check writes one (plumbline.reports=json)");
            return;
        }
        try {
            Environment environment = new Environment(System.getenv());
            publish(files, environment);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("The pull request cannot be annotated: " + e.getMessage(), e);
        }
    }

    private void publish(List<Path> files, Environment environment) throws MojoExecutionException {
        Target target = new Targeting(platform, repository, pullRequest, commit, apiUrl).target(environment);
        BuildSettings settings = new BuildSettings(session.getSettings(), decrypter);
        Optional<Token> token =
                serverId == null ? Tokens.of(environment, target.platform()) : Optional.of(settings.token(serverId));
        Publication publication = new Publication(
                target,
                channel(),
                token,
                settings.proxies(environment),
                environment,
                // Where the build's runner reads commands, which have to stand at the start of a line.
                System.out,
                Waiting.real());
        List<String> problems = new ArrayList<>();
        try {
            Outcome outcome = publication.run(report(files));
            getLog().info(Neutral.line(
                    target.text() + ": " + (outcome.note().isEmpty() ? outcome.text() : outcome.note())));
            problems.addAll(outcome.problems());
        } catch (RestException e) {
            problems.add(target.text() + " is not annotated: " + e.getMessage());
        }
        for (String problem : problems) {
            getLog().warn(Neutral.inert(Neutral.line(problem)));
            Warning.line(environment, problem).ifPresent(System.out::println);
        }
        if (failOnPublishError && !problems.isEmpty()) {
            throw new MojoExecutionException(Neutral.line(problems.get(0)));
        }
    }

    private Optional<Channel> channel() {
        return as == null
                ? Optional.empty()
                : Optional.of(Channel.of(as)
                        .orElseThrow(() -> new IllegalArgumentException("Parameter 'as' (plumbline.annotate.as): '" + as
                                + "' is none of comments, checks, log")));
    }

    private List<Path> files() {
        if (reports != null && !reports.isEmpty()) {
            return reports.stream().map(File::toPath).toList();
        }
        List<Path> files = new ArrayList<>();
        for (MavenProject project : session.getProjects()) {
            Path build = project.getBasedir() == null
                    ? Path.of(session.getExecutionRootDirectory(), "target")
                    : Path.of(project.getBuild().getDirectory());
            Path report = build.resolve("plumbline").resolve(ReportFormat.JSON.fileName());
            if (Files.exists(report)) {
                files.add(report);
            }
        }
        return files;
    }

    private Report report(List<Path> files) throws MojoExecutionException {
        File root = session.getRequest().getMultiModuleProjectDirectory();
        Path base = root == null ? Path.of(session.getExecutionRootDirectory()) : root.toPath();
        String prefix = pathPrefix == null ? RepositoryRoot.prefix(base) : pathPrefix;
        List<Report> read = new ArrayList<>();
        for (Path file : files) {
            try {
                read.add(ReportReader.read(file, prefix));
            } catch (IOException e) {
                throw new MojoExecutionException(
                        "Parameter 'reports' (plumbline.annotate.reports): " + e.getMessage(), e);
            }
        }
        return Report.of(read);
    }
}
