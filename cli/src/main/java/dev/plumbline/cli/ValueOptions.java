package dev.plumbline.cli;

import dev.plumbline.iac.Inputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that give variables and parameters their values. */
final class ValueOptions {
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

    /** With files resolved against the working directory. */
    Inputs inputs(CommandLine command, Path directory) {
        return new Inputs(
                variables, existing(variableFiles, command, directory), existing(parameterFiles, command, directory));
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
