package dev.plumbline.rules.posture;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a {@link Gate} judges by.
 *
 * @param findings all verdicts; those that are exempted do not block
 * @param baseline the findings that are known
 * @param earlierScore the score that the baseline had, where it tells
 */
public record Evidence(
        List<Finding> findings,
        List<Diagnostic> diagnostics,
        SecureScore score,
        Baseline baseline,
        OptionalDouble earlierScore) {

    public Evidence {
        findings = List.copyOf(findings);
        diagnostics = List.copyOf(diagnostics);
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(earlierScore, "earlierScore");
    }

    /** Of a scan of which nothing was known. */
    public Evidence(Collection<Finding> findings, Collection<Diagnostic> diagnostics, SecureScore score) {
        this(List.copyOf(findings), List.copyOf(diagnostics), score, Baseline.NONE, OptionalDouble.empty());
    }
}
