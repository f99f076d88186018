package dev.plumbline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.exemption.ExemptionOptions;
import dev.plumbline.rules.posture.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerTest {
    @TempDir
    Path directory;

    private Path project;
    private Path rules;

    @BeforeEach
    void writeProject() throws IOException {
        project = Files.createDirectories(directory.resolve("project"));
        rules = Files.createDirectories(directory.resolve("rules"));
        Files.writeString(project.resolve("main.tf"), """
                resource "azurerm_storage_account" "logs" {
                  name                       = "logs"
                  https_traffic_only_enabled = false
                }
                """);
    }

    private ScanRequest request() {
        return ScanRequest.of(project).withRuleDirectories(List.of(rules));
    }

    private static String rule(String id, String require) {
        return """
                id: %s
                title: Accounts should be named well
                severity: low
                control: security-best-practices
                risk: Confusion
                remediation: { effort: low, impact: low, text: Rename it }
                checks:
                  - { on: [azurerm_storage_account], require: "%s", at: name }
                """.formatted(id, require);
    }

    @Test
    void findsWhatTheBuiltInRulesAskFor() throws IOException {
        ScanResult result = Scanner.scan(ScanRequest.of(project));

        assertThat(result.findings(Verdict.FAIL))
                .filteredOn(finding -> finding.rule().id().equals("azure-storage-secure-transfer"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.range()).hasToString("main.tf:3:3");
                    assertThat(finding.resource().address()).isEqualTo("azurerm_storage_account.logs");
                });
        assertThat(result.gate().status()).isEqualTo(Gate.Status.BLOCKED);
        assertThat(result.rules()).extracting(Rule::id).isSorted();
    }

    @Test
    void givesTheSameResultTwice() throws IOException {
        assertThat(Scanner.scan(request())).isEqualTo(Scanner.scan(request()));
    }

    @Test
    void appliesTheUsersOwnRules() throws IOException {
        Files.writeString(rules.resolve("team-storage-name.yaml"), rule("team-storage-name", "resource.name == 'x'"));

        ScanResult result = Scanner.scan(request());

        assertThat(result.findings(Verdict.FAIL))
                .extracting(finding -> finding.rule().id())
                .contains("team-storage-name");
        assertThat(result.diagnostics()).isEmpty();
    }

    @Test
    void findingsOfTemplatesNameOnlyWhatTheyHangOn() throws IOException {
        Files.writeString(project.resolve("queues.yaml"), """
                AWSTemplateFormatVersion: "2010-09-09"
                Parameters: { Env: { Type: String }, Size: { Type: String } }
                Conditions:
                  IsProd: !Equals [!Ref Env, prod]
                  IsLarge: !Equals [!Ref Size, large]
                Resources:
                  Orders:
                    Type: AWS::SQS::Queue
                    Condition: IsLarge
                    Properties: { QueueName: !If [IsProd, good, bad] }
                  Returns:
                    Type: AWS::SQS::Queue
                    Condition: IsLarge
                    Properties: { QueueName: bad }
                """);
        Files.writeString(project.resolve("queues.json"), """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "contentVersion": "1.0.0.0",
                  "parameters": { "prod": { "type": "bool" }, "count": { "type": "int" } },
                  "resources": [ {
                    "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "orders",
                    "condition": "[greater(parameters('count'), 0)]",
                    "tags": { "size": "[if(greater(parameters('count'), 3), 'large', 'small')]" },
                    "kind": "[if(parameters('prod'), 'good', 'bad')]"
                  } ]
                }
                """);
        Files.writeString(rules.resolve("team-queue-name.yaml"), rule("team-queue-name", "has(resource.name)") + """
                          - { on: [AWS::SQS::Queue], require: "resource.QueueName == 'good'" }
                          - { on: [Microsoft.Storage/storageAccounts], require: "resource.kind == 'good'" }
                        """);

        assertThat(Scanner.scan(request()).findings(Verdict.FAIL))
                .filteredOn(finding -> finding.rule().id().equals("team-queue-name"))
                .extracting(finding -> finding.resource().address() + ": " + finding.assumption())
                .containsExactlyInAnyOrder(
                        "Orders: IsProd is false",
                        "Returns: ",
                        "Microsoft.Storage/storageAccounts/orders: prod is false");
    }

    @Test
    void errorsInTheUsersRulesAreToldAndGate() throws IOException {
        Files.writeString(rules.resolve("team-storage-name.yaml"), rule("team-storage-name", "resource.get('name'"));
        Files.writeString(
                rules.resolve("azure-storage-secure-transfer.yaml"), rule("azure-storage-secure-transfer", "true"));

        ScanResult result = Scanner.scan(ScanRequest.of(project)
                .withRuleDirectories(List.of(rules, directory.resolve("none")))
                .withGate(Gate.DEFAULT.withFailOn(null)));

        assertThat(result.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("rule-condition", "rule-file", "rule-file");
        assertThat(result.diagnostics())
                .filteredOn(diagnostic -> diagnostic.code().equals("rule-condition"))
                .allSatisfy(diagnostic ->
                        assertThat(diagnostic.range().toString()).endsWith("team-storage-name.yaml:8:47"));
        assertThat(result.gate().status()).isEqualTo(Gate.Status.INCOMPLETE);
    }

    @Test
    void wrongUsageThrows() {
        Path none = directory.resolve("none");

        assertThatThrownBy(() -> Scanner.scan(ScanRequest.of(none))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void assessesOnlyWhatAPlanChanges() throws IOException {
        Files.delete(project.resolve("main.tf"));
        Files.writeString(project.resolve("plan.json"), """
                {
                  "format_version": "1.2",
                  "planned_values": {"root_module": {"resources": [
                    {"address": "azurerm_storage_account.old", "mode": "managed", "type": "azurerm_storage_account",
                     "name": "old", "values": {"https_traffic_only_enabled": false}},
                    {"address": "azurerm_storage_account.new", "mode": "managed", "type": "azurerm_storage_account",
                     "name": "new", "values": {"https_traffic_only_enabled": false}}
                  ]}},
                  "resource_changes": [
                    {"address": "azurerm_storage_account.old", "change": {"actions": ["no-op"]}},
                    {"address": "azurerm_storage_account.new", "change": {"actions": ["create"]}}
                  ]
                }
                """);

        assertThat(addresses(request())).contains("azurerm_storage_account.old", "azurerm_storage_account.new");
        assertThat(addresses(request().withOnlyChanges(true))).containsOnly("azurerm_storage_account.new");
    }

    private static List<String> addresses(ScanRequest request) throws IOException {
        return Scanner.scan(request).findings().stream()
                .map(finding -> finding.resource().address())
                .toList();
    }

    @Test
    void exemptionsInTheSourceAreApplied() throws IOException {
        Files.writeString(project.resolve("main.tf"), """
                # plumbline:exempt azure-storage-secure-transfer reason="behind a proxy" until=2027-01-31
                resource "azurerm_storage_account" "logs" {
                  https_traffic_only_enabled = false
                }

                resource "azurerm_storage_account" "old" {
                  #checkov:skip=CKV_AZURE_3:old clients
                  https_traffic_only_enabled = false
                }
                """);

        assertThat(transfer(2027, 1, 31, true)).containsExactly("logs exempted", "old exempted");
        assertThat(transfer(2027, 2, 1, true)).containsExactly("logs fails", "old exempted");
        assertThat(transfer(2027, 1, 31, false)).containsExactly("logs exempted", "old fails");
    }

    private List<String> transfer(int year, int month, int day, boolean foreign) throws IOException {
        ScanRequest request =
                ScanRequest.of(project).withExemptions(new ExemptionOptions(LocalDate.of(year, month, day), foreign));
        return Scanner.scan(request).findings().stream()
                .filter(finding -> finding.rule().id().equals("azure-storage-secure-transfer"))
                .map(finding -> finding.resource().name() + (finding.isExempted() ? " exempted" : " fails"))
                .toList();
    }
}
