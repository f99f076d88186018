package io.jenkins.plugins.plumbline.view;

import static io.jenkins.plugins.plumbline.support.Reports.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import io.jenkins.plugins.plumbline.support.Reports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepResultTest {
    private static final Report REPORT = Reports.compared(
            Reports.of(62.5, failed("a", Severity.HIGH), Reports.finding("u", Severity.LOW, Finding.UNKNOWN)),
            Reports.of(60.0, failed("gone", Severity.LOW)));

    private static final Map<String, Object> RESULT =
            StepResult.of(REPORT, new GateDecision(Criticality.UNSTABLE, List.of("Because.")), "job/a/1/plumbline/");

    @Test
    void holdsTheNumbersAndTheVerdict() {
        assertThat(RESULT)
                .containsEntry("score", 62.5)
                .containsEntry("critical", 0)
                .containsEntry("high", 1)
                .containsEntry("total", 1)
                .containsEntry("unknown", 1)
                .containsEntry("added", 1)
                .containsEntry("fixed", 1)
                .containsEntry("blocked", true)
                .containsEntry("reasons", List.of("Because."))
                .containsEntry("url", "job/a/1/plumbline/");
    }

    @Test
    @SuppressWarnings("unchecked")
    void holdsTheFindingsThatFailed() {
        List<Map<String, Object>> findings = (List<Map<String, Object>>) RESULT.get("findings");
        assertThat(findings)
                .containsExactly(Map.of(
                        "rule", "aws-s3-high",
                        "title", "Buckets should be kept private (high)",
                        "severity", "high",
                        "resource", "aws_s3_bucket.a",
                        "type", "aws_s3_bucket",
                        "file", "infra/main.tf",
                        "line", 3,
                        "column", 3,
                        "fingerprint", "fingerprint-a",
                        "change", "new"));
    }

    /** What a sandboxed script may read and a suspended build be stored with. */
    @Test
    void isMadeOfPlainTypesAlone() {
        check(RESULT);
    }

    private static void check(Object value) {
        assertThat(value == null ? Void.class : value.getClass())
                .isIn(Set.of(
                        Void.class,
                        LinkedHashMap.class,
                        ArrayList.class,
                        String.class,
                        Integer.class,
                        Double.class,
                        Boolean.class));
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(StepResultTest::check);
        } else if (value instanceof List<?> list) {
            list.forEach(StepResultTest::check);
        }
    }

    @Test
    void isBounded() {
        Report many = Reports.of(
                1.0,
                IntStream.range(0, 1_500)
                        .mapToObj(i -> failed("b" + i, Severity.LOW))
                        .toArray(Finding[]::new));
        Map<String, Object> result = StepResult.of(many, new GateDecision(Criticality.NONE, List.of()), "");
        assertThat((List<?>) result.get("findings")).hasSize(1_000);
        assertThat(result).containsEntry("total", 1_500);
    }
}
