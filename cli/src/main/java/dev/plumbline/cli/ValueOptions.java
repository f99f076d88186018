package dev.plumbline.cli;

import dev.plumbline.iac.Inputs;
import dev.plumbline.rules.configuration.Key;
import dev.plumbline.rules.configuration.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that give variables and parameters their values. */
final class ValueOptions {
    private static final String ENVIRONMENT_PREFIX = "TF_VAR_";

    @Option(
            names = "--var",
            paramLabel = "NAME=VALUE",
            description = "A value for a Terraform variable or a template's parameter. Later ones win.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(names = "--var-file", paramLabel = "FILE", description = "A file of values for Terraform variables.")
    private List<Path> variableFiles = List.of();

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "A parameter file of an ARM or CloudFormation template.")
    private List<Path> parameterFiles = List.of();

    @Option(
            names = "--env-vars",
            description =
                    "Take values for Terraform variables from TF_VAR_NAME in the environment too; all others win.")
    private boolean environmentVariables;

    @Option(names = "--workspace", paramLabel = "NAME", description = "Terraform's workspace.")
    private String workspace = "";

    /** With files resolved against the working directory. */
    Inputs inputs(CommandLine command, Terminal terminal) {
        Path directory = terminal.directory();
        return new Inputs(
                variables,
                existing(variableFiles, command, directory),
                existing(parameterFiles, command, directory),
                environment(terminal),
                workspace);
    }

    /** These options as settings, files resolved against the working directory. */
    Settings add(Settings settings, CommandLine command, Terminal terminal) {
        Inputs inputs = inputs(command, terminal);
        return settings.withOption(Key.VARIABLES, variables.isEmpty() ? null : variables, "--var")
                .withOption(Key.VARIABLE_FILES, variableFiles.isEmpty() ? null : inputs.variableFiles(), "--var-file")
                .withOption(
                        Key.PARAMETER_FILES, parameterFiles.isEmpty() ? null : inputs.parameterFiles(), "--parameters")
                .withOption(Key.WORKSPACE, workspace.isEmpty() ? null : workspace, "--workspace");
    }

    /** The values that the environment gives, if the user wants them. */
    Map<String, String> environment(Terminal terminal) {
        return environmentVariables ? variablesIn(terminal.environment()) : Map.of();
    }

    private static Map<String, String> variablesIn(Map<String, String> environment) {
        Map<String, String> found = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX)) {
                found.put(name.substring(ENVIRONMENT_PREFIX.length()), value);
            }
        });
        return found;
    }

    private static List<Path> existing(List<Path> files, CommandLine command, Path directory) {
        List<Path> resolved = new ArrayList<>();
        for (Path file : files) {
            Path path = directory.resolve(file).normalize();
            if (!Files.isReadable(path)) {
                throw new ParameterException(command, "there is no file " + file + " to read values from");
            }
            resolved.add(path);
        }
        return resolved;
    }
}
