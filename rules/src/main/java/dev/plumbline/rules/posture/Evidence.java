package dev.plumbline.rules.posture;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.comparison.Comparison;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What a {@link Gate} judges by.
 *
 * @param findings all verdicts; those that are exempted do not block
 * @param comparison what the findings and the score were before
 */
public record Evidence(List<Finding> findings, List<Diagnostic> diagnostics, SecureScore score, Comparison comparison) {

    public Evidence {
        findings = List.copyOf(findings);
        diagnostics = List.copyOf(diagnostics);
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(comparison, "comparison");
    }

    /** Of a scan of which nothing was known. */
    public Evidence(Collection<Finding> findings, Collection<Diagnostic> diagnostics, SecureScore score) {
        this(List.copyOf(findings), List.copyOf(diagnostics), score, Comparison.NONE);
    }
}
