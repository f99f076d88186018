package io.jenkins.plugins.plumbline.checks;

import static io.jenkins.plugins.plumbline.support.Reports.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.checks.CheckReport.Annotation;
import io.jenkins.plugins.plumbline.checks.CheckReport.Conclusion;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import io.jenkins.plugins.plumbline.support.Reports;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckReportTest {
    private static final GateDecision PASSED = new GateDecision(Criticality.NONE, List.of());
    private static final Report PLAIN = Reports.of(
            60.0,
            failed("a", Severity.HIGH),
            failed("b", Severity.LOW),
            Reports.finding("u", Severity.LOW, Finding.UNKNOWN));

    private static final Report COMPARED = Reports.compared(PLAIN, Reports.of(60.0, failed("a", Severity.HIGH)));

    private static List<Annotation> annotations(Report report, ChecksScope scope, String... modified) {
        return CheckReport.of("Plumbline", report, PASSED, scope, Set.of(modified))
                .annotations();
    }

    @Test
    void theScopeSaysWhichFindingsAreAnnotated() {
        assertThat(annotations(COMPARED, ChecksScope.ALL)).hasSize(2);
        assertThat(annotations(COMPARED, ChecksScope.NEW))
                .singleElement()
                .satisfies(annotation -> assertThat(annotation.message()).startsWith("aws_s3_bucket.b"));
        assertThat(annotations(PLAIN, ChecksScope.NEW)).hasSize(2);
        assertThat(annotations(COMPARED, ChecksScope.NONE)).isEmpty();
        assertThat(annotations(COMPARED, ChecksScope.MODIFIED, "other.tf")).isEmpty();
        assertThat(annotations(COMPARED, ChecksScope.MODIFIED, "infra/main.tf")).hasSize(2);
        Report byLine = Reports.of(
                60.0,
                Reports.modified(failed("a", Severity.HIGH), false),
                Reports.modified(failed("b", Severity.LOW), true));
        assertThat(annotations(byLine, ChecksScope.MODIFIED, "infra/main.tf"))
                .singleElement()
                .satisfies(annotation -> assertThat(annotation.message()).startsWith("aws_s3_bucket.b"));
    }

    @Test
    void anAnnotationStandsAtItsLinesAndSaysWhyAndHow() {
        assertThat(annotations(COMPARED, ChecksScope.NEW))
                .containsExactly(new Annotation(
                        "infra/main.tf",
                        3,
                        3,
                        Severity.LOW,
                        "Buckets should be kept private (low) (aws-s3-low)",
                        "aws_s3_bucket.b\n\nAnyone can read them.\n\nSet acl to private."));
    }

    @Test
    void theCheckTellsTheNumbersAndTheGate() {
        CheckReport report = CheckReport.of(
                "Plumbline",
                COMPARED,
                new GateDecision(Criticality.FAILURE, List.of("1 finding of high severity.")),
                ChecksScope.ALL,
                Set.of());
        assertThat(report.title()).isEqualTo("2 findings, 1 new");
        assertThat(report.summary()).contains("- 1 finding of high severity.").contains("| 0 | 1 | 0 | 1 | 1 | 0 |");
        assertThat(report.conclusion()).isEqualTo(Conclusion.FAILURE);
    }

    @Test
    void theConclusionFollowsWhatBecomesOfTheBuild() {
        assertThat(conclusion(PASSED)).isEqualTo(Conclusion.SUCCESS);
        assertThat(conclusion(new GateDecision(Criticality.UNSTABLE, List.of("So."))))
                .isEqualTo(Conclusion.NEUTRAL);
        assertThat(conclusion(new GateDecision(Criticality.NONE, List.of("So."))))
                .isEqualTo(Conclusion.NEUTRAL);
    }

    private static Conclusion conclusion(GateDecision decision) {
        return CheckReport.of("Plumbline", PLAIN, decision, ChecksScope.ALL, Set.of())
                .conclusion();
    }

    @Test
    void tooManyAreCutAndToldOf() {
        Report many = Reports.of(
                1.0,
                IntStream.range(0, 300)
                        .mapToObj(i -> failed("b" + i, Severity.LOW))
                        .toArray(Finding[]::new));
        CheckReport report = CheckReport.of("Plumbline", many, PASSED, ChecksScope.ALL, Set.of());
        assertThat(report.annotations()).hasSize(CheckReport.MOST);
        assertThat(report.summary()).contains("The first 250 of 300 findings are annotated.");
    }
}
