package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources of the AzAPI provider, which are what their type and body say. */
class AzapiResourcesTest {
    @TempDir
    private Path directory;

    private Terraform terraform;

    @BeforeEach
    void start() {
        terraform = new Terraform(directory);
    }

    @Test
    void isTheArmResourceOfItsTypeAndBody() {
        terraform.file("main.tf", """
                resource "azapi_resource" "logs" {
                  type      = "Microsoft.Storage/storageAccounts@2023-05-01"
                  name      = "plumblinelogs"
                  location  = "westeurope"
                  tags      = { team = "platform" }
                  identity {
                    type         = "UserAssigned"
                    identity_ids = ["/subscriptions/s/ids/a"]
                  }
                  body = {
                    sku        = { name = "Standard_LRS" }
                    properties = { supportsHttpsTrafficOnly = false }
                  }
                }
                """);

        Resource logs = terraform.resource("azapi_resource.logs");

        assertThat(logs.type()).isEqualTo("Microsoft.Storage/storageAccounts");
        assertThat(logs.version()).isEqualTo("2023-05-01");
        assertThat(logs.dialect()).isEqualTo(Dialect.TERRAFORM);
        assertThat(Terraform.json(logs, "apiVersion")).isEqualTo("\"2023-05-01\"");
        assertThat(Terraform.json(logs, "location")).isEqualTo("\"westeurope\"");
        assertThat(Terraform.json(logs, "SKU", "Name")).isEqualTo("\"Standard_LRS\"");
        assertThat(Terraform.json(logs, "identity", "userAssignedIdentities"))
                .isEqualTo("[\"/subscriptions/s/ids/a\"]");
        assertThat(place(logs, "properties", "supportsHttpsTrafficOnly")).isEqualTo(12);
    }

    @Test
    void aBodyThatIsEncodedKeepsItsPlacesAndReferences() {
        terraform.file("main.tf", """
                resource "azurerm_key_vault_key" "k" {
                  name = "k"
                }

                resource "azapi_resource" "logs" {
                  type = "Microsoft.Storage/storageAccounts@2023-05-01"
                  name = "plumblinelogs"
                  body = jsonencode({
                    properties = {
                      encryption = { keyvaultproperties = { keyname = azurerm_key_vault_key.k.id } }
                    }
                  })
                }

                output "body" {
                  value = azapi_resource.logs.body
                }
                """);

        Resource logs = terraform.resource("azapi_resource.logs");

        assertThat(place(logs, "properties", "encryption")).isEqualTo(10);
        assertThat(terraform.graph().edges())
                .contains(new Edge(
                        "azapi_resource.logs",
                        "properties.encryption.keyvaultproperties.keyname",
                        "azurerm_key_vault_key.k",
                        "id",
                        Edge.Kind.REFERENCE));
    }

    @Test
    void aBodyMayBeAStringOfJson() {
        terraform.file("main.tf", """
                variable "https" {}

                resource "azapi_resource" "logs" {
                  type = "Microsoft.Storage/storageAccounts@2023-05-01"
                  body = <<-JSON
                    { "properties": { "supportsHttpsTrafficOnly": ${var.https}, "minimumTlsVersion": "TLS1_2" } }
                  JSON
                  sensitive_body = { properties = { key = "s3cr3t" } }
                }
                """);

        Resource logs = terraform.resource("azapi_resource.logs");

        assertThat(Terraform.at(logs, "properties", "supportsHttpsTrafficOnly")).isInstanceOf(UnknownValue.class);
        assertThat(Terraform.json(logs, "properties", "minimumTlsVersion")).isEqualTo("\"TLS1_2\"");
        assertThat(Terraform.at(logs, "properties", "key").sensitive()).isTrue();
    }

    @Test
    void whatIsUnknownOfTypeAndBodyIsUnknownOfTheResource() {
        terraform.file("main.tf", """
                variable "api" {}
                variable "body" {}
                variable "type" {}

                resource "azapi_resource" "some" {
                  type = "Microsoft.Storage/storageAccounts@${var.api}"
                  body = var.body
                }

                resource "azapi_resource" "any" {
                  type = var.type
                }
                """);

        Resource some = terraform.resource("azapi_resource.some");

        assertThat(some.type()).isEqualTo("Microsoft.Storage/storageAccounts");
        assertThat(some.version()).isEmpty();
        assertThat(Terraform.at(some, "apiVersion")).isInstanceOf(UnknownValue.class);
        assertThat(Terraform.at(some, "properties")).isInstanceOf(UnknownValue.class);
        assertThat(terraform.resource("azapi_resource.any").type()).isEqualTo("azapi_resource");
    }

    @Test
    void aParentThatIsNoResourceGroupContainsIt() {
        terraform.file("main.tf", """
                resource "azapi_resource" "group" {
                  type = "Microsoft.Resources/resourceGroups@2022-09-01"
                }

                resource "azapi_resource" "logs" {
                  type      = "Microsoft.Storage/storageAccounts@2023-05-01"
                  parent_id = azapi_resource.group.id
                }

                resource "azapi_resource" "blobs" {
                  type      = "Microsoft.Storage/storageAccounts/blobServices@2023-05-01"
                  name      = "default"
                  parent_id = azapi_resource.logs.id
                }
                """);

        assertThat(terraform.graph().edges().stream().filter(edge -> edge.kind() == Edge.Kind.CONTAINMENT))
                .containsExactly(
                        new Edge("azapi_resource.blobs", "", "azapi_resource.logs", "", Edge.Kind.CONTAINMENT));
    }

    @Test
    void whatUpdatesAnotherResourceIsLeftAsItIs() {
        terraform.file("main.tf", """
                resource "azapi_update_resource" "logs" {
                  type = "Microsoft.Storage/storageAccounts@2023-05-01"
                  body = { properties = {} }
                }

                data "azapi_resource" "logs" {
                  type = "Microsoft.Storage/storageAccounts@2023-05-01"
                }
                """);

        assertThat(terraform.graph().resources())
                .extracting(Resource::type)
                .containsExactlyInAnyOrder("azapi_update_resource", "azapi_resource");
    }

    /** The line in which a member is written. */
    private static int place(Resource resource, String object, String name) {
        Value at = Terraform.at(resource, object);
        Member member = ((ObjectValue) at).member(name);
        return member.nameRange().startLine();
    }
}
