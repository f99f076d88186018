package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/plumbline/cli/config.txt");

    @TempDir
    private Path directory;

    private Path repository;

    @BeforeEach
    void writeFiles() throws IOException {
        repository = Files.createDirectories(directory.resolve("repository"));
        Path net = Files.createDirectories(repository.resolve("infra/net"));
        Files.writeString(net.resolve("main.tf"), """
                variable "open" { default = "0.0.0.0/0" }
                resource "aws_security_group" "a" {
                  ingress {
                    from_port   = 22
                    to_port     = 22
                    protocol    = "tcp"
                    cidr_blocks = [var.open]
                  }
                }
                """);
        Files.writeString(repository.resolve("plumbline.yaml"), """
                exclude: ["**/test/**"]
                variables: { region: eu, open: 0.0.0.0/0 }
                gate:
                  fail-on: low
                  max-findings: { low: 3 }
                policy:
                  - rules: [aws-s3-*]
                    effect: disabled
                exemptions:
                  - rules: ["*"]
                    resources: ["aws_s3_bucket.*"]
                    paths: [legacy]
                    reason: retired
                    until: 2999-01-31
                reports: { json: target/report.json }
                """);
        Files.writeString(net.resolve("plumbline.yaml"), """
                variables: { open: 10.0.0.0/8 }
                policy:
                  - initiative: cis-aws
                    effect: deny
                """);
        Files.writeString(directory.resolve("acme.yaml"), """
                gate: { fail-on: high, min-score: 10 }
                open: [exclude]
                initiatives: { acme: { title: Ours, rules: [aws-vpc-*] } }
                policy:
                  - initiative: acme
                    effect: deny
                    open: true
                exemption-limits: { inline: false, max-days: 90, owner: true }
                """);
    }

    @Test
    void showsWhatHoldsAtAPlaceAndWhereItComesFrom() throws IOException {
        CommandLineRun run = CommandLineRun.in(
                repository,
                "config",
                "infra/net",
                "--policy",
                "../acme.yaml",
                "--min-score",
                "20",
                "--fail-on",
                "none");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        String text = run.out().replace(System.lineSeparator(), "\n");
        if (Boolean.getBoolean("plumbline.updateGolden")) {
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void tellsToolsTheSame() throws IOException {
        CommandLineRun run = CommandLineRun.in(repository, "config", "--json", "--exclude", "x");
        JsonNode json = new ObjectMapper().readTree(run.out());

        assertThat(run.status()).isZero();
        assertThat(json.path("format").asText()).isEqualTo("plumbline-config/1");
        assertThat(json.path("settings"))
                .filteredOn(setting -> setting.path("key").asText().equals("exclude"))
                .extracting(setting -> setting.path("value").path(0).asText() + " "
                        + setting.path("from").asText() + " "
                        + setting.path("at").asText())
                .containsExactly("**/test/** repository plumbline.yaml:1", "x option --exclude");
        assertThat(json.at("/policy/0/scope").asText()).isEqualTo("repository");
        assertThat(json.at("/policy/0/assignments/0/effect").asText()).isEqualTo("disabled");
        assertThat(json.at("/policy/0/exemptions/0/until").asText()).isEqualTo("2999-01-31");
    }

    @Test
    void aSecretIsNotShown() {
        for (String json : new String[] {"--json", "--no-config"}) {
            CommandLineRun run = CommandLineRun.in(repository, "config", json, "--var", "db_password=hunter2");
            assertThat(run.out())
                    .contains("db_password")
                    .contains("(sensitive)")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void endsWithAnErrorWhereAFileHasOne() throws IOException {
        Files.writeString(repository.resolve("plumbline.yaml"), "gaet: {}");

        CommandLineRun run = CommandLineRun.in(repository, "config");
        assertThat(run.status()).isEqualTo(ExitCode.NOT_ASSESSED);
        assertThat(run.out()).contains("plumbline.yaml:1:1: error: The file has no key gaet. Did you mean gate?");
        assertThat(CommandLineRun.in(repository, "config", "--no-config").status())
                .isZero();
    }

    @Test
    void aScanHeedsTheFilesAndWritesTheirReports() throws IOException {
        CommandLineRun blocked = CommandLineRun.in(repository, "scan");
        assertThat(blocked.status()).isEqualTo(ExitCode.BLOCKED);
        JsonNode report = new ObjectMapper()
                .readTree(repository.resolve("target/report.json").toFile());
        assertThat(report.path("findings").findValuesAsText("rule")).doesNotContain("aws-vpc-ssh-from-anywhere");
        assertThat(report.at("/gate/status").asText()).isEqualTo("blocked");

        CommandLineRun given = CommandLineRun.in(repository, "scan", "--var", "open=0.0.0.0/0", "--report", "json");
        assertThat(new ObjectMapper().readTree(given.out()).path("findings").findValuesAsText("rule"))
                .contains("aws-vpc-ssh-from-anywhere");

        assertThat(CommandLineRun.in(repository, "scan", "--fail-on", "none", "--no-config", "--policy", "../acme.yaml")
                        .out())
                .contains("The option --fail-on is refused");
    }

    @Test
    void aPolicyThatIsNotThereIsWrongUsage() {
        CommandLineRun run = CommandLineRun.in(repository, "scan", "--policy", "../other.yaml");
        assertThat(run.status()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("other.yaml").contains("--help'");
    }
}
