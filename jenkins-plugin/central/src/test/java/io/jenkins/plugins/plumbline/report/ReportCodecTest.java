package io.jenkins.plugins.plumbline.report;

import static io.jenkins.plugins.plumbline.support.Reports.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.support.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCodecTest {
    private static final Report REPORT = Reports.compared(
            Reports.of(
                    62.5,
                    failed("a", Severity.HIGH),
                    Reports.finding("b", Severity.LOW, Report.Finding.UNKNOWN),
                    Reports.finding("c", Severity.LOW, Report.Finding.EXEMPTED)),
            Reports.of(null, failed("gone", Severity.CRITICAL)));

    private static byte[] zipped(String json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void readsWhatItWrote() throws IOException {
        assertThat(ReportCodec.read(ReportCodec.write(REPORT))).isEqualTo(REPORT);
    }

    @Test
    void readsWhatAnEarlierVersionWrote() throws IOException {
        Report report = ReportCodec.read(zipped("""
                {"format": 1, "gate": {"status": "passed"}, "counts": {"high": 1}, "unheardOf": {"a": []},
                 "findings": [{"rule": "r", "severity": "HIGH", "fingerprint": "f", "unit": ".", "state": "failed",
                   "place": {"file": "main.tf", "startLine": 1}}]}
                """));
        assertThat(report.counts()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(report.controls()).isEmpty();
        assertThat(report.comparison()).isNull();
        assertThat(report.findings().get(0).excerpt()).isEmpty();
    }

    @Test
    void refusesWhatALaterVersionWrote() throws IOException {
        byte[] later = zipped("{\"format\": 2, \"gate\": {\"status\": \"passed\"}, \"counts\": {}}");
        assertThatThrownBy(() -> ReportCodec.read(later)).hasMessageContaining("written by a newer version");
    }

    @Test
    void refusesWhatIsNoReport() throws IOException {
        assertThatThrownBy(() -> ReportCodec.read(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
        for (String text : new String[] {"", "[]", "null", "{\"format\": 1}", "{\"format\": {}}", "{"}) {
            byte[] bytes = zipped(text);
            assertThatThrownBy(() -> ReportCodec.read(bytes)).as(text).isInstanceOf(IOException.class);
        }
    }

    @Test
    void unpacksNoMoreThanItMay() throws IOException {
        byte[] bomb = zipped(" ".repeat(100_000));
        assertThatThrownBy(() -> ReportCodec.read(bomb, 1_000)).hasMessageContaining("larger than 1000 bytes");
    }

    @Test
    void aBuildsDirectoryKeepsTheReportsOfItsChecksApart(@TempDir Path run) throws IOException {
        ReportStore.write(run, "plumbline", REPORT);
        ReportStore.write(run, "other", Reports.of(1.0));
        assertThat(ReportStore.read(run, "plumbline")).isEqualTo(REPORT);
        assertThat(ReportStore.read(run, "other")).isEqualTo(Reports.of(1.0));
        assertThat(run.toFile().list())
                .containsExactlyInAnyOrder("plumbline-plumbline.json.gz", "plumbline-other.json.gz");
        assertThatThrownBy(() -> ReportStore.read(run, "never")).isInstanceOf(IOException.class);
    }
}
