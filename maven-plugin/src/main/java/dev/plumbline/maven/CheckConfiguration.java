package dev.plumbline.maven;

import static dev.plumbline.maven.Refusals.listed;
import static dev.plumbline.maven.Refusals.refused;

import dev.plumbline.iac.source.Glob;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.BaselineFile;
import dev.plumbline.rules.configuration.Configuration;
import dev.plumbline.rules.configuration.Key;
import dev.plumbline.rules.configuration.PolicyFile;
import dev.plumbline.rules.configuration.Settings;
import dev.plumbline.rules.configuration.Source;
import dev.plumbline.rules.exemption.ExemptionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The goal's parameters as Maven gives them, and their meaning together with that of configuration files. Each method
 * refuses what cannot be meant, naming the parameter and what it may be.
 *
 * @param base the directory that reported paths are relative to
 * @param project the project's directory: what is assessed where nothing else says
 * @param inputs what to assess, in or below {@code base}; empty where Maven gives none
 * @param excludes globs over paths relative to {@code base}
 * @param othersWork globs of what other modules assess, and of build results
 * @param policies an organisation's policy
 * @param configurationFiles whether {@code plumbline.yaml} files count
 * @param partial whether other modules assess a part of what is below {@code base}
 * @param onlyChanges whether of a Terraform plan only what it changes is assessed, or null
 * @param foreignExemptions whether comments and metadata for other scanners are honoured, or null
 * @param reports ids of report formats; empty where Maven gives none
 */
