package dev.plumbline.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Microsoft's validator says of the SARIF report, by the standard and by GitHub's rules, where it is installed. */
class SarifMultitoolIT {
    /** As npm's {@code @microsoft/sarif-multitool} puts it on the path, and as the program itself is called. */
    private static final List<String> NAMES = List.of("sarif-multitool", "Sarif.Multitool");

    @TempDir
    private Path directory;

    @Test
    void findsNoError() throws Exception {
        Optional<Path> multitool = installed();
        assumeTrue(multitool.isPresent(), "no sarif-multitool on the path");
        Path report = directory.resolve("report.sarif");
        Outcome scan = Outcome.of(new ProcessBuilder(
                Environment.java().toString(),
                "-jar",
                Environment.ROOT.resolve("cli/target/plumbline.jar").toString(),
                "scan",
                Environment.ROOT.resolve("examples").toString(),
                "--include-unknown",
                "--report",
                "sarif=" + report));
        assertThat(report).as(scan.err()).exists();

        Path validation = directory.resolve("validation.sarif");
        ProcessBuilder validator = new ProcessBuilder(
                multitool.get().toString(),
                "validate",
                report.toString(),
                "--output",
                validation.toString(),
                "--rule-kind",
                "Sarif;Ghas");
        validator.environment().put("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
        Outcome outcome = Outcome.of(validator);

        assertThat(validation).as(outcome.out() + outcome.err()).exists();
        JsonNode results = new ObjectMapper().readTree(validation.toFile()).at("/runs/0/results");
        assertThat(StreamSupport.stream(results.spliterator(), false))
                .filteredOn(result -> result.path("level").asText("warning").equals("error"))
                .isEmpty();
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(path -> NAMES.stream().map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
