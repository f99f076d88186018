package io.jenkins.plugins.plumbline.view;

import static io.jenkins.plugins.plumbline.support.Reports.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.RunSummary;
import io.jenkins.plugins.plumbline.support.Reports;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendViewTest {
    private static TrendPoint point(int build, Report report) {
        return new TrendPoint(
                build,
                "job/a/" + build + "/plumbline/",
                RunSummary.of(report, new GateDecision(Criticality.NONE, List.of())));
    }

    private static final TrendView TREND = new TrendView(List.of(
            point(9, Reports.of(100.0)),
            point(8, Reports.of(null)),
            point(
                    5,
                    Reports.of(
                            0.0,
                            failed("a", Severity.CRITICAL),
                            failed("b", Severity.LOW),
                            failed("c", Severity.LOW)))));

    @Test
    void theDrawingGoesFromTheOldestBuildToTheNewest() {
        assertThat(TREND.getFirst()).isEqualTo(5);
        assertThat(TREND.getLast()).isEqualTo(9);
        assertThat(TREND.getDots())
                .containsExactly(
                        new TrendView.Dot("128.3", "140.0", "#5: 0.0 %"),
                        new TrendView.Dot("505.7", "8.0", "#9: 100.0 %"));
        assertThat(TREND.getLine()).isEqualTo("128.3,140.0 505.7,8.0");
    }

    @Test
    void barsStackFindingsGravestAtTheBottom() {
        assertThat(TREND.getMost()).isEqualTo(3);
        assertThat(TREND.getBars())
                .containsExactly(
                        new TrendView.Bar("108.3", "96.0", "40.0", "44.0", "critical", "#5: 1 critical"),
                        new TrendView.Bar("108.3", "8.0", "40.0", "88.0", "low", "#5: 2 low"));
    }

    @Test
    void theTableGoesFromTheNewestBuildBack() {
        assertThat(TREND.getRows()).extracting(TrendView.Row::getBuild).containsExactly(9, 8, 5);
        assertThat(TREND.getRows()).extracting(TrendView.Row::getScore).containsExactly("100.0 %", "–", "0.0 %");
    }

    @Test
    void aJobWithoutChecksHasAnEmptyTrend() {
        TrendView empty = new TrendView(List.of());
        assertThat(empty.isDrawn()).isFalse();
        assertThat(empty.getBars()).isEmpty();
        assertThat(empty.getLine()).isEmpty();
    }
}
