package dev.plumbline.publish.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.Scanner;
import dev.plumbline.rules.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool that applies a report's fixes, as an editor would, has mended what they say. */
class SarifFixesTest {
    @TempDir
    private Path directory;

    @Test
    void aFixOfTerraformMends() throws IOException {
        mends("main.tf", "azure-storage-secure-transfer", """
                resource "azurerm_storage_account" "logs" {
                  name                       = "plumblogs"
                  resource_group_name        = "logs"
                  location                   = "westeurope"
                  account_tier               = "Standard"
                  account_replication_type   = "ZRS"
                  https_traffic_only_enabled = false
                }
                """);
    }

    @Test
    void aFixOfCloudFormationMends() throws IOException {
        mends("stack.yaml", "aws-rds-public-access", """
                Resources:
                  Orders:
                    Type: AWS::RDS::DBInstance
                    Properties:
                      Engine: postgres
                      DBInstanceClass: db.t4g.medium
                      PubliclyAccessible: true
                """);
    }

    @Test
    void aFixOfAnArmTemplateMends() throws IOException {
        mends("azuredeploy.json", "azure-storage-secure-transfer", """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "contentVersion": "1.0.0.0",
                  "resources": [
                    {
                      "type": "Microsoft.Storage/storageAccounts",
                      "apiVersion": "2023-05-01",
                      "name": "plumblogs",
                      "location": "westeurope",
                      "sku": { "name": "Standard_ZRS" },
                      "kind": "StorageV2",
                      "properties": { "supportsHttpsTrafficOnly": false }
                    }
                  ]
                }
                """);
    }

    @Test
    void nothingIsOfferedForAValueThatOthersRelyOn() throws IOException {
        Files.writeString(directory.resolve("main.tf"), """
                variable "https" {
                  default = false
                }

                resource "azurerm_storage_account" "logs" {
                  name                       = "plumblogs"
                  https_traffic_only_enabled = var.https
                }
                """);
        assertThat(result("azure-storage-secure-transfer").has("fixes")).isFalse();
    }

    private void mends(String name, String rule, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, text);
        JsonNode change = result(rule).at("/fixes/0/artifactChanges/0");
        assertThat(change.at("/artifactLocation/uri").asText()).isEqualTo(name);
        JsonNode replacement = change.at("/replacements/0");
        List<String> lines = new ArrayList<>(text.lines().toList());
        JsonNode region = replacement.get("deletedRegion");
        int number = region.get("startLine").asInt() - 1;
        String line = lines.get(number);
        lines.set(
                number,
                line.substring(0, region.get("startColumn").asInt() - 1)
                        + replacement.at("/insertedContent/text").asText()
                        + line.substring(region.get("endColumn").asInt() - 1));

        Files.writeString(file, String.join("\n", lines));

        assertThat(Scanner.scan(ScanRequest.of(directory)).findings())
                .filteredOn(finding -> finding.rule().id().equals(rule))
                .isNotEmpty()
                .allMatch(finding -> finding.verdict() == Verdict.PASS);
    }

    private JsonNode result(String rule) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SarifReport().publish(Scanner.scan(ScanRequest.of(directory)), PublishOptions.DEFAULT, out);
        for (JsonNode result : new ObjectMapper().readTree(out.toByteArray()).at("/runs/0/results")) {
            if (result.get("ruleId").asText().equals(rule)) {
                return result;
            }
        }
        throw new AssertionError("no result of " + rule + " in " + out);
    }
}
