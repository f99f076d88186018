package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.UnseenModule;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.ValueJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files make a module, where modules are found, and what is read beside the configuration. */
class ModuleFilesTest {
    @TempDir
    Path directory;

    private Terraform terraform;

    @BeforeEach
    void start() {
        terraform = new Terraform(directory);
    }

    private List<String> addresses() {
        return terraform.graph().resources().stream().map(Resource::address).toList();
    }

    @Test
    void filesOfOpenTofuTakeThePlaceOfTheirNamesakes() {
        terraform
                .file("a.tf", "resource \"t\" \"a\" { from = \"tf\" }\n")
                .file("a.tofu", "resource \"t\" \"a\" { from = \"tofu\" }\n")
                .file("b.tf.json", "{\"resource\": {\"t\": {\"b\": {\"from\": \"tf\"}}}}")
                .file("b.tofu.json", "{\"resource\": {\"t\": {\"b\": {\"from\": \"tofu\"}}}}")
                .file("c.tf", "resource \"t\" \"c\" { from = \"tf\" }\n")
                .file("x_override.tofu", "resource \"t\" \"c\" { more = 1 }\n");

        assertThat(addresses()).containsExactly("t.a", "t.b", "t.c");
        assertThat(Terraform.json(terraform.resource("t.a"), "from")).isEqualTo("\"tofu\"");
        assertThat(Terraform.json(terraform.resource("t.b"), "from")).isEqualTo("\"tofu\"");
        assertThat(Terraform.json(terraform.resource("t.c"))).isEqualTo("{\"from\":\"tf\",\"more\":1}");
        assertThat(terraform.unit().diagnostics()).isEmpty();
    }

    @Test
    void overridesApplyInTheOrderOfTheirFiles() {
        terraform
                .file("main.tf", """
                resource "t" "r" {
                  a = 0
                  rule { n = 1 }
                  rule { n = 2 }
                  other { n = 3 }
                  lifecycle { prevent_destroy = true }
                }
                """)
                .file("1_override.tf", "resource \"t\" \"r\" {\n  a = 1\n  rule { n = 9 }\n}\n")
                .file("2_override.tf", """
                resource "t" "r" {
                  a = 2
                  dynamic "other" {
                    for_each = ["x"]
                    content { n = other.value }
                  }
                  lifecycle { create_before_destroy = true }
                }
                """);

        assertThat(Terraform.json(terraform.resource("t.r")))
                .isEqualTo("{\"a\":2,\"rule\":[{\"n\":9}],\"other\":[{\"n\":\"x\"}]}");
        assertThat(terraform.unit().diagnostics()).isEmpty();
    }

    @Test
    void anOverrideOfNothingIsToldAndAssessed() {
        terraform.file("override.tf", "resource \"t\" \"r\" { a = 1 }\n");

        assertThat(addresses()).containsExactly("t.r");
        assertThat(Terraform.codes(terraform.unit())).containsExactly("terraform-override");
    }

    @Test
    void installedModulesAreFoundThroughTheManifest() {
        terraform
                .file("main.tf", "module \"net\" {\n  source = \"example/net/any\"\n  name   = \"n\"\n}\n")
                .file(
                        ".terraform/modules/modules.json",
                        "{\"Modules\":[{\"Key\":\"\",\"Source\":\"\",\"Dir\":\".\"},"
                                + "{\"Key\":\"net\",\"Source\":\"registry/net\",\"Dir\":\".terraform\\\\modules\\\\net\\\\sub\"},"
                                + "{\"Key\":\"net.in\",\"Source\":\"git::x\",\"Dir\":\".terraform/modules/net.in\"}]}")
                .file(".terraform/modules/net/sub/main.tf", """
                        variable "name" {}
                        resource "t" "r" {
                          name = var.name
                          path = path.module
                        }
                        module "in" { source = "git::https://example.org/in.git" }
                        """)
                .file(".terraform/modules/net.in/main.tf", "resource \"t\" \"inner\" {}\n");

        assertThat(addresses()).containsExactly("module.net.t.r", "module.net.module.in.t.inner");
        assertThat(Terraform.json(terraform.resource("module.net.t.r")))
                .isEqualTo("{\"name\":\"n\",\"path\":\".terraform/modules/net/sub\"}");
        assertThat(terraform.unit().diagnostics()).isEmpty();
    }

