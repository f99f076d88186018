package dev.plumbline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runnable jar as scripts use it: a process, its exit status, and the files it writes. */
class CommandLineIT {

    private static final String TRANSFER = "azure-storage-secure-transfer";

    /** Secure transfer is off on the last line but one. */
    private static final String INSECURE = """
            resource "azurerm_storage_account" "logs" {
              name                       = "exampleshoplogs"
              resource_group_name        = "shop"
              location                   = "westeurope"
              account_tier               = "Standard"
              account_replication_type   = "ZRS"
              https_traffic_only_enabled = false
            }
            """;

    private static final Sarif.Result IN_MAIN =
            new Sarif.Result(TRANSFER, "fail", "main.tf", 7, 3, 7, 37, "azurerm_storage_account.logs");

    @TempDir
    private Path directory;

    @Test
    void nothingToSayIsZero() throws Exception {
        write(
                "main.tf",
                "resource \"azurerm_resource_group\" \"shop\" {\n  name     = \"shop\"\n  location = \"westeurope\"\n}\n");

        assertThat(scan().exitCode()).isZero();
    }

    @Test
    void blockedIsOne() throws Exception {
        write("main.tf", INSECURE);

        Outcome blocked = scan();
        assertThat(blocked.exitCode()).as(blocked.err()).isEqualTo(1);
        assertThat(blocked.out()).contains("main.tf:7:3", TRANSFER);
        assertThat(scan("--fail-on", "none").exitCode()).isZero();
        assertThat(scan("--fail-on", "none", "--min-score", "100").exitCode()).isEqualTo(1);
    }

    @Test
    void wrongUsageIsTwo() throws Exception {
        for (List<String> arguments : List.of(
                List.of("--no-such-option"),
                List.of("--fail-on", "grave"),
                List.of("--min-score", "101"),
                List.of("--report", "pdf"),
                List.of("no-such-directory"))) {
            Outcome outcome = scan(arguments.toArray(String[]::new));
            assertThat(outcome.exitCode()).as("%s", arguments).isEqualTo(2);
            assertThat(outcome.err()).as("%s", arguments).isNotBlank().doesNotContain("\tat ");
        }
    }

