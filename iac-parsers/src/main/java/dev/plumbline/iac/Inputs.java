package dev.plumbline.iac;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Values for variables and parameters that the user gave for this scan.
 *
 * @param variables Terraform's {@code -var}: name to value as written, later ones win
 * @param variableFiles Terraform's {@code -var-file}, in order
 * @param parameterFiles parameter files of ARM and CloudFormation, in order
 * @param environment values for Terraform's variables from {@code TF_VAR_NAME}, by name, where the user wants them
 * @param workspace Terraform's workspace; empty where the user names none
 * @param roots values for what is below a path only: a root module, a template, a directory, relative to the scan's base
 *     with {@code /} as separator. They count before those above, and those of an inner path before those of an outer one
 * @param overriding values that count before all others, or null
 */
public record Inputs(
        Map<String, String> variables,
        List<Path> variableFiles,
        List<Path> parameterFiles,
        Map<String, String> environment,
        String workspace,
        Map<String, Inputs> roots,
        Inputs overriding) {

    public static final Inputs NONE = new Inputs(Map.of(), List.of(), List.of());

    public Inputs {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        variableFiles = List.copyOf(variableFiles);
        parameterFiles = List.copyOf(parameterFiles);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        Objects.requireNonNull(workspace, "workspace");
        roots = Collections.unmodifiableMap(new TreeMap<>(roots));
    }

    /** The same everywhere. */
    public Inputs(
            Map<String, String> variables,
            List<Path> variableFiles,
            List<Path> parameterFiles,
            Map<String, String> environment,
            String workspace) {
        this(variables, variableFiles, parameterFiles, environment, workspace, Map.of(), null);
    }

    /** Without anything of Terraform's surroundings. */
    public Inputs(Map<String, String> variables, List<Path> variableFiles, List<Path> parameterFiles) {
        this(variables, variableFiles, parameterFiles, Map.of(), "");
    }

    /** These, and values for what is below some paths, which count before those of the same paths here. */
    public Inputs withRoots(Map<String, Inputs> more) {
        Map<String, Inputs> all = new TreeMap<>(roots);
        more.forEach((path, values) -> all.merge(path, values, Inputs::under));
        return new Inputs(variables, variableFiles, parameterFiles, environment, workspace, all, overriding);
    }

    /** These, with values for Terraform's variables from the environment. */
    public Inputs withEnvironment(Map<String, String> values) {
        return new Inputs(variables, variableFiles, parameterFiles, values, workspace, roots, overriding);
    }

    /** These, with values that count before all others. */
    public Inputs withOverriding(Inputs values) {
        return new Inputs(variables, variableFiles, parameterFiles, environment, workspace, roots, values);
    }

    /** The values for the root module or template at a path. */
    public Inputs at(String path) {
        if (roots.isEmpty() && overriding == null) {
            return this;
        }
        Inputs all = new Inputs(variables, variableFiles, parameterFiles, environment, workspace);
        for (Map.Entry<String, Inputs> root : roots.entrySet()) {
            String outer = root.getKey();
            if (outer.isEmpty() || path.equals(outer) || path.startsWith(outer + "/")) {
                all = all.under(root.getValue());
            }
        }
        return overriding == null ? all : all.under(overriding);
    }

    private Inputs under(Inputs inner) {
        Map<String, String> values = new LinkedHashMap<>(variables);
        values.putAll(inner.variables);
        Map<String, String> fromEnvironment = new TreeMap<>(environment);
        fromEnvironment.putAll(inner.environment);
        return new Inputs(
                values,
                joined(variableFiles, inner.variableFiles),
                joined(parameterFiles, inner.parameterFiles),
                fromEnvironment,
                inner.workspace.isEmpty() ? workspace : inner.workspace);
    }

    private static List<Path> joined(List<Path> first, List<Path> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