    @Test
    void vendoredModulesAreFoundWithoutAManifest() {
        terraform
                .file("main.tf", """
                        module "whole" { source = "example/whole/any" }
                        module "part" { source = "git::https://example.org/all.git//modules/part?ref=v1" }
                        """)
                .file(".terraform/modules/whole/main.tf", "resource \"t\" \"w\" {}\n")
                .file(".terraform/modules/part/modules/part/main.tf", "resource \"t\" \"p\" {}\n");

        assertThat(addresses()).containsExactly("module.whole.t.w", "module.part.t.p");
    }

    @Test
    void aManifestLeadsNowhereOutside() {
        terraform
                .file("root/main.tf", "module \"net\" { source = \"example/net/any\" }\n")
                .file(
                        "root/.terraform/modules/modules.json",
                        "{\"Modules\":[{\"Key\":\"net\",\"Dir\":\"../../../../etc\"},{\"Key\":3},null,{\"Dir\":[]}]}");

        ScanUnit unit = terraform.unit();
        assertThat(unit.worlds().get(0).graph().resources()).isEmpty();
        assertThat(Terraform.codes(unit)).containsExactly("terraform-module-external");
    }

    @Test
    void localModulesMayBeWrittenWithTheSeparatorsOfWindows() {
        terraform
                .file("main.tf", "module \"m\" { source = \".\\\\modules\\\\m\" }\n")
                .file("modules/m/main.tf", "resource \"t\" \"r\" {}\n");

        assertThat(addresses()).containsExactly("module.m.t.r");
    }

    @Test
    void aMissingModuleIsToldOnceAndItsOutputsAreUnknown() {
        terraform.file("main.tf", """
                module "gone" {
                  for_each = toset(["a", "b"])
                  source   = "example/gone/any"
                  version  = "~> 1.0"
                }
                resource "t" "r" {
                  one  = module.gone["a"].id
                  all  = [for m in module.gone : m.id]
                  text = "x-${module.gone["b"].id}"
                }
                """);

        Resource resource = terraform.resource("t.r");
        assertThat(Terraform.at(resource, "one")).isInstanceOf(UnknownValue.class);
        assertThat(Terraform.at(resource, "all")).isInstanceOf(UnknownValue.class);
        assertThat(((UnknownValue) Terraform.at(resource, "text")).unknown().prefix())
                .isEqualTo("x-");
        assertThat(Terraform.codes(terraform.unit())).containsExactly("terraform-module-external");
    }

    @Test
    void modulesThatOthersCallAreNoRoots() {
        terraform
                .file("main.tf", "variable \"name\" {}\nresource \"t\" \"r\" { name = var.name }\n")
                .file("examples/one/main.tf", "module \"it\" {\n  source = \"../..\"\n  name = \"one\"\n}\n")
                .file("examples/two/main.tf", "module \"it\" {\n  source = \"../../\"\n  name = \"two\"\n}\n");

        List<ScanUnit> units = terraform.units();

        assertThat(units).extracting(ScanUnit::path).containsExactly("examples/one", "examples/two");
        assertThat(units.get(1).worlds().get(0).graph().resources())
                .extracting(Resource::address)
                .containsExactly("module.it.t.r");
    }

    @Test
    void lockedVersionsWinOverConstraints() {
        terraform.file("main.tf", """
                terraform {
                  required_providers {
                    aws   = { source = "hashicorp/aws", version = "~> 5.0" }
                    other = { source = "example.org/acme/other", version = ">= 1" }
                    free  = ">= 2.0"
                  }
                }
                resource "aws_vpc" "v" {}
                resource "other_thing" "o" {}
                resource "free_thing" "f" {}
                resource "random_id" "r" {}
                resource "aws_vpc" "w" { provider = other.alias }
                """).file(".terraform.lock.hcl", """
                provider "registry.terraform.io/hashicorp/aws" {
                  version     = "5.31.0"
                  constraints = "~> 5.0"
                  hashes      = ["h1:x"]
                }
                provider "example.org/acme/other" { version = "1.2.3" }
                provider "registry.opentofu.org/hashicorp/random" { version = "3.6.0" }
                """);

        assertThat(terraform.graph().resources())
                .extracting(Resource::version)
                .containsExactly("5.31.0", "1.2.3", ">= 2.0", "3.6.0", "1.2.3");
    }

