package dev.plumbline.cli;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Scanner;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.BaselineFile;
import dev.plumbline.rules.comparison.Comparison;
import dev.plumbline.rules.configuration.Configuration;
import dev.plumbline.rules.configuration.Key;
import dev.plumbline.rules.posture.Gate.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plumbline baseline}: a scan whose findings become the accepted ones. */
@Command(
        name = "baseline",
        sortOptions = false,
        description = {
            "Accepts the findings of today: writes them to a file that plumbline scan --baseline compares with.",
            "",
            "It takes the options of plumbline scan. What the gate would say does not matter."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:written",
            "2:wrong usage",
            "3:written, but something could not be assessed; or the tool failed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline baseline",
            "  plumbline baseline infra --output infra/accepted.json",
            "  plumbline scan --baseline plumbline-baseline.json --new-only",
        })
final class BaselineCommand implements Callable<Integer>, Debuggable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScanInputs inputs;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = {
                "The file to write, and to bring up to date where there is one. By default that of --baseline or of"
                        + " plumbline.yaml, or else " + BaselineFile.NAME + "."
            })
    private Path output;

    @Mixin
    private ConfigurationOptions configured;

    @Mixin
    private OutputOptions display;

    BaselineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public boolean debug() {
        return display.debug();
    }

    @Override
    public Integer call() throws IOException {
        if (configured.base().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--base compares with git; a baseline is of the files as they are");
        }
        Configuration configuration = inputs.load(configured, spec.commandLine(), terminal);
        Path named = configuration
                .effective()
                .value(Key.BASELINE)
                .orElse(terminal.directory().resolve(BaselineFile.NAME));
        Path file =
                output == null ? named : terminal.directory().resolve(output).normalize();
        Baseline before = Files.exists(file) ? read(file) : Files.exists(named) ? read(named) : Baseline.NONE;
        ScanRequest request = configured.requestWithoutBaseline(configuration, terminal);
        ScanResult result = scan(inputs.narrow(request.withBaseline(before)));
        BaselineFile.write(file, Baseline.after(file.getFileName().toString(), result));
        tell(file, result);
        boolean unassessed = result.diagnostics().stream()
                .anyMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR);
        return unassessed && request.gate().unassessed() == Response.FAIL ? ExitCode.NOT_ASSESSED : ExitCode.PASSED;
    }

    private Baseline read(Path file) {
        try {
            return BaselineFile.read(file);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), e.getMessage() + " (remove the file first to start afresh)", e);
        }
    }

    private ScanResult scan(ScanRequest request) throws IOException {
        try {
            return Scanner.scan(request);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void tell(Path file, ScanResult result) {
        Path working = terminal.directory();
        Comparison comparison = result.comparison();
        long accepted = result.findings(Verdict.FAIL).count();
        long added = result.findings(Verdict.FAIL)
                .filter(finding -> !comparison.accepts(finding))
                .count();
        terminal.out()
                .printf(
                        "%s: %d accepted, %d of them new; %d resolved%n",
                        file.startsWith(working) ? working.relativize(file) : file,
                        accepted + comparison.unseen().size(),
                        added,
                        comparison.resolved().size());
        result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .forEach(diagnostic ->
                        terminal.err().println(Neutral.line(diagnostic.range() + ": " + diagnostic.summary())));
        terminal.out().flush();
    }
}
