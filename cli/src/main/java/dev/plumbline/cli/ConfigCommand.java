package dev.plumbline.cli;

import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.rules.configuration.Configuration;
import dev.plumbline.rules.configuration.DirectoryConfigurations;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline config}: what holds, and where that is said. */
@Command(
        name = "config",
        sortOptions = false,
        description = {
            "Shows the configuration that holds at a place, and where each value comes from.",
            "",
            "It takes the options of plumbline scan that configuration files have keys for."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:shown", "2:wrong usage", "3:a configuration file has errors"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline config",
            "  plumbline config infra/prod --policy acme.yaml",
            "  plumbline config --json",
        })
final class ConfigCommand implements Callable<Integer>, Debuggable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            description = "A file or directory for which it is asked. By default the working directory.")
    private Path path = Path.of("");

    @Option(names = "--json", description = "The same for tools.")
    private boolean json;

    @Mixin
    private ConfigurationOptions configured;

    @Mixin
    private OutputOptions output;

    ConfigCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public boolean debug() {
        return output.debug();
    }

    @Override
    public Integer call() throws IOException {
        Path place = terminal.directory().resolve(path).normalize();
        if (!Files.exists(place)) {
            throw new ParameterException(spec.commandLine(), "there is no file or directory " + path);
        }
        Path base = BaseDirectory.of(terminal.directory(), List.of(place));
        Configuration ofScan = configured.load(spec.commandLine(), terminal, base, List.of());
        // The files between the base and the place are those that a scan of the place would find there.
        SourceTree tree = SourceTree.open(base, List.of(), List.of());
        DirectoryConfigurations around =
                configured.ofTree() ? DirectoryConfigurations.read(tree, List.of(place)) : DirectoryConfigurations.NONE;
        Configuration there = ofScan.at(place, around);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ConfigurationJson.print(there, out);
        } else {
            new ConfigurationText(there, out).print();
        }
        out.flush();
        return there.hasErrors() ? ExitCode.NOT_ASSESSED : ExitCode.PASSED;
    }
}
