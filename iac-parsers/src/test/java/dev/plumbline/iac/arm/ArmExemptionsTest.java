package dev.plumbline.iac.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.exemption.Exempted;
import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the comments and the metadata of a template cover. */
class ArmExemptionsTest {
    @TempDir
    Path directory;

    private ScanUnit unit(String text) throws IOException {
        Files.writeString(directory.resolve("azuredeploy.json"), text);
        return new ArmFrontEnd()
                .read(SourceTree.open(directory), Inputs.NONE, FrontEnd.Progress.NONE)
                .get(0);
    }

    @Test
    void commentsCoverResourcesAndProperties() throws IOException {
        ScanUnit unit = unit("""
                // plumbline:exempt-file all reason="r"
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "contentVersion": "1.0.0.0",
                  "resources": [
                    // plumbline:exempt above reason="r"
                    {
                      /* plumbline:exempt top reason="r" */
                      "type": "Microsoft.Storage/storageAccounts",
                      "apiVersion": "2023-01-01",
                      "name": "logs",
                      "properties": {
                        // plumbline:exempt property reason="r"
                        "supportsHttpsTrafficOnly": false,
                        "minimumTlsVersion": "TLS1_0" // plumbline:exempt end reason="r"
                      }
                      // checkov:skip=CKV_AZURE_3:r
                    }
                  ]
                }
                """);

        assertThat(Exempted.problems(unit)).isEmpty();
        assertThat(Exempted.lines(unit))
                .containsExactly(
                        "PLUMBLINE all covers file 1:1-21:1",
                        "PLUMBLINE above covers block 7:5-18:6",
                        "PLUMBLINE top covers block 7:5-18:6",
                        "PLUMBLINE property covers block 14:9-14:42",
                        "PLUMBLINE end covers block 15:9-15:38",
                        "CHECKOV CKV_AZURE_3 covers block 7:5-18:6");
    }

    @Test
    void metadataOfResourcesAndTemplatesExempts() throws IOException {
        ScanUnit unit = unit("""
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "contentVersion": "1.0.0.0",
                  "metadata": {"plumbline": {"exempt": [{"rule": "x", "reason": "r"}]}},
                  "resources": [
                    {
                      "type": "Microsoft.Storage/storageAccounts",
                      "apiVersion": "2023-01-01",
                      "name": "logs",
                      "metadata": {"checkov": {"skip": [{"id": "CKV_AZURE_3", "comment": "old"}]}}
                    },
                    {
                      "type": "Microsoft.Resources/deployments",
                      "apiVersion": "2022-09-01",
                      "name": "nested",
                      "properties": {
                        "mode": "Incremental",
                        "template": {
                          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                          "contentVersion": "1.0.0.0",
                          "metadata": {"plumbline": {"exempt": [{"rule": "y", "reason": "r"}]}},
                          "resources": [
                            {
                              "type": "Microsoft.Storage/storageAccounts",
                              "apiVersion": "2023-01-01",
                              "name": "inner",
                              "metadata": {"checkov": ["CKV_AZURE_44: old clients"]}
                            }
                          ]
                        }
                      }
                    }
                  ]
                }
                """);

        assertThat(Exempted.problems(unit)).isEmpty();
        assertThat(Exempted.lines(unit))
                .containsExactly(
                        "PLUMBLINE x covers file 1:1-34:2",
                        "CHECKOV CKV_AZURE_3 covers block 6:5-11:6",
                        "PLUMBLINE y covers block 18:21-30:10",
                        "CHECKOV CKV_AZURE_44 covers block 23:13-28:14");
        assertThat(unit.exemptions().get(3).reason()).isEqualTo("old clients");
    }
}
