package dev.plumbline.maven;

import static dev.plumbline.maven.Refusals.listed;
import static dev.plumbline.maven.Refusals.refused;

import dev.plumbline.rules.Severity;
import dev.plumbline.rules.configuration.Key;
import dev.plumbline.rules.configuration.Settings;
import dev.plumbline.rules.posture.Gate.Response;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The goal's parameters that say when the build fails; null where Maven gives none.
 *
 * @param failOnSeverity a {@link Severity#id()}, or {@code none}
 * @param minScore from 0 to 100
 * @param maxScoreDrop from 0 to 100
 * @param maxFindings numbers by {@link Severity#id()}
 * @param unknown a {@link Response#id()}, as the two that follow
 * @param allowUnassessed the same as to ignore what is unassessed
 * @param baseline an earlier report
 * @param base the git revision to compare with, or null
 * @param newOnly whether only findings that the baseline or the base does not know fail the build
 */
record GateParameters(
        String failOnSeverity,
        Double minScore,
        Double maxScoreDrop,
        Map<String, String> maxFindings,
        String unknown,
        String unassessed,
        String unusedExemptions,
        Boolean allowUnassessed,
        Path baseline,
        String base,
        Boolean newOnly) {

    private static final String NONE = "none";

    Settings add(Settings settings) throws MojoExecutionException {
        return settings.withOption(Key.FAIL_ON, failOn(), "failOnSeverity")
                .withOption(Key.MIN_SCORE, points("minScore", minScore, "is not a score"), "minScore")
                .withOption(
                        Key.MAX_SCORE_DROP,
                        points("maxScoreDrop", maxScoreDrop, "is not a number of points"),
                        "maxScoreDrop")
                .withOption(Key.MAX_FINDINGS, numbers(), "maxFindings")
                .withOption(Key.UNKNOWN, response("unknown", unknown), "unknown")
                .withOption(
                        Key.UNASSESSED,
                        allowUnassessed == null ? null : allowUnassessed ? Response.IGNORE : Response.FAIL,
                        "allowUnassessed")
                .withOption(Key.UNASSESSED, response("unassessed", unassessed), "unassessed")
                .withOption(Key.UNUSED_EXEMPTIONS, response("unusedExemptions", unusedExemptions), "unusedExemptions")
                .withOption(Key.BASELINE, baseline, "baseline")
                .withOption(Key.NEW_ONLY, newOnly, "newOnly");
    }

    private Optional<Severity> failOn() throws MojoExecutionException {
        if (failOnSeverity == null) {
            return null;
        }
        return failOnSeverity.equalsIgnoreCase(NONE)
                ? Optional.empty()
                : Optional.of(severity("failOnSeverity", failOnSeverity, Stream.of(NONE)));
    }

    private static Severity severity(String parameter, String name, Stream<String> others)
            throws MojoExecutionException {
        return Severity.of(name)
                .orElseThrow(() -> refused(
                        parameter,
                        "'" + name + "' is not a severity",
                        "use "
                                + listed(Stream.concat(
                                        Arrays.stream(Severity.values()).map(Severity::id), others))));
    }

    private static Double points(String parameter, Double number, String fault) throws MojoExecutionException {
        if (number != null && !(number >= 0 && number <= 100)) {
            throw refused(parameter, number + " " + fault, "give a number from 0 to 100");
        }
        return number;
    }

    private Map<Severity, Integer> numbers() throws MojoExecutionException {
        if (maxFindings == null || maxFindings.isEmpty()) {
            return null;
        }
        Map<Severity, Integer> numbers = new EnumMap<>(Severity.class);
        for (Map.Entry<String, String> entry : maxFindings.entrySet()) {
            Severity severity = severity("maxFindings", entry.getKey(), Stream.of());
            try {
                numbers.put(
                        severity,
                        Integer.parseUnsignedInt(
                                String.valueOf(entry.getValue()).strip()));
            } catch (NumberFormatException e) {
                throw refused(
                        "maxFindings",
                        "'" + entry.getValue() + "' is not a number of findings",
                        "write it like <low>50</low>");
            }
        }
        return numbers;
    }

    private static Response response(String parameter, String name) throws MojoExecutionException {
        if (name == null) {
            return null;
        }
        return Response.of(name.strip())
                .orElseThrow(() -> refused(
                        parameter,
                        "'" + name + "' is not a response",
                        "use " + listed(Arrays.stream(Response.values()).map(Response::id))));
    }
}
