package dev.plumbline.rules.comparison;

import static dev.plumbline.rules.comparison.ComparerTest.finding;
import static dev.plumbline.rules.comparison.ComparerTest.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.posture.Gate;
import dev.plumbline.rules.posture.SecureScores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {

    @Test
    void isALineAFinding() throws IOException {
        Baseline baseline = new Baseline(
                "any",
                List.of(stored("a \"b\"", "0f:2")),
                List.of(stored("c", "1f"), stored("b", "2f")),
                OptionalDouble.of(200 / 3.0));

        assertThat(BaselineFile.text(baseline)).isEqualTo("""
                {
                  "format": "plumbline-baseline/1",
                  "score": 66.67,
                  "findings": [
                    {"file":"dev/main.tf","resource":"a \\"b\\"","rule":"test-rule","severity":"high","unit":"dev","fingerprint":"0f"}
                  ],
                  "resolved": [
                    {"file":"dev/main.tf","resource":"c","rule":"test-rule","severity":"high","unit":"dev","fingerprint":"1f"},
                    {"file":"dev/main.tf","resource":"b","rule":"test-rule","severity":"high","unit":"dev","fingerprint":"2f"}
                  ]
                }
                """);
        assertThat(BaselineFile.text(new Baseline("any", List.of(), List.of(), OptionalDouble.empty())))
                .isEqualTo("{\n  \"format\": \"plumbline-baseline/1\",\n  \"findings\": []\n}\n");
    }

    private static KnownFinding stored(String address, String fingerprint) {
        return new KnownFinding("test-rule", "A title", Severity.HIGH, "dev", "dev/main.tf", address, fingerprint);
    }

    @Test
    void isReadAsItWasWritten(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("deep/known.json");
        Baseline baseline = new Baseline(
                "known.json",
                List.of(known("dev", "a", "0f").titled("")),
                List.of(known("dev", "c", "1f").titled("")),
                OptionalDouble.of(66.67));

        BaselineFile.write(file, baseline);

        assertThat(BaselineFile.read(file)).isEqualTo(baseline);
        assertThat(directory.resolve("deep").toFile().list()).containsExactly("known.json");
    }

    @Test
    void afterAScanWhatItFoundIsAccepted() {
        Baseline before = new Baseline(
                "known.json",
                List.of(
                        known("dev", "stays", "1"),
                        known("dev", "gone", "2"),
                        known("dev", "unsure", "3"),
                        known("elsewhere", "unseen", "4")),
                List.of(known("dev", "back", "5"), known("dev", "long", "6")),
                OptionalDouble.empty());
        List<Finding> findings = List.of(
                finding("dev", "stays", "1"),
                finding("dev", "unsure", "3", Verdict.UNKNOWN),
                finding("dev", "back", "5"),
                finding("dev", "added", "7"),
                finding("dev", "good", "8", Verdict.PASS));

        Baseline after = Baseline.after(
                "known.json", result(before, findings, known -> known.unit().equals("dev")));

        assertThat(after.accepted())
                .extracting(KnownFinding::resource)
                .containsExactly("added", "back", "stays", "unsure", "unseen");
        assertThat(after.resolved()).extracting(KnownFinding::resource).containsExactly("gone", "long");
    }

    @Test
    void resolvedFindingsAreKeptUpToABound() {
        List<KnownFinding> many = new ArrayList<>();
        IntStream.range(0, Baseline.MAX_RESOLVED).forEach(i -> many.add(known("dev", "r" + i, "f" + i)));
        Baseline before = new Baseline("known.json", List.of(known("dev", "gone", "2")), many, OptionalDouble.empty());

        assertThat(Baseline.after("known.json", result(before, List.of(), known -> true))
                        .resolved())
                .hasSize(Baseline.MAX_RESOLVED)
                .startsWith(known("dev", "gone", "2"));
    }

    private static ScanResult result(Baseline before, List<Finding> findings, Predicate<KnownFinding> looked) {
        return new ScanResult(
                Path.of("").toAbsolutePath(),
                List.of(),
                List.of(),
                findings,
                List.of(),
                SecureScores.of(findings),
                new Gate.Outcome(Gate.Status.PASSED, List.of()),
                Comparer.compare(before, findings, looked));
    }
}
