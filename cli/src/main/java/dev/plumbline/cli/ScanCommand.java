package dev.plumbline.cli;

import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.ci.Environment;
import dev.plumbline.annotate.ci.RepositoryRoot;
import dev.plumbline.annotate.ci.Targeting;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.report.ReportReader;
import dev.plumbline.git.GitBase;
import dev.plumbline.iac.FrontEnd.Progress;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.PublishOptions.Detail;
import dev.plumbline.publish.ReportFile;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.publish.RuleLinks;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Scanner;
import dev.plumbline.rules.configuration.Configuration;
import dev.plumbline.rules.configuration.Key;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plumbline scan}: options become one request, the result becomes reports and an exit status. */
@Command(
        name = "scan",
        sortOptions = false,
        description = "Assesses the templates in files and directories.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:passed",
            "1:blocked by the gate",
            "2:wrong usage",
            "3:something could not be assessed, or the tool failed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline scan infra --report sarif=target/plumbline.sarif",
            "  plumbline scan infra --var-file prod.tfvars --fail-on medium --min-score 80",
            "  plumbline scan azuredeploy.json --parameters azuredeploy.parameters.json",
            "  terraform show -json plan.out > plan.json && plumbline scan . --only-changes",
            "  plumbline scan --rules policies --exclude '**/test/**'",
            "  plumbline scan --baseline plumbline-baseline.json --new-only",
            "  plumbline scan --base origin/main --new-only",
        })
final class ScanCommand implements Callable<Integer>, Debuggable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScanInputs inputs;

    @Option(
            names = "--report",
            paramLabel = "FORMAT[=FILE]",
            converter = ReportOption.Converter.class,
            description =
                    "A report to write: console, sarif, json, html, markdown, junit, gitlab, sonar or csv; to standard"
                            + " output where no file is given.")
    private List<ReportOption> reports = List.of();

    @Mixin
    private ConfigurationOptions configured;

    @Option(names = "--include-unknown", description = "Report unknown verdicts one by one in SARIF too.")
    private boolean unknowns;

    @Option(
            names = "--rule-docs",
            paramLabel = "URL",
            converter = RuleDocsOption.class,
            description =
                    "Where the pages of docs/rules are published, or an address with {id} in the place of a rule's id:"
                            + " reports link each rule to its page.")
    private RuleLinks ruleDocs = RuleLinks.NONE;

    @Option(
            names = "--annotate",
            description = "Annotate the pull request that the build is of, as plumbline annotate does.")
    private boolean annotate;

    @Option(
            names = "--fail-on-publish-error",
            description = "With --annotate, end with 3 if the scan passed and the pull request could not be annotated.")
    private boolean failOnPublishError;

    @ArgGroup(exclusive = true)
    private Verbosity verbosity;

    @Mixin
    private OutputOptions output;

    /** At most one of the two. */
    static final class Verbosity {
        @Option(
                names = {"-q", "--quiet"},
                description = "Print the gate's verdict and what could not be assessed, no more.")
        private boolean quiet;

        @Option(
                names = {"-v", "--verbose"},
                description = "Print each unknown verdict and each exempted finding too.")
        private boolean verbose;
    }

    ScanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public boolean debug() {
        return output.debug();
    }

    @Override
    public Integer call() throws IOException {
        if (reports.stream().filter(ReportOption::toStandardOutput).count() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "only one report can go to standard output; give the others a file: FORMAT=FILE");
        }
        if (annotate && reports.stream().anyMatch(ReportOption::toStandardOutput)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "with --annotate reports go to files: what is annotated may go by way of the log");
        }
        Target target = annotate ? target() : null;
        Configuration configuration = inputs.load(configured, spec.commandLine(), terminal);
        ScanResult result = scan(request(configuration));
        publish(result, reports(configuration));
        boolean told = target == null || annotate(result, target);
        int status = ExitCode.of(result.gate().status());
        return status == ExitCode.PASSED && !told && failOnPublishError ? ExitCode.NOT_ASSESSED : status;
    }

    private ScanRequest request(Configuration configuration) {
        return inputs.narrow(configured.request(configuration, spec.commandLine(), terminal));
    }

    /** Those that the options ask for; otherwise those of the configuration. */
    private List<ReportOption> reports(Configuration configuration) {
        if (!reports.isEmpty()) {
            return reports;
        }
        List<ReportOption> configured = new ArrayList<>();
        configuration
                .effective()
                .value(Key.REPORTS)
                .orElseThrow()
                .forEach((format, file) ->
                        configured.add(new ReportOption(ReportFormat.of(format).orElseThrow(), file)));
        return configured;
    }

    private ScanResult scan(ScanRequest request) throws IOException {
        if (!terminal.watched() || verbosity != null && verbosity.quiet) {
            return scan(request, Progress.NONE);
        }
        try (ProgressLine progress = new ProgressLine(terminal)) {
            return scan(request, progress);
        }
    }

    private ScanResult scan(ScanRequest request, Progress progress) throws IOException {
        Optional<String> revision = configured.base();
        try (GitBase base = revision.isPresent() ? base(request, revision.get()) : null) {
            return base == null ? Scanner.scan(request, progress) : Scanner.scan(request, progress, base);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private GitBase base(ScanRequest request, String revision) {
        try {
            return GitBase.of(request.base(), revision);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "--base: " + e.getMessage(), e);
        }
    }

    private Target target() {
        try {
            return Targeting.NONE.target(new Environment(terminal.environment()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--annotate: " + e.getMessage(), e);
        }
    }

    /** What is annotated is what the JSON report says, so that one scan annotates as two steps would. */
    private boolean annotate(ScanResult result, Target target) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ReportFormat.JSON.publisher().publish(result, options(false), json);
        Report report = ReportReader.read(
                new ByteArrayInputStream(json.toByteArray()), "of this scan", RepositoryRoot.prefix(result.base()));
        return new AnnotationRun(terminal, new Environment(terminal.environment())).publish(target, null, report);
    }

    /** Whoever sends a report for machines to standard output still gets one to read, on standard error. */
    private void publish(ScanResult result, List<ReportOption> wanted) throws IOException {
        boolean outTaken = false;
        boolean consoleWanted = true;
        for (ReportOption report : wanted) {
            consoleWanted &= report.format() != ReportFormat.CONSOLE;
            if (!report.toStandardOutput()) {
                write(result, report);
            } else {
                print(result, report.format(), terminal.out(), output.colors(terminal, terminal.shown()));
                outTaken = true;
            }
        }
        if (consoleWanted) {
            PrintStream stream = outTaken ? terminal.err() : terminal.out();
            boolean shown = outTaken ? terminal.watched() : terminal.shown();
            print(result, ReportFormat.CONSOLE, stream, output.colors(terminal, shown));
        }
    }

    private void write(ScanResult result, ReportOption report) throws IOException {
        Path file = terminal.directory().resolve(report.file()).normalize();
        try {
            new ReportFile(report.format(), file).write(result, options(false));
        } catch (IOException e) {
            throw new IOException("the report " + report.file() + " cannot be written: " + e, e);
        }
    }

    private void print(ScanResult result, ReportFormat format, PrintStream stream, boolean color) throws IOException {
        OutputStream out = new BufferedOutputStream(stream);
        format.publisher().publish(result, options(color), out);
        out.flush();
    }

    private PublishOptions options(boolean color) {
        Detail detail = verbosity == null ? Detail.NORMAL : verbosity.quiet ? Detail.QUIET : Detail.VERBOSE;
        return new PublishOptions(color, terminal.charset(), terminal.width(), detail, unknowns, ruleDocs);
    }
}
