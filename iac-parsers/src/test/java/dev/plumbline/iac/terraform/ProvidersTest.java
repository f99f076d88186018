package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Value.UnknownValue;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What resources get from the configuration of their provider. */
class ProvidersTest {
    @TempDir
    Path directory;

    private Terraform terraform;

    @BeforeEach
    void start() {
        terraform = new Terraform(directory);
    }

    private String tags(String address) {
        return Terraform.json(terraform.resource(address), "tags_all");
    }

    @Test
    void defaultTagsAddToThoseOfTheResource() {
        terraform.file("main.tf", """
                variable "v" {}
                locals { team = "core" }
                provider "aws" {
                  default_tags {
                    tags = { Team = local.team, Stage = "dev" }
                  }
                }
                provider "aws" {
                  alias = "east"
                  dynamic "default_tags" {
                    for_each = [{ Team = "east" }]
                    content { tags = default_tags.value }
                  }
                }
                provider "aws" { alias = "bare" }
                resource "aws_vpc" "own" { tags = { Stage = "prod", Name = "n" } }
                resource "aws_vpc" "none" {}
                resource "aws_vpc" "null" { tags = null }
                resource "aws_vpc" "east" { provider = aws.east }
                resource "aws_vpc" "bare" { provider = aws.bare }
                resource "aws_vpc" "open" { tags = var.v }
                resource "azurerm_x" "x" {}
                resource "t" "use" { team = aws_vpc.own.tags_all["Team"] }
                """);

        assertThat(tags("aws_vpc.own")).isEqualTo("{\"Team\":\"core\",\"Stage\":\"prod\",\"Name\":\"n\"}");
        assertThat(tags("aws_vpc.none")).isEqualTo("{\"Team\":\"core\",\"Stage\":\"dev\"}");
        assertThat(tags("aws_vpc.null")).isEqualTo("{\"Team\":\"core\",\"Stage\":\"dev\"}");
        assertThat(tags("aws_vpc.east")).isEqualTo("{\"Team\":\"east\"}");
        assertThat(Terraform.at(terraform.resource("aws_vpc.bare"), "tags_all")).isNull();
        assertThat(Terraform.at(terraform.resource("aws_vpc.open"), "tags_all")).isInstanceOf(UnknownValue.class);
        assertThat(Terraform.at(terraform.resource("azurerm_x.x"), "tags_all")).isNull();
        assertThat(Terraform.json(terraform.resource("aws_vpc.own"), "tags"))
                .as("what is written stays as it is")
                .isEqualTo("{\"Stage\":\"prod\",\"Name\":\"n\"}");
        assertThat(Terraform.json(terraform.resource("t.use"), "team")).isEqualTo("\"core\"");
        assertThat(terraform.unit().diagnostics()).isEmpty();
    }

    @Test
    void modulesInheritProvidersOrAreGivenThem() {
        String module = "resource \"aws_vpc\" \"v\" {}\nresource \"aws_vpc\" \"other\" { provider = aws.other }\n";
        terraform
                .file("main.tf", """
                        provider "aws" {
                          default_tags { tags = { From = "default" } }
                        }
                        provider "aws" {
                          alias = "east"
                          default_tags { tags = { From = "east" } }
                        }
                        module "inherits" { source = "./m" }
                        module "given" {
                          source    = "./m"
                          providers = { aws = aws.east, aws.other = aws }
                        }
                        module "outer" {
                          source    = "./outer"
                          providers = { aws.x = aws.east }
                        }
                        """)
                .file("m/main.tf", module)
                .file("outer/main.tf", "module \"m\" {\n  source = \"../m\"\n  providers = { aws.other = aws.x }\n}\n");

        assertThat(tags("module.inherits.aws_vpc.v")).isEqualTo("{\"From\":\"default\"}");
        assertThat(Terraform.at(terraform.resource("module.inherits.aws_vpc.other"), "tags_all"))
                .isNull();
        assertThat(tags("module.given.aws_vpc.v")).isEqualTo("{\"From\":\"east\"}");
        assertThat(tags("module.given.aws_vpc.other")).isEqualTo("{\"From\":\"default\"}");
        assertThat(tags("module.outer.module.m.aws_vpc.v")).isEqualTo("{\"From\":\"default\"}");
        assertThat(tags("module.outer.module.m.aws_vpc.other")).isEqualTo("{\"From\":\"east\"}");
    }

