package dev.plumbline.cli;

import dev.plumbline.rules.Severity;
import dev.plumbline.rules.configuration.Key;
import dev.plumbline.rules.configuration.Settings;
import dev.plumbline.rules.posture.Gate.Response;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say when a scan blocks. */
final class GateOptions {
    private static final String NONE = "none";

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = Threshold.Converter.class,
            description = "The least grave severity that blocks: critical, high (the default), medium, low, or none.")
    private Threshold failOn;

    @Option(
            names = "--min-score",
            paramLabel = "N",
            converter = Score.class,
            description = "The least secure score that passes, 0 to 100.")
    private Double minScore;

    @Option(
            names = "--max-score-drop",
            paramLabel = "N",
            converter = Score.class,
            description = "By how many points the score may be below that of the baseline.")
    private Double maxScoreDrop;

    @Option(
            names = "--max-findings",
            paramLabel = "SEVERITY=N",
            converter = {SeverityName.class, Count.class},
            description = "How many findings of a severity are let pass.")
    private Map<Severity, Integer> maxFindings = Map.of();

    @Option(
            names = "--unknown",
            paramLabel = "RESPONSE",
            converter = ResponseName.class,
            description = "What follows from unknown verdicts on what could block: ignore (the default), warn or fail.")
    private Response unknown;

    @Option(
            names = "--unassessed",
            paramLabel = "RESPONSE",
            converter = ResponseName.class,
            description = "What follows if something could not be assessed: ignore, warn or fail (the default).")
    private Response unassessed;

    @Option(names = "--allow-unassessed", description = "The same as --unassessed ignore.")
    private boolean allowUnassessed;

    @Option(
            names = "--unused-exemptions",
            paramLabel = "RESPONSE",
            converter = ResponseName.class,
            description = "What follows from exemptions that exempt nothing: ignore (the default), warn or fail.")
    private Response unusedExemptions;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "What plumbline baseline wrote, or an earlier report, JSON or SARIF: its findings are known.")
    private Path baseline;

    @Option(
            names = "--base",
            paramLabel = "REVISION",
            description = "Compare with the commit at which the work branched off from a git revision, such as main.")
    private String base;

    @Option(names = "--new-only", description = "Let pass what the baseline or the base knows.")
    private Boolean newOnly;

    /** The git revision to compare with. */
    Optional<String> base() {
        return Optional.ofNullable(base);
    }

    /** These options as settings, the file resolved against the working directory. */
    Settings add(Settings settings, Path working) {
        return settings.withOption(Key.FAIL_ON, failOn == null ? null : failOn.severity(), "--fail-on")
                .withOption(Key.MIN_SCORE, minScore, "--min-score")
                .withOption(Key.MAX_SCORE_DROP, maxScoreDrop, "--max-score-drop")
                .withOption(Key.MAX_FINDINGS, maxFindings.isEmpty() ? null : maxFindings, "--max-findings")
                .withOption(Key.UNKNOWN, unknown, "--unknown")
                .withOption(Key.UNASSESSED, allowUnassessed ? Response.IGNORE : null, "--allow-unassessed")
                .withOption(Key.UNASSESSED, unassessed, "--unassessed")
                .withOption(Key.UNUSED_EXEMPTIONS, unusedExemptions, "--unused-exemptions")
                .withOption(Key.NEW_ONLY, newOnly, "--new-only")
                .withOption(Key.BASELINE, baseline == null ? null : working.resolve(baseline), "--baseline");
    }

    /** @param severity empty where no severity blocks */
    record Threshold(Optional<Severity> severity) {

        static final class Converter implements ITypeConverter<Threshold> {
            @Override
            public Threshold convert(String text) {
                if (text.equalsIgnoreCase(NONE)) {
                    return new Threshold(Optional.empty());
                }
                return new Threshold(Optional.of(named(text, ", " + NONE)));
            }
        }
    }

    private static Severity named(String text, String others) {
        return Severity.of(text)
                .orElseThrow(() -> new TypeConversionException("no severity '%s', only %s%s"
                        .formatted(
                                text,
                                Arrays.stream(Severity.values())
                                        .map(Severity::id)
                                        .collect(Collectors.joining(", ")),
                                others)));
    }

    /** A severity by its name. */
    static final class SeverityName implements ITypeConverter<Severity> {
        @Override
        public Severity convert(String text) {
            return named(text, "");
        }
    }

    /** A number of findings. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                return Integer.parseUnsignedInt(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not a number of findings");
            }
        }
    }

    /** A response by its name. */
    static final class ResponseName implements ITypeConverter<Response> {
        @Override
        public Response convert(String text) {
            return Response.of(text)
                    .orElseThrow(
                            () -> new TypeConversionException("no response '" + text + "', only ignore, warn, fail"));
        }
    }

    /** A score, from 0 to 100. */
    static final class Score implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double score = Double.parseDouble(text);
                if (score >= 0 && score <= 100) {
                    return score;
                }
            } catch (NumberFormatException e) {
                // told below, as for numbers out of range
            }
            throw new TypeConversionException("'" + text + "' is not a number from 0 to 100");
        }
    }
}
