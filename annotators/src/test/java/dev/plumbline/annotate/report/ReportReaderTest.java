package dev.plumbline.annotate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.annotate.report.Annotation.Edit;
import dev.plumbline.annotate.report.Annotation.Fix;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.posture.Gate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {
    private static final String RULE = """
            {"id": "aws-x", "title": "X should be", "severity": "high", "control": "c", "benchmarks": {}, "aliases": [],
             "documentation": "https://docs.example/rules/aws-x.html#fix", "risk": "Harm.", "remediation": {"text": "Do it."}}
            """;

    private static Report read(String report) throws IOException {
        return ReportReader.read(
                new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)), "report.json", "./infra/");
    }

    private static String report(String findings, String rest) {
        return """
                {"format": "plumbline-report/1", "gate": {"status": "blocked", "reasons": ["1 high"], "warnings": ["late"]},
                 "score": {"percent": 63.4, "before": 71, "controls": []}, "rules": [%s], "findings": [%s], "unknown": [], %s}
                """.formatted(RULE, findings, rest);
    }

    private static String finding(String fingerprint, String address, String more) {
        return """
                {"rule": "aws-x", "severity": "high", "fingerprint": "%s", "unit": "", "attribute": "a", %s
                 "location": {"file": "main.tf", "startLine": 3, "startColumn": 1, "endLine": 5, "endColumn": 1},
                 "resource": {"address": "%s"}, "origin": []}
                """.formatted(fingerprint, more, address);
    }

    private static final String COMPLETE = "\"diagnostics\": [{\"severity\": \"warning\"}]";

    @Test
    void readsWhatIsToBeSaid() throws IOException {
        String fix = """
                "fix": {"set": "a", "to": "true", "replaces":
                 {"file": "main.tf", "startLine": 4, "startColumn": 7, "endLine": 4, "endColumn": 12}},
                """;
        Report report = read(report(finding("a1", "aws_x.y", fix), COMPLETE));
        assertThat(report.status()).isEqualTo(Gate.Status.BLOCKED);
        assertThat(report.score()).isEqualTo(OptionalDouble.of(63.4));
        assertThat(report.before()).isEqualTo(OptionalDouble.of(71));
        assertThat(report.complete()).isTrue();
        assertThat(report.standing()).containsExactly("a1");
        Annotation annotation = report.annotations().get(0);
        assertThat(annotation.rule().title()).isEqualTo("X should be");
        assertThat(annotation.rule().severity()).isEqualTo(Severity.HIGH);
        assertThat(annotation.rule().documentation()).isEqualTo("https://docs.example/rules/aws-x.html#fix");
        assertThat(annotation.file()).isEqualTo("infra/main.tf");
        assertThat(annotation.startLine()).isEqualTo(3);
        // The range ends before line 5.
        assertThat(annotation.endLine()).isEqualTo(4);
        assertThat(annotation.fix()).isEqualTo(new Fix("a", "true", new Edit(4, 7, 12)));
    }

    @Test
    void theInstancesOfOneTextAreToldTogether() throws IOException {
        Report report = read(report(
                finding("a1", "aws_x.y[0]", "") + "," + finding("a2", "aws_x.y[1]", "") + ","
                        + finding("a3", "aws_x.y[1]", ""),
                COMPLETE));
        assertThat(report.annotations()).singleElement().satisfies(annotation -> {
            assertThat(annotation.fingerprint()).isEqualTo("a1");
            assertThat(annotation.resources()).isEqualTo(List.of("aws_x.y[0]", "aws_x.y[1]"));
        });
        assertThat(report.standing()).containsExactlyInAnyOrder("a1", "a2", "a3");
    }

    @Test
    void whatIsKnownIsCountedOnly() throws IOException {
        Report report = read(report(finding("a1", "aws_x.y", "\"known\": true,"), COMPLETE));
        assertThat(report.annotations()).isEmpty();
        assertThat(report.known()).isEqualTo(1);
        assertThat(report.standing()).containsExactly("a1");
    }

    @Test
    void aFileThatCouldNotBeReadLeavesTheReportIncomplete() throws IOException {
        assertThat(read(report("", "\"diagnostics\": [{\"severity\": \"error\"}]"))
                        .complete())
                .isFalse();
    }

    @Test
    void theModulesOfABuildAreOneReport() throws IOException {
        Report first = read(report(finding("a1", "aws_x.y", ""), COMPLETE));
        Report second =
                read(report(finding("a2", "aws_x.z", ""), "\"diagnostics\": []").replace("blocked", "passed"));
        Report both = Report.of(List.of(second, first));
        assertThat(both.status()).isEqualTo(Gate.Status.BLOCKED);
        assertThat(both.annotations()).hasSize(2);
        assertThat(both.score()).isEmpty();
        assertThat(both.reasons()).containsExactly("1 high", "Warning: late");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{}", "null", "{\"format\": \"plumbline-rules/1\"}", "{\"version\": \"2.1.0\"}"})
    void whatIsNoReportIsTold(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the report report.json is not ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a1 -->", "a1\\n/close", "é"})
    void aFingerprintThatIsNoneIsNotTaken(String fingerprint) {
        assertThatThrownBy(() -> read(report(finding(fingerprint, "aws_x.y", ""), COMPLETE)))
                .isInstanceOf(IOException.class)
                .hasMessage("the report is damaged: a fingerprint in it is none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://a) [b](https://c", "https://a b", "//a", "https://\\u202e"})
    void anAddressThatWouldEndALinkIsNone(String address) throws IOException {
        String text = report(finding("a1", "aws_x.y", ""), COMPLETE)
                .replace("https://docs.example/rules/aws-x.html#fix", address);
        assertThat(read(text).annotations().get(0).rule().documentation()).isEmpty();
    }

    @Test
    void whatFitsIntoNoCommentIsCut() throws IOException {
        Report report = read(report(finding("a1", "aws_x." + "y".repeat(10_000), ""), COMPLETE));
        assertThat(report.annotations().get(0).resources().get(0)).hasSize(4001).endsWith("y…");
    }

    @Test
    void aReportThatIsNotThereIsTold() {
        assertThatThrownBy(() -> ReportReader.read(Path.of("no/such.json"), ""))
                .hasMessageStartingWith("there is no report ");
    }
}