    @Test
    void jsonAndGoogleSayItTheirWay() {
        terraform.file("main.tf.json", """
                {
                  "provider": {
                    "aws": [
                      { "default_tags": { "tags": { "Team": "core" } } },
                      { "alias": "east", "default_tags": [{ "tags": { "Team": "east" } }] }
                    ],
                    "google": { "default_labels": { "team": "core" } }
                  },
                  "resource": {
                    "aws_vpc": { "v": {}, "e": { "provider": "aws.east", "depends_on": ["aws_vpc.v"] } },
                    "google_x": { "x": { "labels": { "a": "b" } } }
                  }
                }
                """);

        assertThat(tags("aws_vpc.v")).isEqualTo("{\"Team\":\"core\"}");
        assertThat(tags("aws_vpc.e")).isEqualTo("{\"Team\":\"east\"}");
        assertThat(Terraform.json(terraform.resource("google_x.x"), "effective_labels"))
                .isEqualTo("{\"team\":\"core\",\"a\":\"b\"}");
        assertThat(terraform.graph().from("aws_vpc.e"))
                .containsExactly(new Edge("aws_vpc.e", "", "aws_vpc.v", "", Edge.Kind.ORDER));
    }

    @Test
    void tagsThatDependOnTheirOwnResourceEnd() {
        terraform.file("main.tf", """
                provider "aws" {
                  default_tags { tags = { Vpc = aws_vpc.v.id, Name = aws_vpc.v.tags_all["Name"] } }
                }
                resource "aws_vpc" "v" { tags = { Name = "n" } }
                """);

        assertThat(Terraform.json(terraform.resource("aws_vpc.v"), "tags")).isEqualTo("{\"Name\":\"n\"}");
    }

    @Test
    void theAccountIsThatOfTheProvider() {
        terraform.file("main.tf", """
                variable "open" {}
                provider "aws" {
                  assume_role { role_arn = "arn:aws:iam::111122223333:role/deploy" }
                }
                provider "aws" {
                  alias = "audit"
                  allowed_account_ids = ["444455556666"]
                }
                provider "aws" {
                  alias = "sandbox"
                  profile = "sandbox"
                }
                provider "aws" {
                  alias = "open"
                  assume_role { role_arn = var.open }
                }
                provider "azurerm" { subscription_id = "00000000-0000-4000-8000-00000000000a" }
                resource "aws_vpc" "main" {}
                resource "aws_vpc" "audit" { provider = aws.audit }
                resource "aws_vpc" "sandbox" { provider = aws.sandbox }
                resource "aws_vpc" "open" { provider = aws.open }
                resource "azurerm_x" "x" {}
                resource "google_x" "x" {}
                module "logs" {
                  source    = "./logs"
                  providers = { aws = aws.audit }
                }
                """);
        terraform.file("logs/main.tf", "resource \"aws_s3_bucket\" \"logs\" {}\n");

        assertThat(terraform.resource("aws_vpc.main").account()).isEqualTo("111122223333");
        assertThat(terraform.resource("aws_vpc.audit").account()).isEqualTo("444455556666");
        assertThat(terraform.resource("aws_vpc.sandbox").account()).isEqualTo("sandbox");
        assertThat(terraform.resource("aws_vpc.open").account()).isEmpty();
        assertThat(terraform.resource("azurerm_x.x").account()).isEqualTo("00000000-0000-4000-8000-00000000000a");
        assertThat(terraform.resource("google_x.x").account()).isEmpty();
        assertThat(terraform.resource("module.logs.aws_s3_bucket.logs").account())
                .isEqualTo("444455556666");
    }

    @Test
    void configurationsCanBeJudgedByThemselves() {
        terraform.file("main.tf", """
                variable "key" { default = "tulip" }
                provider "aws" {
                  alias      = "east"
                  secret_key = var.key
                }
                module "m" { source = "./m" }
                """).file("m/main.tf", """
                provider "azurerm" {
                  features {}
                }
                """);

        assertThat(terraform.graph().declarations())
                .extracting(Resource::address)
                .containsExactly("provider.aws.east", "module.m.provider.azurerm");
        Resource aws = terraform.resource("provider.aws.east");
        assertThat(aws.type()).isEqualTo("provider.aws");
        assertThat(aws.name()).isEqualTo("aws.east");
        assertThat(Terraform.json(aws, "secret_key")).isEqualTo("\"tulip\"");
        assertThat(terraform.graph().resources()).isEmpty();
    }
}