    @Test
    void theWorkspaceIsTheSelectedOne() {
        String main = "resource \"t\" \"r\" { name = terraform.workspace }\n";
        terraform.file("main.tf", main);
        assertThat(Terraform.at(terraform.resource("t.r"), "name")).isInstanceOf(UnknownValue.class);

        terraform.file(".terraform/modules/modules.json", "{}");
        assertThat(Terraform.json(terraform.resource("t.r"), "name")).isEqualTo("\"default\"");

        terraform.file(".terraform/environment", "prod\n");
        assertThat(Terraform.json(terraform.resource("t.r"), "name")).isEqualTo("\"prod\"");

        Inputs named = new Inputs(Map.of(), List.of(), List.of(), Map.of(), "stage");
        Resource resource = terraform
                .units(named)
                .get(0)
                .worlds()
                .get(0)
                .graph()
                .resources()
                .get(0);
        assertThat(Terraform.json(resource, "name")).isEqualTo("\"stage\"");
    }

    @Test
    void valuesComeFromTheEnvironmentLastOfAll() {
        terraform.file("main.tf", """
                variable "a" { default = "default" }
                variable "b" { default = "default" }
                variable "c" { type = list(number) }
                resource "t" "r" { values = [var.a, var.b, var.c] }
                """).file("terraform.tfvars", "b = \"file\"\n");
        Inputs inputs = new Inputs(
                Map.of(), List.of(), List.of(), Map.of("a", "environment", "b", "environment", "c", "[1, 2]"), "");

        Resource resource = terraform
                .units(inputs)
                .get(0)
                .worlds()
                .get(0)
                .graph()
                .resources()
                .get(0);

        assertThat(Terraform.json(resource, "values")).isEqualTo("[\"environment\",\"file\",[1,2]]");
    }

    @Test
    void valuesInJsonKnowTheirPlaces() {
        terraform
                .file("main.tf", "variable \"rules\" {}\nresource \"t\" \"r\" { port = var.rules[0].port }\n")
                .file("terraform.tfvars.json", "{\n  \"rules\": [\n    { \"port\": 22 }\n  ]\n}\n");

        List<String> places = Terraform.at(terraform.resource("t.r"), "port").origin().chain().stream()
                .map(step -> step.range().toString())
                .toList();

        assertThat(places).contains("terraform.tfvars.json:3:15");
    }

    @Test
    void brokenFilesOfValuesAreTold() {
        terraform
                .file("main.tf", "variable \"a\" { default = 1 }\nresource \"t\" \"r\" { a = var.a }\n")
                .file("terraform.tfvars.json", "[1]")
                .file("x.auto.tfvars.json", "")
                .file("y.auto.tfvars", "a = \n");

        assertThat(Terraform.json(terraform.resource("t.r"), "a")).isEqualTo("1");
        assertThat(terraform.unit().diagnostics())
                .extracting(Diagnostic::code)
                .contains("terraform-variable-file", "hcl-syntax");
    }

    @Test
    void modulesThatAreNotThereKeepWhatTheyAreGiven() {
        terraform.file("main.tf", """
                resource "aws_s3_bucket" "logs" {}
                module "access" {
                  for_each = toset(["a", "b"])
                  source   = "example/access/aws"
                  version  = "1.0.0"
                  settings = { bucket = aws_s3_bucket.logs.id, name = each.key }
                }
                module "none" {
                  count  = 0
                  source = "example/access/aws"
                  bucket = aws_s3_bucket.logs.id
                }
                """);

        ResourceGraph graph = terraform.graph();

        assertThat(graph.unseen())
                .extracting(UnseenModule::address)
                .containsExactly("module.access[\"a\"]", "module.access[\"b\"]");
        assertThat(ValueJson.compact(
                        ((ObjectValue) graph.unseen().get(1).arguments().get("settings")).get("name")))
                .isEqualTo("\"b\"");
        assertThat(graph.edges())
                .contains(new Edge(
                        "module.access[\"a\"]", "settings.bucket", "aws_s3_bucket.logs", "id", Edge.Kind.REFERENCE))
                .hasSize(2);
        assertThat(graph.resources()).hasSize(1);
    }
}
