package dev.plumbline.rules.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Identity;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.TestValues;
import dev.plumbline.rules.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecureScoresTest {

    /** {@code resource:control:verdict}, the verdict by its first letter, after a failure's {@code m} or {@code w} its exemption. */
    private static List<Finding> findings(String text) {
        return Arrays.stream(text.split(" ")).map(SecureScoresTest::finding).toList();
    }

    static Finding finding(String text) {
        String[] parts = text.split(":");
        Control control =
                switch (parts[1]) {
                    case "ports" -> Control.SECURE_MANAGEMENT_PORTS;
                    case "rest" -> Control.ENABLE_ENCRYPTION_AT_REST;
                    case "log" -> Control.ENABLE_AUDITING_AND_LOGGING;
                    default -> Control.SECURITY_BEST_PRACTICES;
                };
        Verdict verdict =
                switch (parts[2]) {
                    case "p" -> Verdict.PASS;
                    case "f", "fm", "fw" -> Verdict.FAIL;
                    default -> Verdict.UNKNOWN;
                };
        Finding finding = finding(parts[0], control, Severity.HIGH, verdict);
        return switch (parts[2]) {
            case "fm", "um" -> finding.exemptedBy(exemption(Exemption.Category.MITIGATED));
            case "fw", "uw" -> finding.exemptedBy(exemption(Exemption.Category.WAIVER));
            default -> finding;
        };
    }

    static Exemption exemption(Exemption.Category category) {
        SourceRange range = SourceRange.startOf("main.tf");
        return new Exemption(
                Exemption.Syntax.PLUMBLINE,
                List.of("*"),
                category,
                "tested",
                null,
                "",
                range,
                Exemption.Reach.BLOCK,
                range);
    }

    static Finding finding(String address, Control control, Severity severity, Verdict verdict) {
        return finding("test-" + control.id(), address, control, severity, verdict);
    }

    static Finding finding(String rule, String address, Control control, Severity severity, Verdict verdict) {
        Rule asked = new Rule(
                rule,
                "",
                severity,
                control,
                "",
                Map.of(),
                List.of(),
                "",
                new Rule.Remediation("low", "low", ""),
                List.of(),
                List.of());
        Resource resource = TestValues.resource(address, "t", "{}");
        SourceRange range = SourceRange.startOf("main.tf");
        return new Finding(asked, resource, "", verdict, range, "", "", "", null, new Identity(rule, address, "", ""));
    }

    // Points: ports 8, rest 4, log 1, best practices 0. Worked out by hand:
    @ParameterizedTest(name = "{0} → {1} %")
    @CsvSource({
        "a:ports:p, 100",
        "a:ports:f, 0",
        "a:ports:p b:ports:f, 50",
        // a is unhealthy, though it passes one of the two recommendations: 8 × 1/2
        "a:ports:p a:ports:f b:ports:p, 50",
        // 8 × 1/1 + 4 × 0/1 of 12
        "a:ports:p a:rest:f, 66.6667",
        // 8 × 1/4 + 1 × 1/1 of 9
        "a:ports:p b:ports:f c:ports:f d:ports:f a:log:p, 33.3333",
        // an unknown resource is in neither count
        "a:ports:p b:ports:u, 100",
        "a:ports:p a:ports:u b:ports:f, 0",
        // a control of which all is unknown, or that is worth nothing, is in neither sum
        "a:ports:p a:rest:u, 100",
        "a:ports:p a:best:f, 100",
        // mitigated counts as healthy, a waiver leaves the resource out, and hides no other failure of it
        "a:ports:fm b:ports:f, 50",
        "a:ports:um b:ports:f, 50",
        "a:ports:fw b:ports:f, 0",
        "a:ports:fw b:ports:p, 100",
        "a:ports:fw a:ports:p b:ports:f, 0",
        "a:ports:fw a:ports:f b:ports:p, 50",
        "a:ports:fm a:ports:f b:ports:p, 50",
    })
    void followsTheClassicFormula(String findings, double percent) {
        assertThat(SecureScores.of(findings(findings)).percent().orElseThrow()).isCloseTo(percent, within(0.0001));
    }

    @Test
    void hasNoScoreWhereNothingCounts() {
        assertThat(SecureScores.of(List.of()).percent()).isEmpty();
        assertThat(SecureScores.of(findings("a:ports:u")).percent()).isEmpty();
        assertThat(SecureScores.of(findings("a:best:f")).percent()).isEmpty();
        assertThat(SecureScores.of(findings("a:ports:fw")).percent()).isEmpty();
    }

    @Test
    void countsUnknownResourcesBesideTheOthers() {
        SecureScore score = SecureScores.of(findings("a:ports:p b:ports:u c:ports:f d:ports:u"));

        assertThat(score.controls())
                .containsExactly(new SecureScore.ControlScore(Control.SECURE_MANAGEMENT_PORTS, 1, 1, 2));
    }

    // Microsoft's documentation of the score works these out.
    @ParameterizedTest
    @CsvSource({"4, 74, 0.31, 5.69", "42, 8, 5.04, 0.96"})
    void aControlsPointsAreThoseOfMicrosoftsExamples(int healthy, int unhealthy, double current, double potential) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < healthy + unhealthy; i++) {
            Verdict verdict = i < healthy ? Verdict.PASS : Verdict.FAIL;
            findings.add(finding("r" + i, Control.APPLY_SYSTEM_UPDATES, Severity.HIGH, verdict));
        }

        SecureScore.ControlScore control = SecureScores.of(findings).controls().get(0);

        assertThat(control.current()).isCloseTo(current, within(0.005));
        assertThat(control.potential()).isCloseTo(potential, within(0.005));
    }

    @Test
    void aScoreOfUnitsAndAccountsIsThatOfTheirFindings() {
        List<Finding> findings = List.of(
                in("prod", "1111", finding("a:ports:p")),
                in("prod", "1111", finding("b:ports:f")),
                in("prod", "", finding("c:ports:p")),
                in("test", "2222", finding("a:ports:f")));

        assertThat(percents(SecureScores.byUnit(findings))).isEqualTo("{prod=66.7, test=0.0}");
        assertThat(percents(SecureScores.byAccount(findings))).isEqualTo("{=100.0, 1111=50.0, 2222=0.0}");
        assertThat(SecureScores.byAccount(findings("a:ports:p b:ports:f"))).isEmpty();
    }

    private static String percents(Map<String, SecureScore> scores) {
        Map<String, String> percents = new TreeMap<>();
        scores.forEach((name, score) -> percents.put(
                name, String.format(Locale.ROOT, "%.1f", score.percent().orElseThrow())));
        return percents.toString();
    }

    static Finding in(String unit, String account, Finding finding) {
        Resource r = finding.resource();
        Resource resource = new Resource(
                r.address(),
                r.type(),
                r.name(),
                r.mode(),
                r.dialect(),
                r.version(),
                r.attributes(),
                r.range(),
                r.header(),
                r.calls(),
                account,
                r.existence());
        return new Finding(
                finding.rule(),
                resource,
                unit,
                finding.verdict(),
                finding.range(),
                "",
                "",
                "",
                null,
                finding.identity());
    }
}
