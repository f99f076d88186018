package dev.plumbline.maven;

import dev.plumbline.iac.Inputs;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.BaselineFile;
import dev.plumbline.rules.exemption.ExemptionOptions;
import dev.plumbline.rules.posture.Gate;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The goal's parameters as Maven gives them, and their meaning. Each method refuses what cannot be meant, naming the
 * parameter and what it may be.
 *
 * @param base the directory that reported paths are relative to
 * @param inputs what to check, in or below {@code base}
 * @param excludes globs over paths relative to {@code base}
 * @param failOnSeverity a {@link Severity#id()}, or {@code none}
 * @param minScore from 0 to 100, or null
 * @param baseline an earlier report, or null
 * @param newOnly whether only findings that the baseline does not know fail the build
 * @param onlyChanges whether of a Terraform plan only what it changes is assessed
 * @param foreignExemptions whether comments and metadata for other scanners are honoured
 * @param reports ids of report formats
 */
record CheckConfiguration(
        Path base,
        List<Path> inputs,
        List<String> excludes,
        String failOnSeverity,
        Double minScore,
        boolean allowUnassessed,
        Map<String, String> variables,
        List<Path> variableFiles,
        List<Path> parameterFiles,
        List<Path> ruleDirectories,
        Path baseline,
        boolean newOnly,
        boolean onlyChanges,
        boolean foreignExemptions,
        List<String> reports) {

    private static final String NONE = "none";

    ScanRequest request() throws MojoExecutionException {
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
        return ScanRequest.of(base)
                .withInputs(inputs)
                .withExcludes(excludes)
                .withValues(new Inputs(variables, variableFiles, parameterFiles))
                .withRuleDirectories(ruleDirectories)
                .withGate(gate())
                .withBaseline(known())
                .withExemptions(new ExemptionOptions(ExemptionOptions.ofToday().today(), foreignExemptions))
                .withOnlyChanges(onlyChanges);
    }

    /** The formats to write, each once, in a fixed order. */
    Set<ReportFormat> formats() throws MojoExecutionException {
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        for (String id : reports) {
            formats.add(ReportFormat.of(id.strip())
                    .orElseThrow(() -> refused(
                            "reports",
                            "'" + id + "' is not a format",
                            "use " + listed(Arrays.stream(ReportFormat.values()).map(ReportFormat::id)))));
        }
        return formats;
    }

    private Gate gate() throws MojoExecutionException {
        if (minScore != null && !(minScore >= 0 && minScore <= 100)) {
            throw refused("minScore", minScore + " is not a score", "give a number from 0 to 100");
        }
        return Gate.DEFAULT
                .withFailOn(failOn())
                .withMinScore(minScore)
                .withUnassessed(allowUnassessed ? Gate.Response.IGNORE : Gate.Response.FAIL)
                .withNewOnly(newOnly);
    }

    private Baseline known() throws MojoExecutionException {
        if (baseline == null) {
            if (newOnly) {
                throw refused("newOnly", "nothing says what is not new", "name an earlier report with baseline");
            }
            return Baseline.NONE;
        }
        try {
            return BaselineFile.read(baseline);
        } catch (IOException e) {
            throw refused("baseline", e.getMessage(), "name a JSON or SARIF report of an earlier check");
        }
    }

    private Severity failOn() throws MojoExecutionException {
        if (failOnSeverity.equalsIgnoreCase(NONE)) {
            return null;
        }
        return Severity.of(failOnSeverity)
                .orElseThrow(() -> refused(
                        "failOnSeverity",
                        "'" + failOnSeverity + "' is not a severity",
                        "use "
                                + listed(Stream.concat(
                                        Arrays.stream(Severity.values()).map(Severity::id), Stream.of(NONE)))));
    }

    private static void checkGlob(String glob) throws MojoExecutionException {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw refused(
                    "excludes",
                    "'" + glob + "' is not a glob: " + e.getDescription(),
                    "write it like **/sandbox/** or modules/legacy");
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

    private static String listed(Stream<String> ids) {
        List<String> all = ids.toList();
        int last = all.size() - 1;
        return all.subList(0, last).stream().collect(Collectors.joining(", ")) + " or " + all.get(last);
    }

    private static MojoExecutionException refused(String parameter, String fault, String remedy) {
        return new MojoExecutionException(
                "Parameter '%s' (plumbline.%s): %s; %s.".formatted(parameter, parameter, fault, remedy));
    }
}
