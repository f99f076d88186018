package dev.plumbline.iac;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Values for variables and parameters that the user gave for this scan.
 *
 * @param variables Terraform's {@code -var}: name to value as written, later ones win
 * @param variableFiles Terraform's {@code -var-file}, in order
 * @param parameterFiles parameter files of ARM and CloudFormation, in order
 * @param environment values for Terraform's variables from {@code TF_VAR_NAME}, by name, where the user wants them
 * @param workspace Terraform's workspace; empty where the user names none
 */
public record Inputs(
        Map<String, String> variables,
        List<Path> variableFiles,
        List<Path> parameterFiles,
        Map<String, String> environment,
        String workspace) {

    public static final Inputs NONE = new Inputs(Map.of(), List.of(), List.of());

    public Inputs {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        variableFiles = List.copyOf(variableFiles);
        parameterFiles = List.copyOf(parameterFiles);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        Objects.requireNonNull(workspace, "workspace");
    }

    /** Without anything of Terraform's surroundings. */
    public Inputs(Map<String, String> variables, List<Path> variableFiles, List<Path> parameterFiles) {
        this(variables, variableFiles, parameterFiles, Map.of(), "");
    }
}
