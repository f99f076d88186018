package dev.plumbline.rules.posture;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Decides whether a scan passes its {@link Gate}. */
public final class GateKeeper {
    private GateKeeper() {}

    /**
     * How the scan ended. What blocks weighs more than what is incomplete: fixing it is the author's next step either
     * way, and both reasons are told.
     *
     * @param findings those that are exempted do not block
     * @param baseline the findings that a gate over new ones only lets pass
     */
    public static Gate.Outcome judge(
            Gate gate,
            Baseline baseline,
            Collection<Finding> findings,
            Collection<Diagnostic> diagnostics,
            SecureScore score) {
        List<String> blocking = new ArrayList<>();
        if (gate.failOn() != null) {
            blocking.addAll(failures(gate, finding -> !gate.newOnly() || !baseline.knows(finding), findings));
        }
        if (gate.minScore() != null
                && score.percent().isPresent()
                && score.percent().getAsDouble() < gate.minScore()) {
            blocking.add(String.format(
                    Locale.ROOT,
                    "The secure score is %.1f, and at least %.1f is asked.",
                    // Rounded down: a score that does not reach the minimum never reads as if it did.
                    Math.floor(score.percent().getAsDouble() * 10) / 10,
                    gate.minScore()));
        }
        List<String> reasons = new ArrayList<>(blocking);
        long errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .count();
        boolean incomplete = errors > 0 && !gate.allowUnassessed();
        if (incomplete) {
            reasons.add(
                    errors == 1
                            ? "1 problem kept something from being assessed."
                            : errors + " problems kept something from being assessed.");
        }
        Gate.Status status =
                !blocking.isEmpty() ? Gate.Status.BLOCKED : incomplete ? Gate.Status.INCOMPLETE : Gate.Status.PASSED;
        return new Gate.Outcome(status, reasons);
    }

    private static List<String> failures(Gate gate, Predicate<Finding> counts, Collection<Finding> findings) {
        List<String> reasons = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long failed = findings.stream()
                    .filter(finding -> finding.verdict() == Verdict.FAIL
                            && !finding.isExempted()
                            && finding.rule().severity() == severity
                            && counts.test(finding))
                    .count();
            if (failed > 0 && severity.atLeast(gate.failOn())) {
                reasons.add("%d %s%s of %s severity."
                        .formatted(
                                failed,
                                gate.newOnly() ? "new " : "",
                                failed == 1 ? "finding" : "findings",
                                severity.id()));
            }
        }
        return reasons;
    }
}
