package dev.plumbline.rules.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.iac.Exemption;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the score of any findings. */
class SecureScoreProperties {
    private static final double ROUNDING = 1e-9;

    @Provide
    Arbitrary<List<Finding>> findings() {
        Arbitrary<Finding> open = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.of(
                                Control.SECURE_MANAGEMENT_PORTS,
                                Control.ENABLE_ENCRYPTION_AT_REST,
                                Control.SECURITY_BEST_PRACTICES),
                        Arbitraries.of(Verdict.class))
                .as((rule, resource, control, verdict) ->
                        SecureScoresTest.finding(control.id() + rule, resource, control, Severity.HIGH, verdict));
        Arbitrary<Finding> any = Combinators.combine(open, Arbitraries.of(0, 0, 0, 1, 2))
                .as((finding, exempted) -> exempted == 0 || finding.verdict() == Verdict.PASS
                        ? finding
                        : finding.exemptedBy(SecureScoresTest.exemption(Exemption.Category.values()[exempted - 1])));
        return any.list().ofMaxSize(20);
    }

    @Property(seed = "1")
    void isFromNothingToAll(@ForAll("findings") List<Finding> findings) {
        SecureScores.of(findings).percent().ifPresent(percent -> assertThat(percent)
                .isBetween(0.0, 100.0 + ROUNDING));
    }

    @Property(seed = "2")
    void theOrderDoesNotMatter(@ForAll("findings") List<Finding> findings, @ForAll Random random) {
        List<Finding> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, random);

        assertThat(SecureScores.of(shuffled)).isEqualTo(SecureScores.of(findings));
        assertThat(ScoreGains.of(shuffled, SecureScores.of(shuffled)).toString())
                .isEqualTo(ScoreGains.of(findings, SecureScores.of(findings)).toString());
    }

    @Property(seed = "3")
    void fixingAFindingNeverLowersIt(@ForAll("findings") List<Finding> findings) {
        changed(
                        findings,
                        finding -> finding.verdict() == Verdict.FAIL && !finding.isExempted(),
                        finding -> SecureScoresTest.finding(
                                finding.rule().id(),
                                finding.resource().address(),
                                finding.rule().control(),
                                Severity.HIGH,
                                Verdict.PASS))
                .forEach(fixed -> assertNotLower(fixed, findings));
    }

    @Property(seed = "4")
    void exemptingAsMitigatedNeverLowersIt(@ForAll("findings") List<Finding> findings) {
        changed(
                        findings,
                        finding -> finding.verdict() != Verdict.PASS && !finding.isExempted(),
                        finding -> finding.exemptedBy(SecureScoresTest.exemption(Exemption.Category.MITIGATED)))
                .forEach(exempted -> assertNotLower(exempted, findings));
    }

    @Property(seed = "5")
    void allGainsTogetherLeadToTheTop(@ForAll("findings") List<Finding> findings) {
        SecureScore score = SecureScores.of(findings);
        double gains = ScoreGains.of(findings, score).stream()
                .mapToDouble(ScoreGains.Gain::percent)
                .sum();

        score.percent().ifPresent(percent -> assertThat(percent + gains).isCloseTo(100, within(ROUNDING)));
    }

    private static Stream<List<Finding>> changed(
            List<Finding> findings, Predicate<Finding> which, UnaryOperator<Finding> change) {
        return IntStream.range(0, findings.size())
                .filter(i -> which.test(findings.get(i)))
                .mapToObj(i -> {
                    List<Finding> changed = new ArrayList<>(findings);
                    changed.set(i, change.apply(changed.get(i)));
                    return changed;
                });
    }

    private static void assertNotLower(List<Finding> after, List<Finding> before) {
        double was = SecureScores.of(before).percent().orElse(0);
        SecureScores.of(after).percent().ifPresent(is -> assertThat(is).isGreaterThanOrEqualTo(was - ROUNDING));
    }
}
