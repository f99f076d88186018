package dev.plumbline.rules.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Identity;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.TestValues;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.posture.Control;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ComparerTest {

    @Test
    void tellsNewUnchangedReopenedAndResolved() {
        Finding stays = finding("dev", "a", "stays");
        Finding back = finding("dev", "b", "back");
        Finding added = finding("dev", "c", "added");
        KnownFinding gone = known("dev", "d", "gone");
        Baseline baseline = new Baseline(
                "known.json",
                List.of(gone, KnownFinding.of(stays)),
                List.of(KnownFinding.of(back)),
                OptionalDouble.of(50));

        assertThat(Comparer.compare(baseline, List.of(stays, back, added), known -> true))
                .isEqualTo(new Comparison(
                        "known.json",
                        Map.of(
                                stays.fingerprint(),
                                Change.UNCHANGED,
                                back.fingerprint(),
                                Change.REOPENED,
                                added.fingerprint(),
                                Change.NEW),
                        List.of(gone),
                        OptionalDouble.of(50)));
    }

    @Test
    void nothingIsKnownWithoutABaseline() {
        assertThat(Comparer.compare(Baseline.NONE, List.of(finding("dev", "a", "f")), known -> true))
                .isEqualTo(Comparison.NONE);
    }

    @Test
    void whatTheScanDidNotLookAtIsNotResolved() {
        Baseline baseline = baseline(known("dev", "a", "f"), known("prod", "a", "g"));

        assertThat(Comparer.compare(baseline, List.of(), known -> known.unit().equals("dev"))
                        .resolved())
                .containsExactly(known("dev", "a", "f"));
    }

    @Test
    void whatHasBecomeUnknownIsNotResolved() {
        Finding unknown = finding("dev", "a", "f", Verdict.UNKNOWN);

        Comparison comparison = Comparer.compare(baseline(known("dev", "a", "f")), List.of(unknown), known -> true);

        assertThat(comparison.resolved()).isEmpty();
        assertThat(comparison.of(unknown)).isEmpty();
    }

    @Test
    void whatPassesIsResolved() {
        Finding passed = finding("dev", "a", "f", Verdict.PASS);

        assertThat(Comparer.compare(baseline(known("dev", "a", "f")), List.of(passed), known -> true)
                        .resolved())
                .hasSize(1);
    }

    @Test
    void aRenamedDirectoryMakesNothingNew() {
        Baseline baseline = baseline(known("live/dev", "a", "f"), known("live/prod", "a", "f:2"));
        Finding dev = finding("environments/dev", "a", "f");
        Finding prod = finding("environments/prod", "a", "f:2");

        Comparison comparison = Comparer.compare(baseline, List.of(dev, prod), known -> true);

        assertThat(comparison.changes())
                .isEqualTo(Map.of(dev.fingerprint(), Change.UNCHANGED, prod.fingerprint(), Change.UNCHANGED));
        assertThat(comparison.resolved()).isEmpty();
    }

    @Test
    void oneOfTwoLikeFindingsIsResolvedWhereItWas() {
        Baseline baseline = baseline(known("dev", "a", "f"), known("prod", "a", "f:2"));

        assertThat(Comparer.compare(baseline, List.of(finding("prod", "a", "f")), known -> true)
                        .resolved())
                .containsExactly(known("dev", "a", "f"));
    }

    @Test
    void aCopyIsNewAndTheOriginalIsNot() {
        Baseline baseline = baseline(known("dev", "a", "f"));
        Finding copy = finding("a-copy", "a", "f");
        Finding original = finding("dev", "a", "f:2");

        assertThat(Comparer.compare(baseline, List.of(copy, original), known -> true)
                        .changes())
                .isEqualTo(Map.of(copy.fingerprint(), Change.NEW, original.fingerprint(), Change.UNCHANGED));
    }

    @Test
    void aNameIsTrustedMoreThanAnOrder() {
        Baseline baseline = baseline(known("old/one", "a", "f"), known("old/two", "a", "f:2"));
        Finding three = finding("a/three", "a", "f");
        Finding two = finding("new/two", "a", "f:2");
        Finding one = finding("new/zone/one", "a", "f:3");

        assertThat(Comparer.compare(baseline, List.of(three, two, one), known -> true)
                        .changes())
                .isEqualTo(Map.of(
                        three.fingerprint(),
                        Change.NEW,
                        two.fingerprint(),
                        Change.UNCHANGED,
                        one.fingerprint(),
                        Change.UNCHANGED));
    }

    static Baseline baseline(KnownFinding... accepted) {
        return new Baseline("known.json", List.of(accepted), List.of(), OptionalDouble.empty());
    }

    static KnownFinding known(String unit, String address, String element) {
        return KnownFinding.of(finding(unit, address, element));
    }

    static Finding finding(String unit, String address, String element) {
        return finding(unit, address, element, Verdict.FAIL);
    }

    /** @param element with its number behind a colon, unless that is 1: {@code "f:2"} */
    static Finding finding(String unit, String address, String element, Verdict verdict) {
        Rule rule = new Rule(
                "test-rule",
                "A title",
                Severity.HIGH,
                Control.SECURITY_BEST_PRACTICES,
                "",
                Map.of(),
                List.of(),
                "",
                new Rule.Remediation("low", "low", ""),
                List.of(),
                List.of());
        Resource resource = TestValues.resource(address, "t", "{}");
        SourceRange range = SourceRange.startOf(unit + "/main.tf");
        String[] numbered = (element + ":1").split(":");
        Identity identity = new Identity(rule.id(), address, "", numbered[0], Integer.parseInt(numbered[1]));
        return new Finding(rule, resource, unit, verdict, range, "", "", "", null, identity);
    }
}
