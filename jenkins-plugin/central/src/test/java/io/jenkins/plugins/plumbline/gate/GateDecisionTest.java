package io.jenkins.plugins.plumbline.gate;

import static io.jenkins.plugins.plumbline.support.Reports.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.support.Reports;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateDecisionTest {
    private static final Report TWO = Reports.of(60.0, failed("a", Severity.HIGH), failed("b", Severity.LOW));

    private static GateDecision judge(Report report, GateRule... rules) {
        return GateDecision.of(report, Criticality.FAILURE, List.of(rules));
    }

    @Test
    void passesWhereNothingBlocks() {
        GateDecision decision = judge(TWO);
        assertThat(decision.blocked()).isFalse();
        assertThat(decision.criticality()).isEqualTo(Criticality.NONE);
    }

    @Test
    void theScansOwnGateTakesTheCriticalityOfTheJob() {
        Report blocked = Reports.blocked(60.0, "1 finding of high severity.", failed("a", Severity.HIGH));
        assertThat(judge(blocked))
                .isEqualTo(new GateDecision(Criticality.FAILURE, List.of("1 finding of high severity.")));
        assertThat(GateDecision.of(blocked, Criticality.UNSTABLE, List.of()).criticality())
                .isEqualTo(Criticality.UNSTABLE);
        GateDecision told = GateDecision.of(blocked, Criticality.NONE, List.of());
        assertThat(told.criticality()).isEqualTo(Criticality.NONE);
        assertThat(told.blocked()).isTrue();
    }

    @Test
    void aThresholdIsReachedByThatNumber() {
        assertThat(judge(TWO, new GateRule(3, GateType.TOTAL, null, Criticality.FAILURE))
                        .blocked())
                .isFalse();
        assertThat(judge(TWO, new GateRule(2, GateType.TOTAL, null, Criticality.UNSTABLE)))
                .isEqualTo(new GateDecision(Criticality.UNSTABLE, List.of("2 findings, and 2 do not pass.")));
    }

    @Test
    void aSeverityCountsWhatIsGraverToo() {
        assertThat(judge(TWO, new GateRule(1, GateType.TOTAL, Severity.MEDIUM, Criticality.UNSTABLE))
                        .reasons())
                .containsExactly("1 findings of medium severity or graver, and 1 do not pass.");
        assertThat(judge(TWO, new GateRule(1, GateType.TOTAL, Severity.CRITICAL, Criticality.UNSTABLE))
                        .blocked())
                .isFalse();
    }

    @Test
    void withoutAReferenceNothingIsNewOrMore() {
        assertThat(judge(
                                TWO,
                                new GateRule(1, GateType.NEW, null, Criticality.FAILURE),
                                new GateRule(1, GateType.DELTA, null, Criticality.FAILURE))
                        .blocked())
                .isFalse();
    }

    @Test
    void newFindingsCountWhereOthersWereFixed() {
        Report compared =
                Reports.compared(TWO, Reports.of(60.0, failed("c", Severity.HIGH), failed("b", Severity.LOW)));
        assertThat(judge(compared, new GateRule(1, GateType.NEW, null, Criticality.UNSTABLE))
                        .reasons())
                .containsExactly("1 new findings, and 1 do not pass.");
        assertThat(judge(compared, new GateRule(1, GateType.DELTA, null, Criticality.UNSTABLE))
                        .blocked())
                .isFalse();
    }

    @Test
    void moreFindingsThanBeforeAreADelta() {
        Report compared = Reports.compared(TWO, Reports.of(60.0, failed("b", Severity.LOW)));
        assertThat(judge(compared, new GateRule(1, GateType.DELTA, Severity.HIGH, Criticality.FAILURE))
                        .criticality())
                .isEqualTo(Criticality.FAILURE);
    }

    @Test
    void theGravestOfSeveralGatesDecides() {
        GateDecision decision = judge(
                TWO,
                new GateRule(1, GateType.TOTAL, null, Criticality.FAILURE),
                new GateRule(1, GateType.TOTAL, null, Criticality.NONE),
                new GateRule(1, GateType.TOTAL, null, Criticality.UNSTABLE));
        assertThat(decision.criticality()).isEqualTo(Criticality.FAILURE);
        assertThat(decision.reasons()).hasSize(3);
    }

    @Test
    void aThresholdOfNothingMeansNothing() {
        assertThatThrownBy(() -> new GateRule(0, GateType.TOTAL, null, Criticality.FAILURE))
                .hasMessageContaining("1 or more, not 0");
    }
}
