package io.jenkins.plugins.plumbline.gate;

import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.report.Report;
import java.util.Objects;
import java.util.Optional;

/**
 * A quality gate: how many findings are too many.
 *
 * @param threshold the least number that does not pass, 1 or more
 * @param severity the least grave severity that counts, or null for all
 */
public record GateRule(int threshold, GateType type, Severity severity, Criticality criticality) {

    public GateRule {
        if (threshold < 1) {
            throw new IllegalArgumentException("the threshold of a quality gate is 1 or more, not " + threshold);
        }
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(criticality, "criticality");
    }

    /** Why the report does not pass, a sentence; empty where it does. */
    Optional<String> judge(Report report) {
        int count =
                switch (type) {
                    case TOTAL -> report.counts().failed(severity);
                    case NEW ->
                        report.comparison() == null
                                ? 0
                                : report.comparison().fresh().failed(severity);
                    case DELTA ->
                        report.comparison() == null
                                ? 0
                                : report.counts().failed(severity)
                                        - report.comparison()
                                                .reference()
                                                .counts()
                                                .failed(severity);
                };
        if (count < threshold) {
            return Optional.empty();
        }
        return Optional.of("%d %s%s, and %d do not pass."
                .formatted(
                        count,
                        type.counted(),
                        severity == null ? "" : " of " + severity.id() + " severity or graver",
                        threshold));
    }
}
