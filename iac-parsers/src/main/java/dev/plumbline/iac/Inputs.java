package dev.plumbline.iac;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values for variables and parameters that the user gave for this scan.
 *
 * @param variables Terraform's {@code -var}: name to value as written, later ones win
 * @param variableFiles Terraform's {@code -var-file}, in order
 * @param parameterFiles parameter files of ARM and CloudFormation, in order
 */
public record Inputs(Map<String, String> variables, List<Path> variableFiles, List<Path> parameterFiles) {

    public static final Inputs NONE = new Inputs(Map.of(), List.of(), List.of());

    public Inputs {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        variableFiles = List.copyOf(variableFiles);
        parameterFiles = List.copyOf(parameterFiles);
    }
}
