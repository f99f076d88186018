package dev.plumbline.rules.posture;

import static dev.plumbline.rules.posture.SecureScoresTest.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.comparison.Comparison;
import dev.plumbline.rules.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GateKeeperTest {
    private static final Finding HIGH = finding("a", Control.SECURE_MANAGEMENT_PORTS, Severity.HIGH, Verdict.FAIL);
    private static final Finding LOW = finding("b", Control.SECURE_MANAGEMENT_PORTS, Severity.LOW, Verdict.FAIL);
    private static final Finding PASS = finding("c", Control.SECURE_MANAGEMENT_PORTS, Severity.HIGH, Verdict.PASS);
    private static final Finding UNKNOWN =
            finding("d", Control.SECURE_MANAGEMENT_PORTS, Severity.HIGH, Verdict.UNKNOWN);
    private static final Diagnostic ERROR =
            Diagnostic.error("file-unreadable", "File cannot be read", "", SourceRange.startOf("a.tf"));
    private static final Diagnostic WARNING = Diagnostic.warning("hcl-odd", "Odd", "", SourceRange.startOf("a.tf"));

    private static Gate.Outcome judge(Gate gate, List<Finding> findings, Diagnostic... diagnostics) {
        return GateKeeper.judge(gate, new Evidence(findings, List.of(diagnostics), SecureScores.of(findings)));
    }

    @Test
    void passesWhatIsLessGraveAndWhatIsUnknown() {
        Gate.Outcome outcome = judge(Gate.DEFAULT, List.of(LOW, PASS, UNKNOWN), WARNING);

        assertThat(outcome).isEqualTo(new Gate.Outcome(Gate.Status.PASSED, List.of()));
    }

    @Test
    void blocksByEachSeverityThatIsGraveEnough() {
        Gate.Outcome outcome = judge(Gate.DEFAULT.withFailOn(Severity.LOW), List.of(HIGH, LOW, PASS));

        assertThat(outcome.status()).isEqualTo(Gate.Status.BLOCKED);
        assertThat(outcome.reasons()).containsExactly("1 finding of high severity.", "1 finding of low severity.");
    }

    @Test
    void letsFindingsPassThatAreKnown() {
        Gate gate = Gate.DEFAULT.withNewOnly(true);
        Comparison comparison = new Comparison(
                "known.json", Map.of(HIGH.fingerprint(), Change.UNCHANGED), List.of(), OptionalDouble.empty());

        Evidence evidence = new Evidence(List.of(HIGH), List.of(), SecureScores.of(List.of(HIGH)), comparison);

        assertThat(GateKeeper.judge(gate, evidence).status()).isEqualTo(Gate.Status.PASSED);
        assertThat(judge(gate, List.of(HIGH)).reasons()).containsExactly("1 new finding of high severity.");
    }

    @Test
    void letsFindingsPassThatAreExempted() {
        Finding exempted = HIGH.exemptedBy(SecureScoresTest.exemption(Exemption.Category.WAIVER));

        assertThat(judge(Gate.DEFAULT, List.of(exempted)).status()).isEqualTo(Gate.Status.PASSED);
        assertThat(judge(Gate.DEFAULT, List.of(exempted, HIGH)).reasons())
                .containsExactly("1 finding of high severity.");
    }

    @Test
    void blocksByTheScore() {
        Gate gate = Gate.DEFAULT.withFailOn(null).withMinScore(66.7);
        Finding other = finding("e", Control.SECURE_MANAGEMENT_PORTS, Severity.HIGH, Verdict.PASS);

        // Two of three are healthy: 66.666…
        assertThat(judge(gate, List.of(HIGH, PASS, other)).reasons())
                .containsExactly("The secure score is 66.6, and at least 66.7 is asked.");
        assertThat(judge(Gate.DEFAULT.withFailOn(null).withMinScore(66.6), List.of(HIGH, PASS, other))
                        .status())
                .isEqualTo(Gate.Status.PASSED);
        assertThat(judge(gate, List.of()).status()).isEqualTo(Gate.Status.PASSED);
    }

    @Test
    void isIncompleteWhereSomethingWasNotAssessed() {
        assertThat(judge(Gate.DEFAULT, List.of(PASS), ERROR))
                .isEqualTo(new Gate.Outcome(
                        Gate.Status.INCOMPLETE, List.of("1 problem kept something from being assessed.")));
        assertThat(judge(Gate.DEFAULT.withUnassessed(Gate.Response.IGNORE), List.of(PASS), ERROR)
                        .status())
                .isEqualTo(Gate.Status.PASSED);
        assertThat(judge(Gate.DEFAULT, List.of(HIGH), ERROR).status()).isEqualTo(Gate.Status.BLOCKED);
    }

    @Test
    void noGateLetsAnErrorInTheConfigurationPass() {
        Diagnostic error =
                Diagnostic.error(Policy.CONFIGURATION_ERROR, "No key gaet", "", SourceRange.startOf("plumbline.yaml"));

        assertThat(judge(Gate.DEFAULT.withUnassessed(Gate.Response.IGNORE), List.of(PASS), error))
                .isEqualTo(new Gate.Outcome(Gate.Status.INCOMPLETE, List.of("1 error in the configuration.")));
    }
}
