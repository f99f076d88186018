package dev.plumbline.rules;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Dialect;
import dev.plumbline.rules.comparison.Comparison;
import dev.plumbline.rules.posture.Gate;
import dev.plumbline.rules.posture.SecureScore;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * All that a scan has to tell: what every publisher makes its report from. The same input gives an equal result.
 *
 * @param base the directory that paths are relative to
 * @param units what was scanned, in the order of their paths
 * @param rules every rule that was applied, by id
 * @param findings every verdict, passes and exempted ones included, in {@link Finding}'s order
 * @param diagnostics what could not be read or evaluated, in their order
 * @param comparison what the findings are against the baseline of the request
 */
public record ScanResult(
        Path base,
        List<Unit> units,
        List<Rule> rules,
        List<Finding> findings,
        List<Diagnostic> diagnostics,
        SecureScore score,
        Gate.Outcome gate,
        Comparison comparison) {

    /** A {@link dev.plumbline.iac.ScanUnit} by its name and size. */
    public record Unit(String path, Dialect dialect, int resources) {}

    public ScanResult {
        Objects.requireNonNull(base, "base");
        units = List.copyOf(units);
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
        diagnostics = List.copyOf(diagnostics);
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(comparison, "comparison");
    }

    /** A result that was compared with nothing. */
    public ScanResult(
            Path base,
            List<Unit> units,
            List<Rule> rules,
            List<Finding> findings,
            List<Diagnostic> diagnostics,
            SecureScore score,
            Gate.Outcome gate) {
        this(base, units, rules, findings, diagnostics, score, gate, Comparison.NONE);
    }

    /** The secure score, from 0 to 100; empty where nothing that counts was assessed. */
    public OptionalDouble percent() {
        return score.percent();
    }

    /** The findings with that verdict that nothing exempts, in order. */
    public Stream<Finding> findings(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict && !finding.isExempted());
    }

    /** The findings that are exempted, in order. */
    public Stream<Finding> exempted() {
        return findings.stream().filter(Finding::isExempted);
    }
}
