package dev.plumbline.rules.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineReaderTest {

    @TempDir
    private Path directory;

    @Test
    void readsTheFailedVerdictsOfAJsonReport() throws IOException {
        Baseline baseline = read("""
                {"format": "plumbline-report/1",
                 "findings": [{"fingerprint": "a", "resource": {"fingerprint": "x"}}, {"fingerprint": "b"}],
                 "unknown": [{"fingerprint": "c"}]}""");
        assertThat(fingerprints(baseline)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void readsTheResultsOfASarifReport() throws IOException {
        Baseline baseline = read("""
                {"runs": [{"tool": {"driver": {"name": "Plumbline"}},
                 "results": [{"partialFingerprints": {"plumbline/v1": "a", "other/v1": "x"}}],
                 "properties": {"plumbline/v1": "y"}}]}""");
        assertThat(fingerprints(baseline)).containsExactly("a");
    }

    @Test
    void readsWhatAReportTellsOfAFinding() throws IOException {
        KnownFinding bucket = new KnownFinding(
                "aws-s3-acl", "No public ACL", Severity.HIGH, "live/dev", "live/dev/a b.tf", "aws_s3_bucket.a", "f");
        assertThat(read("""
                {"format": "plumbline-report/1", "score": {"percent": 42.25},
                 "rules": [{"id": "aws-s3-acl", "title": "No public ACL"}],
                 "findings": [{"rule": "aws-s3-acl", "severity": "high", "fingerprint": "f", "unit": "live/dev",
                   "location": {"file": "live/dev/a b.tf", "startLine": 3},
                   "resource": {"address": "aws_s3_bucket.a"}}]}"""))
                .isEqualTo(new Baseline("baseline.json", List.of(bucket), List.of(), OptionalDouble.of(42.25)));
        assertThat(read("""
                {"runs": [{"tool": {"driver": {"name": "Plumbline"}}, "properties": {"secureScore": 42.25},
                 "results": [{"ruleId": "aws-s3-acl", "baselineState": "absent",
                   "locations": [{"physicalLocation": {"artifactLocation": {"uri": "live/dev/a%20b.tf"}},
                     "logicalLocations": [{"fullyQualifiedName": "aws_s3_bucket.a"}]}],
                   "properties": {"unit": "live/dev", "severity": "high"},
                   "partialFingerprints": {"plumbline/v1": "f"}}]}]}"""))
                .isEqualTo(new Baseline(
                        "baseline.json",
                        List.of(),
                        List.of(new KnownFinding(
                                "aws-s3-acl",
                                "",
                                Severity.HIGH,
                                "live/dev",
                                "live/dev/a b.tf",
                                "aws_s3_bucket.a",
                                "f")),
                        OptionalDouble.of(42.25)));
    }

    @Test
    void namesTheLineOfAFault() {
        assertThatThrownBy(() -> read("{\"format\": \"plumbline-baseline/1\",\n<<<<<<< HEAD\n"))
                .hasMessageContaining("is not JSON at line 2")
                .hasMessageEndingWith("write it anew with: plumbline baseline");
        assertThatThrownBy(() -> read("""
                {"format": "plumbline-baseline/1", "findings": [
                {"rule": "a", "fingerprint": "f"},
                {"rule": "a"}]}""")).hasMessageContaining("has a finding without a fingerprint at line 3");
        assertThatThrownBy(() -> read("{\"format\": \"plumbline-baseline/2\"}"))
                .hasMessageContaining("plumbline-baseline/2")
                .hasMessageContaining("use the version of Plumbline that wrote it");
    }

    @Test
    void doesNotKnowWhatWasExempted() throws IOException {
        assertThat(fingerprints(read("""
                {"format": "plumbline-report/1",
                 "findings": [{"fingerprint": "a"}], "exempted": [{"fingerprint": "b"}]}"""))).containsExactly("a");
        assertThat(fingerprints(read("""
                {"runs": [{"tool": {"driver": {"name": "Plumbline"}},
                 "results": [{"partialFingerprints": {"plumbline/v1": "a"}, "suppressions": []},
                             {"partialFingerprints": {"plumbline/v1": "b"}, "suppressions": [{"kind": "inSource"}]},
                             {"suppressions": [{"kind": "inSource"}], "partialFingerprints": {"plumbline/v1": "c"}}]},
                          {"results": [{}, {"partialFingerprints": {"plumbline/v1": "d"}}]}]}"""))).containsExactlyInAnyOrder("a", "d");
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

    private static List<String> fingerprints(Baseline baseline) {
        return baseline.accepted().stream().map(KnownFinding::fingerprint).toList();
    }

    private Baseline read(String text) throws IOException {
        Path file = directory.resolve("baseline.json");
        Files.writeString(file, text);
        return BaselineFile.read(file);
    }
}
