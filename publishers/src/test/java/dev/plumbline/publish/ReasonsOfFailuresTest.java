package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a rule's title does not say of a failure, such as the day on which support ended. */
class ReasonsOfFailuresTest {
    private static final String REASON = "support of PostgreSQL 12.7 ended on 2025-02-28";

    private static ScanResult result() {
        ScanResult shop = ScanResults.shop();
        Finding failed = shop.findings(Verdict.FAIL).findFirst().orElseThrow();
        Finding explained = new Finding(
                failed.rule(),
                failed.resource(),
                failed.unit(),
                Verdict.FAIL,
                failed.range(),
                failed.attribute(),
                REASON,
                failed.assumption(),
                failed.origin(),
                failed.identity());
        return new ScanResult(
                shop.base(), shop.units(), shop.rules(), List.of(explained), List.of(), shop.score(), shop.gate());
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSOLE", "SARIF", "JSON", "HTML", "JUNIT", "CSV"})
    void areToldAndNotCalledUnknown(ReportFormat format) throws IOException {
        String report = Golden.publish(result(), format, PublishOptions.DEFAULT);

        assertThat(report).contains(REASON).doesNotContain("Unknown: ").doesNotContain("unknown because");
    }
}
