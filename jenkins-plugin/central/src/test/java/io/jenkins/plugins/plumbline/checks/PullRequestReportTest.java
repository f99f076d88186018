package io.jenkins.plugins.plumbline.checks;

import static io.jenkins.plugins.plumbline.support.Reports.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.annotate.report.Report;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.posture.Gate;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import io.jenkins.plugins.plumbline.support.Reports;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PullRequestReportTest {
    private static final GateDecision BLOCKED = new GateDecision(Criticality.FAILURE, List.of("Because."));

    private static Report of(GateDecision decision, ChecksScope scope) {
        return PullRequestReport.of(
                Reports.compared(
                        Reports.of(
                                62.5,
                                failed("a", Severity.HIGH),
                                failed("b", Severity.LOW),
                                Reports.finding("u", Severity.LOW, Finding.UNKNOWN),
                                Reports.finding("e", Severity.LOW, Finding.EXEMPTED)),
                        Reports.of(70.0, failed("a", Severity.HIGH))),
                decision,
                scope,
                Set.of());
    }

    @Test
    void newFindingsAreToldAndKnownOnesCounted() {
        Report report = of(BLOCKED, ChecksScope.NEW);
        assertThat(report.annotations()).singleElement().satisfies(annotation -> {
            assertThat(annotation.fingerprint()).isEqualTo("fingerprint-b");
            assertThat(annotation.resources()).containsExactly("aws_s3_bucket.b");
            assertThat(annotation.rule().remediation()).isEqualTo("Set acl to private.");
            assertThat(annotation.file()).isEqualTo("infra/main.tf");
            assertThat(annotation.startLine()).isEqualTo(3);
        });
        assertThat(report.known()).isEqualTo(1);
        assertThat(report.unknown()).isEqualTo(1);
        assertThat(report.score()).hasValue(62.5);
        assertThat(report.before()).hasValue(70.0);
    }

    @Test
    void whatIsNotTrueAnyMoreCanBeTakenBackAndNothingElse() {
        assertThat(of(BLOCKED, ChecksScope.NEW).standing())
                .containsExactlyInAnyOrder("fingerprint-a", "fingerprint-b", "fingerprint-u");
    }

    @Test
    void theBuildsGatesDecide() {
        assertThat(of(BLOCKED, ChecksScope.ALL).status()).isEqualTo(Gate.Status.BLOCKED);
        assertThat(of(BLOCKED, ChecksScope.ALL).reasons()).containsExactly("Because.");
        assertThat(of(new GateDecision(Criticality.NONE, List.of()), ChecksScope.ALL)
                        .status())
                .isEqualTo(Gate.Status.PASSED);
    }

    @Test
    void resourcesOfOnePlaceShareAnAnnotation() {
        assertThat(PullRequestReport.of(
                                Reports.of(1.0, failed("a", Severity.HIGH), failed("b", Severity.HIGH)),
                                BLOCKED,
                                ChecksScope.ALL,
                                Set.of())
                        .annotations())
                .singleElement()
                .satisfies(annotation ->
                        assertThat(annotation.resources()).containsExactly("aws_s3_bucket.a", "aws_s3_bucket.b"));
    }
}
