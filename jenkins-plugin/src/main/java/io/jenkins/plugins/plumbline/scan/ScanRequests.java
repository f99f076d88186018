package io.jenkins.plugins.plumbline.scan;

import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.configuration.Configuration;
import dev.plumbline.rules.configuration.Key;
import dev.plumbline.rules.configuration.PolicyFile;
import dev.plumbline.rules.configuration.Settings;
import dev.plumbline.rules.exemption.ExemptionOptions;
import dev.plumbline.rules.posture.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes the scanner's request of a job's options, where the workspace is. What they leave open, the {@code plumbline.yaml}
 * of the workspace says, and then the administrator.
 */
final class ScanRequests {
    private final Options options;
    private final Path workspace;

    private ScanRequests(Options options, Path workspace) {
        this.options = options;
        this.workspace = workspace;
    }

    /**
     * The scan that is asked for.
     *
     * @throws OptionException where an option cannot be meant, or names what is not in the workspace
     * @throws IOException where the workspace cannot be read
     */
    static ScanRequest of(ScanOrder order, Path workspace) throws OptionException, IOException {
        ScanRequests requests = new ScanRequests(order.options(), workspace);
        List<PolicyFile> policies = order.organisation().files();
        policies.addAll(requests.policies());
        Configuration configuration = Configuration.load(workspace, policies, true, requests.settings());
        return configuration
                .request()
                .withBaseline(
                        order.reference() == null
                                ? Baseline.NONE
                                : order.reference().baseline())
                .withExemptions(new ExemptionOptions(
                        ExemptionOptions.ofToday().today(),
                        configuration.effective().value(Key.FOREIGN_EXEMPTIONS).orElseThrow()));
    }

    private Settings settings() throws OptionException {
        Map<String, String> variables = OptionReader.variables(options.variables);
        return Settings.NONE
                .withOption(
                        Key.INPUTS,
                        all("inputs", options.inputs, Files::exists, "name files or directories of the workspace"),
                        "inputs")
                .withOption(Key.EXCLUDE, excludes(), "excludes")
                .withOption(Key.VARIABLES, variables.isEmpty() ? null : variables, "variables")
                .withOption(
                        Key.VARIABLE_FILES,
                        files("variableFiles", options.variableFiles, "name files of Terraform variables"),
                        "variableFiles")
                .withOption(
                        Key.PARAMETER_FILES,
                        files("parameterFiles", options.parameterFiles, "name files of parameters"),
                        "parameterFiles")
                .withOption(
                        Key.RULE_DIRECTORIES,
                        all(
                                "ruleDirectories",
                                options.ruleDirectories,
                                Files::isDirectory,
                                "name directories of rule files"),
                        "ruleDirectories")
                .withOption(Key.FAIL_ON, failOn(), "failOn")
                .withOption(Key.MIN_SCORE, OptionReader.score("minScore", options.minScore), "minScore")
                .withOption(Key.MAX_SCORE_DROP, OptionReader.score("scoreDrop", options.scoreDrop), "scoreDrop")
                .withOption(Key.NEW_ONLY, options.newOnly ? true : null, "newOnly")
                .withOption(Key.UNASSESSED, options.allowUnassessed ? Gate.Response.IGNORE : null, "allowUnassessed")
                .withOption(Key.ONLY_CHANGES, options.onlyChanges ? true : null, "onlyChanges")
                .withOption(Key.FOREIGN_EXEMPTIONS, options.foreignExemptions ? null : false, "foreignExemptions");
    }

    /** Null where the job says nothing. */
    private Optional<Severity> failOn() throws OptionException {
        return options.failOn.isBlank() ? null : Optional.ofNullable(OptionReader.failOn(options.failOn));
    }

    /** Reports of an earlier build in the same workspace are not scanned. */
    private List<String> excludes() throws OptionException {
        List<String> globs = new ArrayList<>(OptionReader.globs(options.excludes));
        if (!OptionReader.items(options.reports).isEmpty()) {
            globs.add(OptionReader.reportDirectory(options.reportDirectory)
                    .replace("[", "\\[")
                    .replace("]", "\\]")
                    .replace("{", "\\{")
                    .replace("}", "\\}"));
        }
        return globs.isEmpty() ? null : globs;
    }

    private List<PolicyFile> policies() throws OptionException {
        List<PolicyFile> policies = new ArrayList<>();
        for (String item : OptionReader.items(options.policy)) {
            try {
                policies.addAll(PolicyFile.read(
                        within("policy", item, Files::exists, "name a policy of the workspace"), workspace));
            } catch (IOException e) {
                throw new OptionException("policy", e.getMessage(), "name a file or a directory of YAML files");
            }
        }
        return policies;
    }

    private List<Path> files(String option, String text, String remedy) throws OptionException {
        return all(option, text, Files::isRegularFile, remedy);
    }

    /** Null where the text names nothing. */
    private List<Path> all(String option, String text, Predicate<Path> kind, String remedy) throws OptionException {
        List<Path> paths = new ArrayList<>();
        for (String item : OptionReader.items(text)) {
            paths.add(within(option, item, kind, remedy));
        }
        return paths.isEmpty() ? null : paths;
    }

    /** No option reaches out of the workspace, by name or by a symbolic link. */
    private Path within(String option, String item, Predicate<Path> kind, String remedy) throws OptionException {
        try {
            Path path = workspace.resolve(item).normalize();
            if (!path.startsWith(workspace)
                    || (Files.exists(path) && !path.toRealPath().startsWith(workspace.toRealPath()))) {
                throw new OptionException(option, "'" + item + "' is outside of the workspace", remedy);
            }
            if (!kind.test(path)) {
                throw new OptionException(
                        option,
                        "'" + item + "' " + (Files.exists(path) ? "is of another kind" : "does not exist"),
                        remedy);
            }
            return path;
        } catch (InvalidPathException | IOException e) {
            throw new OptionException(option, "'" + item + "' cannot be read: " + e.getMessage(), remedy);
        }
    }
}
