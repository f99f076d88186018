package dev.plumbline.cli;

import dev.plumbline.rules.Severity;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.BaselineFile;
import dev.plumbline.rules.posture.Gate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options that say when a scan blocks. */
final class GateOptions {
    private static final String NONE = "none";

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "high",
            converter = Threshold.Converter.class,
            description = "The least grave severity that blocks: critical, high (the default), medium, low, or none.")
    private Threshold failOn;

    @Option(
            names = "--min-score",
            paramLabel = "N",
            converter = Score.class,
            description = "The least secure score that passes, 0 to 100.")
    private Double minScore;

    @Option(names = "--allow-unassessed", description = "Pass even if something could not be assessed.")
    private boolean allowUnassessed;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "An earlier report, JSON or SARIF: the findings in it are known.")
    private Path baseline;

    @Option(names = "--new-only", description = "Let pass what the baseline knows.")
    private boolean newOnly;

    Gate gate(CommandLine command) {
        if (newOnly && baseline == null) {
            throw new ParameterException(command, "--new-only needs --baseline FILE to tell what is not new");
        }
        return Gate.DEFAULT
                .withFailOn(failOn.severity())
                .withMinScore(minScore)
                .withUnassessed(allowUnassessed ? Gate.Response.IGNORE : Gate.Response.FAIL)
                .withNewOnly(newOnly);
    }

    Baseline baseline(CommandLine command, Path directory) {
        if (baseline == null) {
            return Baseline.NONE;
        }
        try {
            return BaselineFile.read(directory.resolve(baseline));
        } catch (IOException e) {
            throw new ParameterException(command, e.getMessage(), e);
        }
    }

    /** @param severity null where no finding blocks */
    record Threshold(Severity severity) {

        static final class Converter implements ITypeConverter<Threshold> {
            @Override
            public Threshold convert(String text) {
                if (text.equalsIgnoreCase(NONE)) {
                    return new Threshold(null);
                }
                return Severity.of(text)
                        .map(Threshold::new)
                        .orElseThrow(() -> new TypeConversionException("no severity '%s', only %s, %s"
                                .formatted(
                                        text,
                                        Arrays.stream(Severity.values())
                                                .map(Severity::id)
                                                .collect(Collectors.joining(", ")),
                                        NONE)));
            }
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
