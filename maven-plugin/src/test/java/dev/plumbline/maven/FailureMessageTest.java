package dev.plumbline.maven;

import static dev.plumbline.maven.Results.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.comparison.Comparison;
import dev.plumbline.rules.posture.Gate;
import dev.plumbline.rules.posture.Gate.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FailureMessageTest {

    @Test
    void namesTheGravestFew() {
        ScanResult result = Results.of(
                Status.BLOCKED,
                List.of("4 findings are of severity high or above."),
                List.of(
                        finding(Severity.LOW, "a.low", 1, Verdict.FAIL),
                        finding(Severity.CRITICAL, "a.unknown", 2, Verdict.UNKNOWN),
                        finding(Severity.HIGH, "a.first", 3, Verdict.FAIL),
                        finding(Severity.HIGH, "a.second", 4, Verdict.FAIL),
                        finding(Severity.HIGH, "a.third", 4, Verdict.FAIL),
                        finding(Severity.CRITICAL, "a.critical", 5, Verdict.FAIL)),
                List.of());

        assertThat(FailureMessage.of(result, Gate.DEFAULT, Optional.of(Path.of("target", "plumbline.sarif")))
                        .lines())
                .containsExactly(
                        "Plumbline: 4 findings are of severity high or above.",
                        "  main.tf:5 [critical] A recommendation of critical severity (a.critical)",
                        "  main.tf:3 [high] A recommendation of high severity (a.first)",
                        "  main.tf:4 [high] A recommendation of high severity (a.second)",
                        "  and 1 more",
                        "All of it: " + Path.of("target", "plumbline.sarif"));
    }

    @Test
    void namesAllThatFailsWhereTheScoreBlocks() {
        ScanResult result = Results.of(
                Status.BLOCKED,
                List.of("The secure score is below 80."),
                List.of(
                        finding(Severity.LOW, "a.low", 1, Verdict.FAIL),
                        finding(Severity.MEDIUM, "a.medium", 2, Verdict.FAIL)),
                List.of());

        assertThat(FailureMessage.of(result, Gate.DEFAULT.withMinScore(80.0), Optional.empty())
                        .lines())
                .containsExactly(
                        "Plumbline: The secure score is below 80.",
                        "  main.tf:2 [medium] A recommendation of medium severity (a.medium)",
                        "  main.tf:1 [low] A recommendation of low severity (a.low)");
    }

    @Test
    void leavesOutWhatIsKnownWhereOnlyNewFindingsBlock() {
        Finding known = finding(Severity.CRITICAL, "a.known", 1, Verdict.FAIL);
        ScanResult result = Results.of(
                Status.BLOCKED,
                List.of("1 finding is of severity high or above."),
                List.of(known, finding(Severity.HIGH, "a.new", 2, Verdict.FAIL)),
                List.of(),
                new Comparison(
                        "known.json",
                        Map.of(known.fingerprint(), Change.UNCHANGED),
                        List.of(),
                        OptionalDouble.empty()));

        assertThat(FailureMessage.of(result, Gate.DEFAULT.withNewOnly(true), Optional.empty())
                        .lines())
                .containsExactly(
                        "Plumbline: 1 finding is of severity high or above.",
                        "  main.tf:2 [high] A recommendation of high severity (a.new)");
    }

    @Test
    void namesWhatCouldNotBeAssessed() {
        ScanResult result = Results.of(
                Status.INCOMPLETE,
                List.of("1 file could not be assessed."),
                List.of(finding(Severity.HIGH, "a.b", 3, Verdict.FAIL)),
                List.of(
                        Diagnostic.warning("w", "A warning", "", SourceRange.startOf("main.tf")),
                        Diagnostic.error("e", "Missing brace", "", new SourceRange("b.tf", 7, 1, 7, 2))));

        assertThat(FailureMessage.of(result, Gate.DEFAULT, Optional.empty()).lines())
                .containsExactly("Plumbline: 1 file could not be assessed.", "  b.tf:7 Missing brace");
    }

    @Test
    void controlCharactersOfTemplatesDoNotReachTheTerminal() {
        ScanResult result = Results.of(
                Status.BLOCKED,
                List.of("1 finding is of severity high or above."),
                List.of(finding(Severity.HIGH, "a[\"\u001b[2J\n\"]", 3, Verdict.FAIL)),
                List.of());

        String message = FailureMessage.of(result, Gate.DEFAULT, Optional.empty());

        assertThat(message).doesNotContain("\u001b");
        assertThat(message.lines()).hasSize(2);
    }
}
