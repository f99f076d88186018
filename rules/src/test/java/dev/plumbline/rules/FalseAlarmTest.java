package dev.plumbline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.exemption.ExemptionOptions;
import dev.plumbline.rules.lifecycle.EndOfLife;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The catalogue has nothing to say against well-made configurations of common architectures, {@code
 * architectures/<name>/<language>} in the test's resources, beyond what the architecture's {@code accepted.txt} names:
 * findings of low severity that are a deliberate choice, one a line as {@code rule: why}.
 */
class FalseAlarmTest {
    private static final Path ARCHITECTURES = Path.of("src/test/resources/architectures");
    private static final String ACCEPTED = "accepted.txt";

    static List<Path> architectures() {
        return directories(ARCHITECTURES);
    }

    static List<Path> configurations() {
        return architectures().stream()
                .flatMap(architecture -> directories(architecture).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void saysNothingAgainstWhatIsWellMade(Path configuration) throws IOException {
        ScanResult result = scan(configuration);

        Set<String> accepted = accepted(configuration.getParent());
        assertSoftly(softly -> {
            softly.assertThat(result.units()).as("units").isNotEmpty();
            softly.assertThat(result.diagnostics())
                    .as("errors")
                    .filteredOn(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                    .isEmpty();
            softly.assertThat(result.findings(Verdict.FAIL))
                    .filteredOn(finding -> !accepted.contains(finding.rule().id()))
                    .extracting(FalseAlarmTest::told)
                    .as("failures")
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void acceptsNoMoreThanWhatIsFoundAndOfLowSeverity(Path architecture) throws IOException {
        Set<String> low = scan(architecture)
                .findings(Verdict.FAIL)
                .map(Finding::rule)
                .filter(rule -> rule.severity() == Severity.LOW)
                .map(Rule::id)
                .collect(Collectors.toSet());

        assertThat(low).containsAll(accepted(architecture));
    }

    private static ScanResult scan(Path directory) throws IOException {
        return Scanner.scan(ScanRequest.of(directory)
                .withExemptions(new ExemptionOptions(EndOfLife.builtIn().asOf(), true)));
    }

    private static String told(Finding finding) {
        return finding.range() + " " + finding.rule().severity().id() + " "
                + finding.rule().id() + " " + finding.resource().address() + " " + finding.assumption();
    }

    private static Set<String> accepted(Path architecture) throws IOException {
        Path file = architecture.resolve(ACCEPTED);
        if (Files.notExists(file)) {
            return Set.of();
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.substring(0, line.indexOf(": ")))
                .collect(Collectors.toSet());
    }

    private static List<Path> directories(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
