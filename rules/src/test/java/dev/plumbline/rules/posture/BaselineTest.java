package dev.plumbline.rules.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

    @TempDir
    private Path directory;

    @Test
    void readsTheFailedVerdictsOfAJsonReport() throws IOException {
        Baseline baseline = read("""
                {"format": "plumbline-report/1",
                 "findings": [{"fingerprint": "a", "resource": {"fingerprint": "x"}}, {"fingerprint": "b"}],
                 "unknown": [{"fingerprint": "c"}]}""");
        assertThat(baseline.fingerprints()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void readsTheResultsOfASarifReport() throws IOException {
        Baseline baseline = read("""
                {"runs": [{"tool": {"driver": {"name": "Plumbline"}},
                 "results": [{"partialFingerprints": {"plumbline/v1": "a", "other/v1": "x"}}],
                 "properties": {"plumbline/v1": "y"}}]}""");
        assertThat(baseline.fingerprints()).containsExactly("a");
    }

    @Test
    void doesNotKnowWhatWasExempted() throws IOException {
        assertThat(read("""
                {"format": "plumbline-report/1",
                 "findings": [{"fingerprint": "a"}], "exempted": [{"fingerprint": "b"}]}""").fingerprints()).containsExactly("a");
        assertThat(read("""
                {"runs": [{"tool": {"driver": {"name": "Plumbline"}},
                 "results": [{"partialFingerprints": {"plumbline/v1": "a"}, "suppressions": []},
                             {"partialFingerprints": {"plumbline/v1": "b"}, "suppressions": [{"kind": "inSource"}]},
                             {"suppressions": [{"kind": "inSource"}], "partialFingerprints": {"plumbline/v1": "c"}}]},
                          {"results": [{}, {"partialFingerprints": {"plumbline/v1": "d"}}]}]}""").fingerprints()).containsExactlyInAnyOrder("a", "d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[\"format\"]",
                "{\"findings\": [{\"fingerprint\": \"a\"}]}",
                "{\"format\": \"other\"}",
                "{\"runs\": [{\"tool\": {\"driver\": {\"name\": \"other\"}}}]}",
                "{\"format\": \"plumbline-report/1\"",
                "not json"
            })
    void refusesWhatIsNoReportOfOurs(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class).hasMessageContaining("baseline.json");
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(IOException.class);
    }

    private Baseline read(String text) throws IOException {
        Path file = directory.resolve("baseline.json");
        Files.writeString(file, text);
        return Baseline.read(file);
    }
}
