package dev.plumbline.rules.compliance;

import static dev.plumbline.rules.compliance.BenchmarksTest.BOTH;
import static dev.plumbline.rules.compliance.ControlState.FAILED;
import static dev.plumbline.rules.compliance.ControlState.NOT_ASSESSED;
import static dev.plumbline.rules.compliance.ControlState.NOT_COVERED;
import static dev.plumbline.rules.compliance.ControlState.PASSED;
import static dev.plumbline.rules.compliance.ControlState.UNKNOWN;
import static dev.plumbline.rules.compliance.ControlState.WAIVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Identity;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.posture.Control;
import dev.plumbline.rules.posture.Gate;
import dev.plumbline.rules.posture.SecureScore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComplianceTest {
    private static final Rule DOORS = rule("aws-house-doors", Map.of("house", List.of("H.1")));
    private static final Rule ORDER = rule("aws-law-order", Map.of("law", List.of("L-2")));
    private static final Rule WINDOWS = rule("aws-house-windows", Map.of("house", List.of("H.2")));

    private final Benchmarks covered = BOTH.covering(List.of(DOORS, ORDER, WINDOWS));

    @Test
    void everyControlIsThereWithTheWorstThatIsKnownOfIt() {
        Compliance compliance = of(finding(DOORS, Verdict.PASS), finding(ORDER, Verdict.FAIL));

        assertThat(states(compliance, "house"))
                .containsExactly(Map.entry("H.1", PASSED), Map.entry("H.2", NOT_ASSESSED));
        assertThat(states(compliance, "law"))
                .containsExactly(Map.entry("L-1", PASSED), Map.entry("L-2", FAILED), Map.entry("L-3", NOT_COVERED));
    }

    @Test
    void anUnknownVerdictIsNeitherPassedNorFailed() {
        Compliance compliance = of(finding(DOORS, Verdict.PASS), finding(DOORS, Verdict.UNKNOWN));

        assertThat(states(compliance, "law").get(0)).isEqualTo(Map.entry("L-1", UNKNOWN));
    }

    @Test
    void verdictsAreCounted() {
        Compliance compliance =
                of(finding(DOORS, Verdict.PASS), finding(ORDER, Verdict.FAIL), finding(ORDER, Verdict.UNKNOWN));

        Compliance.OfControl order = compliance.benchmarks().get(1).controls().get(1);
        assertThat(order.passed()).isEqualTo(1);
        assertThat(order.failed()).isEqualTo(1);
        assertThat(order.unknown()).isEqualTo(1);
    }

    @Test
    void whatIsMitigatedPassesAndWhatIsWaivedIsSaidToBe() {
        Compliance compliance = of(
                finding(DOORS, Verdict.FAIL).exemptedBy(exemption(Exemption.Category.WAIVER)),
                finding(WINDOWS, Verdict.FAIL).exemptedBy(exemption(Exemption.Category.MITIGATED)));

        assertThat(states(compliance, "house")).containsExactly(Map.entry("H.1", WAIVED), Map.entry("H.2", PASSED));
    }

    @Test
    void partsAreOfAllControls() {
        Compliance.OfBenchmark law =
                of(finding(ORDER, Verdict.PASS)).benchmarks().get(1);

        assertThat(law.count(PASSED)).isEqualTo(1);
        assertThat(law.percent(PASSED)).isEqualTo(100.0 / 3);
        assertThat(Arrays.stream(ControlState.values())
                        .mapToDouble(law::percent)
                        .sum())
                .isCloseTo(100, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void benchmarksOfOtherCloudsAreLeftOut() {
        Rule azure = rule("azure-x-y", Map.of());

        Compliance compliance = of(finding(azure, Verdict.PASS));

        assertThat(compliance.benchmarks())
                .extracting(seen -> seen.benchmark().id())
                .containsExactly("law");
    }

    @Test
    void withoutRulesNothingIsSaid() {
        assertThat(of().benchmarks()).isEmpty();
    }

    private Compliance of(Finding... findings) {
        return Compliance.of(
                new ScanResult(
                        Path.of("."),
                        List.of(),
                        Arrays.stream(findings).map(Finding::rule).distinct().toList(),
                        List.of(findings),
                        List.of(),
                        new SecureScore(List.of()),
                        new Gate.Outcome(Gate.Status.PASSED, List.of())),
                covered);
    }

    private static List<Map.Entry<String, ControlState>> states(Compliance compliance, String benchmark) {
        return compliance.benchmarks().stream()
                .filter(seen -> seen.benchmark().id().equals(benchmark))
                .flatMap(seen -> seen.controls().stream())
                .map(control -> Map.entry(control.control().id(), control.state()))
                .toList();
    }

    static Rule rule(String id, Map<String, List<String>> benchmarks) {
        return new Rule(
                id,
                "Houses should be safe",
                Severity.LOW,
                Control.SECURITY_BEST_PRACTICES,
                "",
                benchmarks,
                List.of(),
                "Burglars come in.",
                new Rule.Remediation("low", "low", "Lock the door."),
                List.of(),
                List.of());
    }

    private static Finding finding(Rule rule, Verdict verdict) {
        SourceRange range = SourceRange.startOf("main.tf");
        Resource house = new Resource(
                "aws_house.a",
                "aws_house",
                "a",
                Resource.Mode.MANAGED,
                Dialect.TERRAFORM,
                "",
                new ObjectValue(Map.of(), Origin.at(range)),
                range,
                range,
                List.of(),
                Resource.Existence.CERTAIN);
        return new Finding(rule, house, "", verdict, range, "", "", "", null, new Identity(rule.id(), "a", "", ""));
    }

    private static Exemption exemption(Exemption.Category category) {
        SourceRange range = SourceRange.startOf("main.tf");
        return new Exemption(
                Exemption.Syntax.PLUMBLINE,
                List.of(Exemption.EVERY_RULE),
                category,
                "a guard is there",
                null,
                "",
                range,
                Exemption.Reach.BLOCK,
                range);
    }
}
