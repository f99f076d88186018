package dev.plumbline.rules.posture;

import static dev.plumbline.rules.posture.SecureScoresTest.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Golden;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.comparison.Comparison;
import dev.plumbline.rules.exemption.Exempter;
import dev.plumbline.rules.policy.Decision;
import dev.plumbline.rules.policy.Effect;
import dev.plumbline.rules.policy.Scope;
import dev.plumbline.rules.posture.Gate.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each condition of a gate alone, each with each other, and all of them, in {@code gate.txt} with their messages. */
class GateTableTest {
    private static final Gate OPEN = Gate.DEFAULT.withFailOn(null).withUnassessed(Response.IGNORE);
    private static final SourceRange RANGE = SourceRange.startOf("main.tf");

    private static final Map<String, UnaryOperator<Gate>> CONDITIONS = new LinkedHashMap<>();

    static {
        CONDITIONS.put("fail-on low", gate -> gate.withFailOn(Severity.LOW));
        CONDITIONS.put("min-score 90", gate -> gate.withMinScore(90.0));
        CONDITIONS.put("max-score-drop 0", gate -> gate.withMaxScoreDrop(0.0));
        CONDITIONS.put("max-findings low 1", gate -> gate.withMaxFindings(Map.of(Severity.LOW, 1)));
        CONDITIONS.put("new-only", gate -> gate.withNewOnly(true));
        CONDITIONS.put("unknown warn", gate -> gate.withUnknown(Response.WARN));
        CONDITIONS.put("unknown fail", gate -> gate.withUnknown(Response.FAIL));
        CONDITIONS.put("unassessed warn", gate -> gate.withUnassessed(Response.WARN));
        CONDITIONS.put("unassessed fail", gate -> gate.withUnassessed(Response.FAIL));
        CONDITIONS.put("unused-exemptions warn", gate -> gate.withUnusedExemptions(Response.WARN));
        CONDITIONS.put("unused-exemptions fail", gate -> gate.withUnusedExemptions(Response.FAIL));
    }

    /** What every condition speaks of. */
    private static final Evidence BAD = evidence(
            List.of(
                    found("a", Severity.HIGH, Verdict.FAIL),
                    found("b", Severity.LOW, Verdict.FAIL),
                    found("known", Severity.LOW, Verdict.FAIL),
                    found("c", Severity.CRITICAL, Verdict.FAIL, Effect.AUDIT, Scope.REPOSITORY),
                    found("d", Severity.HIGH, Verdict.UNKNOWN),
                    found("e", Severity.LOW, Verdict.UNKNOWN),
                    found("f", Severity.HIGH, Verdict.UNKNOWN, Effect.AUDIT, Scope.REPOSITORY),
                    found("g", Severity.HIGH, Verdict.PASS)),
            OptionalDouble.of(50));

    private static final Evidence DENIED = with(
            BAD,
            found("h", Severity.LOW, Verdict.FAIL, Effect.DENY, Scope.directory("net")),
            found("i", Severity.LOW, Verdict.UNKNOWN, Effect.DENY, Scope.directory("net")),
            found("j", Severity.MEDIUM, Verdict.FAIL, Effect.DENY, Scope.ORGANISATION));

    private static final Evidence GOOD = new Evidence(
            List.of(found("a", Severity.HIGH, Verdict.PASS)),
            List.of(),
            SecureScores.of(List.of(found("a", Severity.HIGH, Verdict.PASS))),
            new Comparison("known.json", Map.of(), List.of(), OptionalDouble.of(100)));

    private static Finding found(String address, Severity severity, Verdict verdict) {
        return finding(address, Control.SECURE_MANAGEMENT_PORTS, severity, verdict);
    }

    private static Finding found(String address, Severity severity, Verdict verdict, Effect effect, Scope scope) {
        Finding finding = found(address, severity, verdict);
        return finding.decidedBy(finding.rule(), new Decision(effect, scope, RANGE));
    }

