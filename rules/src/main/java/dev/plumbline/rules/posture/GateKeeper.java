package dev.plumbline.rules.posture;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.exemption.Exempter;
import dev.plumbline.rules.policy.Effect;
import dev.plumbline.rules.policy.Policy;
import dev.plumbline.rules.policy.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Decides whether a scan passes its {@link Gate}. */
public final class GateKeeper {
    private final Gate gate;
    private final Evidence evidence;
    private final List<String> blocking = new ArrayList<>();
    private final List<String> incomplete = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private GateKeeper(Gate gate, Evidence evidence) {
        this.gate = gate;
        this.evidence = evidence;
    }

    /**
     * How the scan ended. What blocks weighs more than what is incomplete: fixing it is the author's next step either
     * way, and both reasons are told.
     */
    public static Gate.Outcome judge(Gate gate, Evidence evidence) {
        return new GateKeeper(gate, evidence).judge();
    }

    private Gate.Outcome judge() {
        List<Finding> failed = open(Verdict.FAIL);
        denied(failed);
        bySeverity(failed);
        score();
        scoreDrop();
        respond(gate.unusedExemptions(), blocking, unusedExemptions());
        respond(gate.unknown(), incomplete, unknown());
        respond(gate.unassessed(), incomplete, unassessed());
        respond(Gate.Response.FAIL, incomplete, configuration());
        List<String> reasons = new ArrayList<>(blocking);
        reasons.addAll(incomplete);
        Gate.Status status = !blocking.isEmpty()
                ? Gate.Status.BLOCKED
                : !incomplete.isEmpty() ? Gate.Status.INCOMPLETE : Gate.Status.PASSED;
        return new Gate.Outcome(status, reasons, warnings);
    }

    /** The findings with that verdict that may block, by their effect. */
    private List<Finding> open(Verdict verdict) {
        return evidence.findings().stream()
                .filter(finding -> finding.verdict() == verdict
                        && !finding.isExempted()
                        && finding.effect() != Effect.AUDIT
                        && !(gate.newOnly() && evidence.comparison().accepts(finding)))
                .toList();
    }

    private void denied(List<Finding> failed) {
        List<Finding> denied = failed.stream()
                .filter(finding -> finding.effect() == Effect.DENY)
                .toList();
        if (!denied.isEmpty()) {
            String scopes = denied.stream()
                    .map(finding -> finding.decision().scope())
                    .distinct()
                    .sorted(Comparator.comparing(Scope::level))
                    .map(Scope::label)
                    .collect(Collectors.joining(", "));
            blocking.add(
                    "%s that policy denies (%s).".formatted(count(denied.size(), kind("finding", "findings")), scopes));
        }
    }

    /** What is denied is told already, and counts where a number is limited. */
    private void bySeverity(List<Finding> failed) {
        Map<Severity, Integer> all = new EnumMap<>(Severity.class);
        Map<Severity, Integer> enabled = new EnumMap<>(Severity.class);
        for (Finding finding : failed) {
            all.merge(finding.rule().severity(), 1, Integer::sum);
            if (finding.effect() == Effect.ENABLED) {
                enabled.merge(finding.rule().severity(), 1, Integer::sum);
            }
        }
        for (Severity severity : Severity.values()) {
            int number = enabled.getOrDefault(severity, 0);
            if (number > 0 && gate.failOn() != null && severity.atLeast(gate.failOn())) {
                blocking.add("%s of %s severity.".formatted(count(number, kind("finding", "findings")), severity.id()));
            }
        }
        gate.maxFindings().forEach((severity, largest) -> {
            int number = all.getOrDefault(severity, 0);
            if (number > largest) {
                blocking.add("%s of %s severity, more than the allowed %d."
                        .formatted(count(number, kind("finding", "findings")), severity.id(), largest));
            }
        });
    }

    private String[] kind(String one, String several) {
        return gate.newOnly() ? new String[] {"new " + one, "new " + several} : new String[] {one, several};
    }

    private void score() {
        evidence.score().percent().ifPresent(percent -> {
            if (gate.minScore() != null && percent < gate.minScore()) {
                blocking.add("The secure score is %s, and at least %s is asked."
                        .formatted(down(percent), points(gate.minScore())));
            }
        });
    }

    private void scoreDrop() {
        if (gate.maxScoreDrop() == null) {
            return;
        }
        if (evidence.comparison().scoreBefore().isEmpty()) {
            warnings.add("No earlier secure score is known to compare with.");
        } else if (evidence.score().percent().isPresent()) {
            double before = evidence.comparison().scoreBefore().getAsDouble();
            double now = evidence.score().percent().getAsDouble();
            // Scores that went through a report are rounded: a difference below its precision is none.
            if (before - now > gate.maxScoreDrop() + 0.01) {
                blocking.add("The secure score fell from %s to %s%s."
                        .formatted(
                                points(Math.ceil(before * 10) / 10),
                                down(now),
                                gate.maxScoreDrop() == 0
                                        ? ""
                                        : ", by more than " + points(gate.maxScoreDrop()) + " points"));
            }
        }
    }

    /** Rounded down: a score that does not reach the minimum never reads as if it did. */
    private static String down(double score) {
        return points(Math.floor(score * 10) / 10);
    }

    private static String points(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private String unknown() {
        long number = open(Verdict.UNKNOWN).stream()
                .filter(finding -> gate.blocks(finding)
                        || gate.maxFindings().containsKey(finding.rule().severity()))
                .count();
        return number == 0
                ? ""
                : count(number, "verdict that could block is", "verdicts that could block are") + " unknown.";
    }

    private String unassessed() {
        long errors = errors() - configurationErrors();
        return errors == 0 ? "" : count(errors, "problem", "problems") + " kept something from being assessed.";
    }

    /** Whoever cannot say what is asked does not pass: this is no matter of choice. */
    private String configuration() {
        long errors = configurationErrors();
        return errors == 0 ? "" : count(errors, "error", "errors") + " in the configuration.";
    }

    private long errors() {
        return evidence.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .count();
    }

    private long configurationErrors() {
        return evidence.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR
                        && diagnostic.code().equals(Policy.CONFIGURATION_ERROR))
                .count();
    }

    private String unusedExemptions() {
        long unused = evidence.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().equals(Exempter.UNUSED))
                .count();
        return unused == 0 ? "" : count(unused, "exemption exempts", "exemptions exempt") + " nothing.";
    }

    /** @param sentence empty where there is nothing to respond to */
    private void respond(Gate.Response response, List<String> reasons, String sentence) {
        if (!sentence.isEmpty() && response != Gate.Response.IGNORE) {
            (response == Gate.Response.FAIL ? reasons : warnings).add(sentence);
        }
    }

    private static String count(long number, String... kind) {
        return number + " " + (number == 1 ? kind[0] : kind[1]);
    }
}