record CheckConfiguration(
        Path base,
        Path project,
        List<Path> inputs,
        List<String> excludes,
        List<String> othersWork,
        GateParameters gate,
        Map<String, String> variables,
        List<Path> variableFiles,
        List<Path> parameterFiles,
        List<Path> ruleDirectories,
        List<PolicyFile> policies,
        boolean configurationFiles,
        boolean partial,
        Boolean onlyChanges,
        Boolean foreignExemptions,
        List<String> reports) {

    private static final Set<ReportFormat> DEFAULT_FORMATS = EnumSet.of(ReportFormat.SARIF, ReportFormat.JSON);

    ScanRequest request() throws MojoExecutionException {
        Configuration configuration = load();
        return request(configuration).withBaseline(known(configuration));
    }

    /** The same request, which compares with nothing. */
    ScanRequest requestWithoutBaseline() throws MojoExecutionException {
        return request(load());
    }

    /** The file of what is known, whether there is one or not. */
    Optional<Path> baseline() throws MojoExecutionException {
        return load().effective().value(Key.BASELINE);
    }

    private ScanRequest request(Configuration configuration) throws MojoExecutionException {
        boolean foreign =
                configuration.effective().value(Key.FOREIGN_EXEMPTIONS).orElseThrow();
        ScanRequest request = configuration
                .request()
                .withInputs(inputs(configuration))
                .withExemptions(new ExemptionOptions(ExemptionOptions.ofToday().today(), foreign))
                .withPartial(partial);
        List<String> all = new ArrayList<>(request.excludes());
        all.addAll(othersWork);
        return request.withExcludes(all);
    }

    /** The formats to write, each once, in a fixed order: of a configuration file only these count, and not the files. */
    Set<ReportFormat> formats() throws MojoExecutionException {
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        if (reports.isEmpty()) {
            load().effective().value(Key.REPORTS).orElseThrow().keySet().forEach(id -> ReportFormat.of(id)
                    .ifPresent(formats::add));
            return formats.isEmpty() ? DEFAULT_FORMATS : formats;
        }
        for (String id : reports) {
            formats.add(ReportFormat.of(id.strip())
                    .orElseThrow(() -> refused(
                            "reports",
                            "'" + id + "' is not a format",
                            "use " + listed(Arrays.stream(ReportFormat.values()).map(ReportFormat::id)))));
        }
        return formats;
    }

    private Configuration load() throws MojoExecutionException {
        try {
            return Configuration.load(base, policies, configurationFiles, settings());
        } catch (IOException e) {
            throw new MojoExecutionException("The configuration cannot be read: " + e, e);
        }
    }

    private Settings settings() throws MojoExecutionException {
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                throw refused("inputs", input + " does not exist", "name files or directories to check");
            }
            if (!input.startsWith(base)) {
                throw refused("inputs", input + " is outside of " + base, "set baseDirectory to a directory above it");
            }
        }
        for (String exclude : excludes) {
            checkGlob(exclude);
        }
        checkAll("variableFiles", variableFiles, Files::isRegularFile, "name a file of Terraform variables");
        checkAll(
                "parameterFiles",
                parameterFiles,
                Files::isRegularFile,
                "name a file of ARM or CloudFormation parameters");
        checkAll("ruleDirectories", ruleDirectories, Files::isDirectory, "name a directory of rule files");
        Settings settings = Settings.NONE
                .withOption(Key.INPUTS, given(inputs), "inputs")
                .withOption(Key.EXCLUDE, given(excludes), "excludes")
                .withOption(Key.VARIABLES, variables.isEmpty() ? null : variables, "variables")
                .withOption(Key.VARIABLE_FILES, given(variableFiles), "variableFiles")
                .withOption(Key.PARAMETER_FILES, given(parameterFiles), "parameterFiles")
                .withOption(Key.RULE_DIRECTORIES, given(ruleDirectories), "ruleDirectories")
                .withOption(Key.ONLY_CHANGES, onlyChanges, "onlyChanges")
                .withOption(Key.FOREIGN_EXEMPTIONS, foreignExemptions, "foreignExemptions");
        return gate.add(settings);
    }

    private static <C extends Collection<?>> C given(C values) {
        return values.isEmpty() ? null : values;
    }

    /** What a file says is of the whole build; of that the project's part is assessed, unless the POM says otherwise. */
    private List<Path> inputs(Configuration configuration) {
        if (!inputs.isEmpty()) {
            return inputs;
        }
        boolean said = configuration.effective().parts(Key.INPUTS).stream()
                .anyMatch(part -> part.source().kind() != Source.Kind.DEFAULT);
        if (!said) {
            return List.of(project);
        }
        List<Path> own = new ArrayList<>();
        for (Path input : configuration.effective().value(Key.INPUTS).orElse(List.of())) {
            if (input.startsWith(project)) {
                own.add(input);
            } else if (project.startsWith(input)) {
                own.add(project);
            }
        }
        return own.stream().distinct().toList();
    }

    private Baseline known(Configuration configuration) throws MojoExecutionException {
        Optional<Path> file = configuration.effective().value(Key.BASELINE);
        if (file.isEmpty()) {
            if (gate.base() == null
                    && configuration.effective().value(Key.NEW_ONLY).orElseThrow()) {
                throw refused(
                        "newOnly",
                        "nothing says what is not new",
                        "name a file with baseline, or a revision with base");
            }
            return Baseline.NONE;
        }
        try {
            return BaselineFile.read(file.get());
        } catch (IOException e) {
            throw refused(
                    "baseline", e.getMessage(), "name what the goal baseline wrote, or a report of an earlier check");
        }
    }

    private static void checkGlob(String glob) throws MojoExecutionException {
        try {
            Glob.of(glob);
        } catch (IllegalArgumentException e) {
            throw refused("excludes", e.getMessage(), "write it like **/sandbox/** or modules/legacy");
        }
    }

    private interface Kind {
        boolean holds(Path path);
    }

    private static void checkAll(String parameter, List<Path> paths, Kind kind, String remedy)
            throws MojoExecutionException {
        for (Path path : paths) {
            if (!kind.holds(path)) {
                throw refused(
                        parameter, path + (Files.exists(path) ? " is of another kind" : " does not exist"), remedy);
            }
        }
    }
}
