package dev.plumbline.cli;

import dev.plumbline.annotate.Channel;
import dev.plumbline.annotate.ci.Environment;
import dev.plumbline.annotate.ci.RepositoryRoot;
import dev.plumbline.annotate.ci.Targeting;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.report.ReportReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code plumbline annotate}: shows on a pull request what a report says. */
@Command(
        name = "annotate",
        sortOptions = false,
        description = {
            "Annotates a pull request with the findings of a report: GitHub, GitLab, Azure DevOps, Bitbucket.",
            "Which one, and by which token, is taken from the environment of the build."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the pull request is annotated, or could not be, which is told on standard error",
            "2:wrong usage",
            "3:with --fail-on-publish-error: the pull request could not be annotated, or not with everything"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline scan --report json=plumbline.json; plumbline annotate plumbline.json",
            "  plumbline annotate plumbline.json --as checks",
            "  plumbline annotate plumbline.json --pull-request https://github.com/shop/infra/pull/12",
        })
final class AnnotateCommand implements Callable<Integer>, Debuggable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "REPORT", description = "JSON reports of plumbline scan.")
    private List<Path> reports = List.of();

    @Option(
            names = "--as",
            paramLabel = "CHANNEL",
            converter = ChannelConverter.class,
            description = "By what: comments, checks, or log. By default what suits the platform and the token best.")
    private Channel channel;

    @Option(
            names = "--pull-request",
            paramLabel = "NUMBER|URL",
            description = "Which pull request. Its address says all else too.")
    private String pullRequest;

    @Option(names = "--commit", paramLabel = "ID", description = "Which commit was scanned.")
    private String commit;

    @Option(
            names = "--platform",
            paramLabel = "PLATFORM",
            description = "github, gitlab, azure, bitbucket, or bitbucket-server.")
    private String platform;

    @Option(
            names = "--repository",
            paramLabel = "NAME",
            description = "Which repository: OWNER/NAME; PROJECT/NAME for Azure DevOps.")
    private String repository;

    @Option(names = "--api-url", paramLabel = "URL", description = "Where the platform's REST interface is.")
    private String api;

    @Option(
            names = "--path-prefix",
            paramLabel = "DIR",
            description =
                    "Where the paths of the report lie in the repository. By default where the working directory does.")
    private String prefix;

    @Option(names = "--fail-on-publish-error", description = "End with 3 if the pull request could not be annotated.")
    private boolean failOnPublishError;

    @Mixin
    private OutputOptions output;

    AnnotateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public boolean debug() {
        return output.debug();
    }

    @Override
    public Integer call() {
        boolean published;
        try {
            Environment environment = new Environment(terminal.environment());
            published = new AnnotationRun(terminal, environment)
                    .publish(
                            new Targeting(platform, repository, pullRequest, commit, api).target(environment),
                            channel,
                            report());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return published || !failOnPublishError ? ExitCode.PASSED : ExitCode.NOT_ASSESSED;
    }

    private Report report() {
        String directory = prefix == null ? RepositoryRoot.prefix(terminal.directory()) : prefix;
        List<Report> read = new ArrayList<>();
        for (Path report : reports) {
            try {
                read.add(ReportReader.read(terminal.directory().resolve(report), directory));
            } catch (IOException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
        return Report.of(read);
    }

    /** The name of a channel. */
    static final class ChannelConverter implements ITypeConverter<Channel> {
        @Override
        public Channel convert(String text) {
            return Channel.of(text)
                    .orElseThrow(() -> new TypeConversionException("no channel '" + text + "', only "
                            + Arrays.stream(Channel.values()).map(Channel::id).collect(Collectors.joining(", "))));
        }
    }
}