    private static Evidence evidence(List<Finding> findings, OptionalDouble before) {
        return new Evidence(
                findings,
                List.of(
                        Diagnostic.error("hcl-syntax", "Missing brace", "", RANGE),
                        Diagnostic.warning(Exempter.UNUSED, "Exemption that exempts nothing", "", RANGE)),
                SecureScores.of(findings),
                new Comparison(
                        "known.json",
                        Map.of(found("known", Severity.LOW, Verdict.FAIL).fingerprint(), Change.UNCHANGED),
                        List.of(),
                        before));
    }

    private static Evidence with(Evidence evidence, Finding... more) {
        List<Finding> findings = new ArrayList<>(evidence.findings());
        findings.addAll(List.of(more));
        return evidence(findings, evidence.comparison().scoreBefore());
    }

    @Test
    void conditionsAloneAndTogether() throws IOException {
        List<String> names = List.copyOf(CONDITIONS.keySet());
        StringBuilder table = new StringBuilder();
        describe(table, "nothing is asked", OPEN, BAD);
        for (String name : names) {
            describe(table, name, CONDITIONS.get(name).apply(OPEN), BAD);
        }
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                Gate both = CONDITIONS
                        .get(names.get(j))
                        .apply(CONDITIONS.get(names.get(i)).apply(OPEN));
                describe(table, names.get(i) + ", " + names.get(j), both, BAD);
            }
        }
        describe(table, "all", all(), BAD);
        Golden.check("posture/gate.txt", table.toString());
    }

    @Test
    void denialsAloneAndWithEachCondition() throws IOException {
        StringBuilder table = new StringBuilder();
        describe(table, "nothing else", OPEN, DENIED);
        CONDITIONS.forEach((name, condition) -> describe(table, name, condition.apply(OPEN), DENIED));
        describe(table, "all", all(), DENIED);
        Golden.check("posture/gate-denied.txt", table.toString());
    }

    @Test
    void whatIsGoodPassesUnderEachConditionWithoutAWord() {
        CONDITIONS.forEach((name, condition) -> assertThat(GateKeeper.judge(condition.apply(OPEN), GOOD))
                .as(name)
                .isEqualTo(new Gate.Outcome(Gate.Status.PASSED, List.of())));
    }

    @Test
    void theScoreMayFallByTheTolerance() {
        double now = BAD.score().percent().orElseThrow();
        assertThat(drop(now + 5, 5.0).reasons()).isEmpty();
        assertThat(drop(now + 5.1, 5.0).reasons()).singleElement().asString().endsWith(", by more than 5.0 points.");
        assertThat(drop(now - 5, 0.0).reasons()).isEmpty();
    }

    @Test
    void withoutAnEarlierScoreThereIsNothingToFallFrom() {
        Evidence evidence = evidence(BAD.findings(), OptionalDouble.empty());
        assertThat(GateKeeper.judge(OPEN.withMaxScoreDrop(0.0), evidence))
                .isEqualTo(new Gate.Outcome(
                        Gate.Status.PASSED, List.of(), List.of("No earlier secure score is known to compare with.")));
    }

    private static Gate.Outcome drop(double before, double tolerance) {
        return GateKeeper.judge(OPEN.withMaxScoreDrop(tolerance), evidence(BAD.findings(), OptionalDouble.of(before)));
    }

    private static Gate all() {
        Gate gate = OPEN;
        for (UnaryOperator<Gate> condition : CONDITIONS.values()) {
            gate = condition.apply(gate);
        }
        return gate;
    }

    private static void describe(StringBuilder table, String name, Gate gate, Evidence evidence) {
        Gate.Outcome outcome = GateKeeper.judge(gate, evidence);
        table.append(name).append(": ").append(outcome.status()).append('\n');
        outcome.reasons().forEach(reason -> table.append("  - ").append(reason).append('\n'));
        outcome.warnings()
                .forEach(warning -> table.append("  ! ").append(warning).append('\n'));
    }
}