    @Test
    void whatCannotBeAssessedIsThree() throws Exception {
        write("main.tf", INSECURE.replace("false", "true"));
        write("broken.tf", "resource \"azurerm_resource_group\" \"shop\" {\n  name = = 1\n}\n");

        Outcome outcome = scan();
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).contains("broken.tf:2:");
        assertThat(scan("--fail-on", "none", "--allow-unassessed").exitCode()).isZero();
    }

    @Test
    void sarifPointsAtTheAttribute() throws Exception {
        write("main.tf", INSECURE);

        scan("--report", "sarif=report.sarif");

        assertThat(Sarif.failures(directory.resolve("report.sarif"))).contains(IN_MAIN);
        assertThat(textAt(IN_MAIN)).isEqualTo("https_traffic_only_enabled = false");
    }

    @Test
    void exemptionsInTheSourceDoNotBlock() throws Exception {
        write("main.tf", "# plumbline:exempt " + TRANSFER + " reason=\"behind a proxy\" until=2027-01-31\n" + INSECURE);

        Outcome exempted = scan("--today", "2027-01-31", "--report", "sarif=report.sarif");
        assertThat(exempted.exitCode()).as(exempted.out()).isZero();
        assertThat(exempted.out()).contains("1 finding exempted: 0 mitigated, 1 waived");
        assertThat(Files.readString(directory.resolve("report.sarif")))
                .contains("\"justification\": \"behind a proxy\"");

        Outcome expired = scan("--today", "2027-02-01");
        assertThat(expired.exitCode()).isEqualTo(1);
        assertThat(expired.out()).contains("Exemption that ended on 2027-01-31", "main.tf:1:1", "main.tf:8:3");
    }

    @Test
    void exemptionsForOtherScannersCanBeSwitchedOff() throws Exception {
        write("main.tf", INSECURE.replace("  location ", "  #checkov:skip=CKV_AZURE_3:old clients\n  location "));

        assertThat(scan().exitCode()).isZero();
        assertThat(scan("--no-foreign-exemptions").exitCode()).isEqualTo(1);
    }

    @Test
    void armAndCloudFormationPointAtTheAttribute() throws Exception {
        write("azuredeploy.json", """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "contentVersion": "1.0.0.0",
                  "resources": [
                    {
                      "type": "Microsoft.Storage/storageAccounts",
                      "apiVersion": "2023-01-01",
                      "name": "exampleshoplogs",
                      "location": "westeurope",
                      "sku": { "name": "Standard_ZRS" },
                      "kind": "StorageV2",
                      "properties": { "supportsHttpsTrafficOnly": false }
                    }
                  ]
                }
                """);
        write("volume.yaml", """
                AWSTemplateFormatVersion: "2010-09-09"
                Resources:
                  Data:
                    Type: AWS::EC2::Volume
                    Properties:
                      AvailabilityZone: eu-central-1a
                      Size: 10
                      Encrypted: false
                """);

        scan("--report", "sarif=report.sarif");

        assertThat(Sarif.failures(directory.resolve("report.sarif")))
                .anySatisfy(result -> {
                    assertThat(result.ruleId()).isEqualTo(TRANSFER);
                    assertThat(textAt(result)).isEqualTo("\"supportsHttpsTrafficOnly\": false");
                })
                .anySatisfy(result -> {
                    assertThat(result.address()).isEqualTo("Data");
                    assertThat(textAt(result)).isEqualTo("Encrypted: false");
                });
    }

    @Test
    void carriageReturnsDoNotMovePositions() throws Exception {
        write("main.tf", INSECURE.replace("\n", "\r\n"));

        scan("--report", "sarif=report.sarif");

        assertThat(Sarif.failures(directory.resolve("report.sarif"))).contains(IN_MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "größe", "a%20b#c"})
    void anyPathIsReportedAsAUri(String name) throws Exception {
        write(name + "/main.tf", INSECURE);

        Outcome outcome = scan("--report", "sarif=report.sarif");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(Sarif.failures(directory.resolve("report.sarif")))
                .isNotEmpty()
                .allSatisfy(result ->
                        assertThat(URI.create(result.file()).getPath()).isEqualTo(name + "/main.tf"));
    }

    @Test
    void hostileFilesAreDiagnosed() throws Exception {
        write("deep.tf", "locals {\n  a = " + "[".repeat(100_000) + "\n}\n");
        write("deep.json", "{\"Resources\":" + "[".repeat(100_000));
        write("bomb.yaml", bomb());
        Files.write(directory.resolve("binary.tf"), new byte[] {0, (byte) 0xff, (byte) 0xfe, 'a', '{', 0x1b});
        write("escape.tf", "resource \"x\" \"\u001b[2J\" {\n");
        Files.createSymbolicLink(directory.resolve("loop"), directory);
        write("main.tf", INSECURE);

        Outcome outcome = scan("--report", "sarif=report.sarif", "--report", "json=report.json");

        assertThat(outcome.exitCode()).isNotZero().isNotEqualTo(2);
        assertThat(outcome.out()).contains("deep.tf", "binary.tf").doesNotContain("\u001b");
        assertThat(outcome.err()).doesNotContain("Exception", "Error:", "\tat ");
        assertThat(Sarif.failures(directory.resolve("report.sarif"))).contains(IN_MAIN);
    }

    @Test
    void filesOutsideAreNotRead() throws Exception {
        Path secret = directory.resolve("secret.txt");
        Files.writeString(secret, "hunter2");
        Path tree = Files.createDirectory(directory.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("linked.tf"), secret);
        Files.writeString(
                tree.resolve("main.tf"),
                "locals {\n  a = file(\"../secret.txt\")\n}\noutput \"a\" {\n  value = local.a\n}\n");

        Outcome outcome = run(tree, List.of("scan", "--report", "json=report.json"));

        assertThat(outcome.out() + outcome.err() + Files.readString(tree.resolve("report.json")))
                .doesNotContain("hunter2");
    }

    @Test
    void twoRunsGiveTheSameBytes() throws Exception {
        Directories.copy(Environment.ROOT.resolve("examples"), directory.resolve("examples"));

        List<Outcome> outcomes = new ArrayList<>();
        for (String run : List.of("1", "2")) {
            outcomes.add(scan("examples", "--report", "sarif=" + run + ".sarif", "--report", "json=" + run + ".json"));
        }

        assertThat(outcomes.get(0)).isEqualTo(outcomes.get(1));
        assertThat(outcomes.get(0).exitCode()).isEqualTo(1);
        assertThat(directory.resolve("1.sarif")).hasSameBinaryContentAs(directory.resolve("2.sarif"));
        assertThat(directory.resolve("1.json")).hasSameBinaryContentAs(directory.resolve("2.json"));
    }

    private Outcome scan(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("scan"));
        all.addAll(List.of(arguments));
        return run(directory, all);
    }

    private static Outcome run(Path directory, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Environment.java().toString(),
                "-Dfile.encoding=UTF-8",
                "-jar",
                Environment.ROOT.resolve("cli/target/plumbline.jar").toString()));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).directory(directory.toFile());
        process.environment().put("LC_ALL", "C.UTF-8");
        return Outcome.of(process);
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** What the region of a result on one line covers. */
    private String textAt(Sarif.Result result) {
        try {
            String line = Files.readAllLines(directory.resolve(result.file())).get(result.startLine() - 1);
            return line.substring(result.startColumn() - 1, result.endColumn() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nine levels of nine aliases each. */
    private static String bomb() {
        StringBuilder yaml = new StringBuilder("Resources:\n  a0: &a0 [x, x]\n");
        for (int level = 1; level < 10; level++) {
            yaml.append("  a%d: &a%d [".formatted(level, level));
            yaml.append(("*a" + (level - 1) + ", ").repeat(9)).append("x]\n");
        }
        return yaml.toString();
    }
}
