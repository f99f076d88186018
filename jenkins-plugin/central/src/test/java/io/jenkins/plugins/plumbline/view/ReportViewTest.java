package io.jenkins.plugins.plumbline.view;

import static io.jenkins.plugins.plumbline.support.Reports.failed;
import static io.jenkins.plugins.plumbline.support.Reports.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import io.jenkins.plugins.plumbline.support.Reports;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportViewTest {
    private static final Report REPORT = Reports.compared(
            Reports.of(
                    63.49,
                    failed("a", Severity.LOW),
                    failed("b", Severity.CRITICAL),
                    finding("c", Severity.HIGH, Finding.UNKNOWN)),
            Reports.of(70.0, failed("a", Severity.LOW), failed("gone", Severity.HIGH)));

    private static final ReportView VIEW = new ReportView(REPORT, true);

    @Test
    void theScoreIsNeverRoundedUp() {
        assertThat(VIEW.getScore()).isEqualTo("63.4 %");
        assertThat(VIEW.getArc()).isEqualTo("63.4");
        assertThat(new ReportView(Reports.of(null), true).getScore()).isEqualTo("none");
    }

    @Test
    void recommendationsComeGravestFirstAndHealthyOnesApart() {
        assertThat(VIEW.getRules()).extracting(RuleView::getSeverity).containsExactly("critical", "high", "low");
        assertThat(VIEW.getHealthy()).extracting(RuleView::getSeverity).containsExactly("medium");
        RuleView low = VIEW.getRules().get(2);
        assertThat(low.getFailed()).isEqualTo(1);
        assertThat(low.getFresh()).isZero();
        assertThat(VIEW.getRules().get(0).getFresh()).isEqualTo(1);
        assertThat(VIEW.getRules().get(1).getUnknown()).isEqualTo(1);
    }

    @Test
    void aFindingsKeyLeadsBackToIt() {
        FindingView shown = VIEW.getRules().get(0).getFindings().get(0);
        assertThat(VIEW.finding(shown.getKey()))
                .get()
                .extracting(FindingView::getAddress)
                .isEqualTo(shown.getAddress());
        assertThat(VIEW.finding(-1)).isEmpty();
        assertThat(VIEW.finding(3)).isEmpty();
    }

    @Test
    void thePageShowsTheFirstFindingsOfARuleAndItsOwnPageAll() {
        Report many = Reports.of(
                1.0,
                IntStream.range(0, 150)
                        .mapToObj(i -> failed("b" + i, Severity.HIGH))
                        .toArray(Finding[]::new));
        RuleView shown = new ReportView(many, true).getRules().get(0);
        assertThat(shown.getFindings()).hasSize(100);
        assertThat(shown.getMore()).isEqualTo(50);
        assertThat(new ReportView(many, true)
                        .rule(Reports.rule(Severity.HIGH))
                        .orElseThrow()
                        .getFindings())
                .hasSize(150);
    }

    @Test
    void theComparisonIsTold() {
        assertThat(VIEW.getReference()).isEqualTo("infra/main #7");
        assertThat(VIEW.getReferenceUrl()).isEqualTo("job/infra/job/main/7/plumbline/");
        assertThat(VIEW.getFixed()).extracting(FixedView::getAddress).containsExactly("aws_s3_bucket.gone");
        assertThat(VIEW.getNumbers())
                .filteredOn(number ->
                        number.getLabel().equals("new") || number.getLabel().equals("fixed"))
                .extracting(NumberView::getNumber)
                .containsExactly(1, 1);
        assertThat(new ReportView(Reports.of(1.0), true).getReference()).isEmpty();
    }

    @Test
    void sourceIsForThoseWhoMaySeeTheWorkspace() {
        FindingView allowed = VIEW.finding(0).orElseThrow();
        FindingView refused = new ReportView(REPORT, false).finding(0).orElseThrow();
        assertThat(allowed.getExcerpt()).hasSize(3);
        assertThat(allowed.isSourceShown()).isTrue();
        assertThat(refused.getExcerpt()).isEmpty();
        assertThat(refused.isSourceShown()).isFalse();
    }

    @Test
    void charactersThatMisleadAreReplaced() {
        ReportView view = new ReportView(Reports.of(1.0, failed("a\u202Eb\u0007\nc", Severity.LOW)), true);
        assertThat(view.finding(0).orElseThrow().getAddress()).isEqualTo("aws_s3_bucket.a\uFFFDb\u2407 c");
    }

    @Test
    void filtersOfferWhatThereIs() {
        assertThat(VIEW.getServices()).containsExactly("aws s3");
        assertThat(VIEW.getLanguages()).containsExactly("terraform");
        assertThat(VIEW.getFiles()).containsExactly("infra/main.tf");
    }
}
