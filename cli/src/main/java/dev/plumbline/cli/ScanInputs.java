package dev.plumbline.cli;

import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.configuration.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What a command is asked to scan. */
final class ScanInputs {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files and directories to scan. By default the working directory.")
    private List<Path> paths = List.of();

    /** The configuration that holds for them. */
    Configuration load(ConfigurationOptions options, CommandLine command, Terminal terminal) throws IOException {
        List<Path> inputs = new ArrayList<>();
        for (Path path : paths) {
            Path input = terminal.directory().resolve(path).normalize();
            if (!Files.exists(input)) {
                throw new ParameterException(command, "there is no file or directory " + path);
            }
            inputs.add(input);
        }
        Path base = inputs.isEmpty() ? terminal.directory() : BaseDirectory.of(terminal.directory(), inputs);
        return options.load(command, terminal, base, inputs);
    }

    /** Says in the request whether they are but a part of what lies in the base directory. */
    ScanRequest narrow(ScanRequest request) {
        return request.withPartial(!paths.isEmpty() && !request.inputs().contains(request.base()));
    }
}
