package dev.plumbline.rules.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Exemption;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScoreGainsTest {

    private static Finding finding(String rule, String address, Control control, Verdict verdict) {
        return SecureScoresTest.finding(rule, address, control, Severity.HIGH, verdict);
    }

    private static List<String> gains(Finding... findings) {
        return ScoreGains.of(List.of(findings), SecureScores.of(List.of(findings))).stream()
                .map(gain ->
                        String.format(Locale.ROOT, "%s %d %.2f", gain.rule().id(), gain.resources(), gain.percent()))
                .toList();
    }

    @Test
    void whatIsWorthMostComesFirst() {
        // Ports 8 points, at rest 4: of the 12 in all, ssh has 8 × 1/2, keys 4 × 2/2.
        assertThat(gains(
                        finding("ssh", "a", Control.SECURE_MANAGEMENT_PORTS, Verdict.FAIL),
                        finding("ssh", "b", Control.SECURE_MANAGEMENT_PORTS, Verdict.PASS),
                        finding("keys", "a", Control.ENABLE_ENCRYPTION_AT_REST, Verdict.FAIL),
                        finding("keys", "b", Control.ENABLE_ENCRYPTION_AT_REST, Verdict.FAIL)))
                .containsExactly("keys 2 33.33", "ssh 1 33.33");
    }

    @Test
    void aResourceThatFailsSeveralOfAControlCountsForEachInEqualParts() {
        assertThat(gains(
                        finding("ssh", "a", Control.SECURE_MANAGEMENT_PORTS, Verdict.FAIL),
                        finding("rdp", "a", Control.SECURE_MANAGEMENT_PORTS, Verdict.FAIL),
                        finding("rdp", "b", Control.SECURE_MANAGEMENT_PORTS, Verdict.FAIL)))
                .containsExactly("rdp 2 75.00", "ssh 1 25.00");
    }

    @Test
    void whatIsWorthNothingUnknownOrExemptedGainsNothing() {
        assertThat(gains(
                        finding("tags", "a", Control.SECURITY_BEST_PRACTICES, Verdict.FAIL),
                        finding("ssh", "a", Control.SECURE_MANAGEMENT_PORTS, Verdict.UNKNOWN),
                        finding("rdp", "b", Control.SECURE_MANAGEMENT_PORTS, Verdict.FAIL)
                                .exemptedBy(SecureScoresTest.exemption(Exemption.Category.WAIVER)),
                        finding("keys", "c", Control.ENABLE_ENCRYPTION_AT_REST, Verdict.PASS)))
                .isEmpty();
    }
}
