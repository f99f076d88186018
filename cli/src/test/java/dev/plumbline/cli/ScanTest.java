package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {
    private static final String PUBLIC_BUCKET = """
            Resources:
              Logs:
                Type: AWS::S3::Bucket
                Properties:
                  AccessControl: PublicRead
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void bucket() throws IOException {
        write("stack.yaml", PUBLIC_BUCKET);
    }

    @Test
    void aGraveFindingBlocks() {
        CommandLineRun run = CommandLineRun.in(directory, "scan");
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(ExitCode.BLOCKED);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("stack.yaml:5:7")
                .contains("AccessControl: PublicRead")
                .contains("Secure score:")
                .contains("Gate: blocked");
    }

    @Test
    void theGateIsForTheUserToSet() {
        assertThat(CommandLineRun.in(directory, "scan", "--fail-on", "none").status())
                .isEqualTo(ExitCode.PASSED);
        assertThat(CommandLineRun.in(directory, "scan", "--fail-on", "none", "--min-score", "100")
                        .status())
                .isEqualTo(ExitCode.BLOCKED);
    }

    @Test
    void whatIsNotAssessedDoesNotPass() throws IOException {
        write("broken.yaml", "Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties: {a: [\n");
        String[] open = {"scan", "--fail-on", "none", "broken.yaml"};
        CommandLineRun run = CommandLineRun.in(directory, open);
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(ExitCode.NOT_ASSESSED);
        assertThat(run.out()).contains("error: ").contains("at broken.yaml:").contains("Gate: incomplete");
        assertThat(CommandLineRun.in(directory, "scan", "--fail-on", "none", "--allow-unassessed", "broken.yaml")
                        .status())
                .isEqualTo(ExitCode.PASSED);
        assertThat(CommandLineRun.in(directory, "scan").status())
                .as("blocked and incomplete")
                .isEqualTo(ExitCode.BLOCKED);
    }

    @Test
    void aReportForMachinesLeavesTheOneForPeopleToStandardError() {
        CommandLineRun run = CommandLineRun.in(directory, "scan", "--report", "sarif");
        assertThat(run.out())
                .startsWith("{")
                .contains("\"uri\": \"stack.yaml\"")
                .endsWith("}\n");
        assertThat(run.err()).contains("Gate: blocked");
    }

    @Test
    void reportsGoToFiles() {
        CommandLineRun run = CommandLineRun.in(
                directory, "scan", "--report", "sarif=out/a.sarif", "--report", "json=out/b.json", "-q");
        assertThat(run.out()).startsWith("Gate: blocked").doesNotContain("stack.yaml");
        assertThat(directory.resolve("out/a.sarif")).content().contains("\"fullyQualifiedName\": \"Logs\"");
        assertThat(directory.resolve("out/b.json")).content().contains("\"address\": \"Logs\"");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theConsoleReportGoesToAFileToo() {
        CommandLineRun run = CommandLineRun.in(directory, "scan", "--report", "console=out.txt");
        assertThat(run.out()).isEmpty();
        assertThat(directory.resolve("out.txt")).content().contains("Gate: blocked");
    }

    @Test
    void aReportThatCannotBeWrittenIsAToolError() throws IOException {
        write("file", "");
        CommandLineRun run = CommandLineRun.in(directory, "scan", "--report", "json=file/report.json");
        assertThat(run.status()).isEqualTo(ExitCode.NOT_ASSESSED);
        assertThat(run.err())
                .startsWith("plumbline: the report file/report.json cannot be written")
                .doesNotContain("\tat ");
        assertThat(CommandLineRun.in(directory, "scan", "--debug", "--report", "json=file/report.json")
                        .err())
                .contains("\tat ");
    }

    @Test
    void pathsAreRelativeToWhatHoldsTheInputs() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        CommandLineRun run = CommandLineRun.in(elsewhere, "scan", "../stack.yaml", "--report", "json");
        assertThat(run.out()).contains("\"file\": \"stack.yaml\"");
        assertThat(run.out()).doesNotContain(directory.toString());
    }

    @Test
    void excludedFilesAreNotScanned() {
        CommandLineRun run = CommandLineRun.in(directory, "scan", "--exclude", "**/*.yaml");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("No Terraform, ARM or CloudFormation template was found.");
    }

    @Test
    void aMalformedExcludeIsWrongUsage() {
        assertThat(CommandLineRun.in(directory, "scan", "--exclude", "[").status())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void knownFindingsCanBeLetPass() throws IOException {
        CommandLineRun.in(directory, "scan", "--report", "sarif=known.sarif");
        String[] newOnly = {"scan", "stack.yaml", "--baseline", "known.sarif", "--new-only"};
        CommandLineRun known = CommandLineRun.in(directory, newOnly);
        assertThat(known.status()).as(known.out() + known.err()).isEqualTo(ExitCode.PASSED);
        assertThat(known.out()).contains("known from the baseline");
        assertThat(CommandLineRun.in(directory, "scan", "stack.yaml", "--baseline", "known.sarif")
                        .status())
                .isEqualTo(ExitCode.BLOCKED);
        write(
                "stack.yaml",
                PUBLIC_BUCKET + PUBLIC_BUCKET.substring("Resources:\n".length()).replace("Logs", "New"));
        assertThat(CommandLineRun.in(directory, newOnly).status()).isEqualTo(ExitCode.BLOCKED);
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        String escape = "\u001B[";
        assertThat(CommandLineRun.in(directory, "scan").out()).doesNotContain(escape);
        assertThat(CommandLineRun.in(directory, "scan", "--color", "always").out())
                .contains(escape);
        assertThat(CommandLineRun.run(directory, true, true, "scan").out()).contains(escape);
        assertThat(CommandLineRun.run(directory, true, false, "scan").out()).doesNotContain(escape);
        assertThat(CommandLineRun.run(directory, true, true, "scan", "--color=never")
                        .out())
                .doesNotContain(escape);
    }

    @Test
    void theSameInputGivesTheSameOutput() {
        String[] arguments = {"scan", "--report", "json"};
        assertThat(CommandLineRun.in(directory, arguments)).isEqualTo(CommandLineRun.in(directory, arguments));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }
}
