package io.jenkins.plugins.plumbline.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.publish.ReportFormat;
import dev.plumbline.rules.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionReaderTest {
    @Test
    void itemsStandOnLinesOrBetweenCommas() {
        assertThat(OptionReader.items(" a, b\n\r\n c,,")).containsExactly("a", "b", "c");
        assertThat(OptionReader.items(null)).isEmpty();
    }

    @Test
    void aVariablesValueMayHoldCommasAndSigns() throws OptionException {
        assertThat(OptionReader.variables("env = prod\n\nids=[\"a\",\"b=c\"]\nempty="))
                .isEqualTo(Map.of("env", "prod", "ids", "[\"a\",\"b=c\"]", "empty", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "=prod", "  =x"})
    void aVariableHasAName(String text) {
        assertThatThrownBy(() -> OptionReader.variables(text)).hasMessageContaining("write name=value, one a line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", "a b", "-a", "a.b"})
    void anIdCanStandInAnAddress(String id) {
        assertThatThrownBy(() -> OptionReader.id(id)).hasMessageContaining("Option 'id'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/tmp", "../x", "a/../../x", "C:\\x", "a,b", "a/./b", "a//b", "**", "a\u0000"})
    void reportsStayInTheWorkspace(String directory) {
        assertThatThrownBy(() -> OptionReader.reportDirectory(directory))
                .hasMessageContaining("is not a directory of the workspace");
    }

    @Test
    void aReportDirectoryMayBeDeepAndWrittenAsOnWindows() throws OptionException {
        assertThat(OptionReader.reportDirectory("target\\plumbline")).isEqualTo("target/plumbline");
    }

    @Test
    void formatsAreNamedInAnyCaseAndOrder() throws OptionException {
        assertThat(OptionReader.formats("Sarif, json,sarif")).containsExactly(ReportFormat.SARIF, ReportFormat.JSON);
        assertThatThrownBy(() -> OptionReader.formats("pdf"))
                .hasMessageContaining("'pdf' is not a format; use console, sarif");
    }

    @Test
    void severitiesAreNamed() throws OptionException {
        assertThat(OptionReader.failOn(" High ")).isEqualTo(Severity.HIGH);
        assertThat(OptionReader.failOn("none")).isNull();
        assertThatThrownBy(() -> OptionReader.failOn("severe"))
                .hasMessage("Option 'failOn': 'severe' is not a severity; use critical, high, medium, low or none.");
    }

    @Test
    void scoresAreOf100() throws OptionException {
        assertThat(OptionReader.score("minScore", "")).isNull();
        assertThat(OptionReader.score("minScore", " 62.5 ")).isEqualTo(62.5);
        for (String text : new String[] {"-1", "101", "NaN", "much"}) {
            assertThatThrownBy(() -> OptionReader.score("minScore", text)).hasMessageContaining("from 0 to 100");
        }
    }

    @Test
    void thresholdsAreWholeNumbersFromOne() throws OptionException {
        assertThat(OptionReader.threshold("3")).isEqualTo(3);
        for (String text : new String[] {"0", "-1", "1.5", ""}) {
            assertThatThrownBy(() -> OptionReader.threshold(text)).hasMessageContaining("a whole number from 1 on");
        }
    }

    @Test
    void reportsAreFilesOfTheirDirectory() throws OptionException {
        Options options = new Options();
        assertThat(OptionReader.reportFiles(options))
                .containsExactlyInAnyOrder("plumbline/plumbline.html", "plumbline/plumbline.sarif");
        options.reportDirectory = " target\\reports ";
        options.reports = "json";
        assertThat(OptionReader.reportFiles(options)).containsExactly("target/reports/plumbline.json");
        options.reports = "";
        options.reportDirectory = "..";
        assertThat(OptionReader.reportFiles(options)).isEmpty();
        options.reports = "json";
        assertThatThrownBy(() -> OptionReader.reportFiles(options)).hasMessageContaining("Option 'reportDirectory'");
    }

    @Test
    void globsAreChecked() throws OptionException {
        assertThat(OptionReader.globs("**/sandbox/**\nlegacy")).containsExactly("**/sandbox/**", "legacy");
        assertThatThrownBy(() -> OptionReader.globs("[")).hasMessageContaining("is not a glob");
    }
}
