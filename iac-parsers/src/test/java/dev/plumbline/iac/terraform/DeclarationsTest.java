package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Mode;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks beside resources, data sources and module calls, and what is demanded of values. */
class DeclarationsTest {
    @TempDir
    Path directory;

    private Terraform terraform;

    @BeforeEach
    void start() {
        terraform = new Terraform(directory);
    }

    @Test
    void ephemeralResourcesAreOnlyReadAndSecret() {
        terraform.file("main.tf", """
                ephemeral "aws_secretsmanager_secret_version" "s" { secret_id = "x" }
                resource "t" "r" {
                  password_wo = ephemeral.aws_secretsmanager_secret_version.s.secret_string
                  id          = ephemeral.aws_secretsmanager_secret_version.s.secret_id
                }
                """);

        Resource secret = terraform.resource("ephemeral.aws_secretsmanager_secret_version.s");
        UnknownValue password = (UnknownValue) Terraform.at(terraform.resource("t.r"), "password_wo");
        assertThat(secret.mode()).isEqualTo(Mode.DATA);
        assertThat(password.unknown().cause()).isEqualTo(Cause.EPHEMERAL);
        assertThat(password.sensitive()).isTrue();
        assertThat(Terraform.json(secret, "secret_id")).isEqualTo("\"x\"");
        assertThat(Terraform.at(terraform.resource("t.r"), "id")).isInstanceOf(UnknownValue.class);
        assertThat(terraform.unit().diagnostics()).isEmpty();
    }

    @Test
    void whatOnlyTellsHowToGetThereDeclaresNothing() {
        terraform.file("main.tf", """
                resource "t" "new" { a = 1 }
                moved {
                  from = t.old
                  to   = t.new
                }
                import {
                  for_each = toset(["a"])
                  to       = t.new
                  id       = each.value
                }
                removed {
                  from = t.gone
                  lifecycle { destroy = false }
                }
                """);

        assertThat(terraform.graph().resources()).extracting(Resource::address).containsExactly("t.new");
        assertThat(terraform.unit().diagnostics()).isEmpty();
    }

    @Test
    void dataSourcesInChecksAreRead() {
        terraform.file("main.tf", """
                check "site" {
                  data "http" "it" { url = "https://example.org" }
                  assert {
                    condition     = data.http.it.status_code == 200
                    error_message = "down"
                  }
                }
                """).file("more.tf.json", """
                {"check": {"other": {"data": {"http": {"json": {"url": "https://example.org"}}}, "assert": {
                  "condition": "${data.http.json.url == \\"x\\"}", "error_message": "wrong"}}}}
                """);

        assertThat(terraform.graph().resources())
                .extracting(Resource::address)
                .containsExactly("data.http.it", "data.http.json");
        assertThat(terraform.unit().diagnostics())
                .extracting(Diagnostic::summary)
                .containsExactly("Check other does not hold");
    }

    @Test
    void whatCertainlyDoesNotHoldIsTold() {
        terraform.file("main.tf", """
                variable "open" {
                  validation {
                    condition     = var.open > 1
                    error_message = "never told"
                  }
                }
                variable "low" {
                  default = 1
                  validation {
                    condition     = var.low > 1
                    error_message = "low is ${var.low}"
                  }
                }
                resource "t" "r" {
                  count = 2
                  size  = count.index
                  lifecycle {
                    precondition {
                      condition     = count.index < 1
                      error_message = "index"
                    }
                    postcondition {
                      condition     = self.size < 5
                      error_message = "size"
                    }
                  }
                }
                output "o" {
                  value = 1
                  precondition {
                    condition     = t.r[0].size == 7
                    error_message = "seven"
                  }
                }
                """);

        assertThat(terraform.unit().diagnostics())
                .extracting(problem -> problem.range() + " " + problem.summary() + ": " + problem.detail())
                .containsExactly(
                        "main.tf:8:13 Invalid value for var.low: low is 1",
                        "main.tf:19:23 Precondition of t.r[1] does not hold: index",
                        "main.tf:31:21 Precondition of output o does not hold: seven");
    }

    @Test
    void builtInTypesHaveTheirAttributesAndNoOthers() {
        terraform.file("main.tf", """
                resource "terraform_data" "d" { input = { a = 1 } }
                resource "terraform_data" "e" {}
                resource "null_resource" "n" { triggers = { a = 1 } }
                resource "t" "r" {
                  input    = terraform_data.d.input.a
                  output   = terraform_data.d.output
                  nothing  = terraform_data.e.output
                  replace  = terraform_data.d.triggers_replace
                  triggers = null_resource.n.triggers
                  id       = null_resource.n.id
                  wrong    = terraform_data.d.wrong
                }
                """);

        Resource resource = terraform.resource("t.r");
        assertThat(Terraform.json(resource, "input")).isEqualTo("1");
        assertThat(((UnknownValue) Terraform.at(resource, "output")).unknown().cause())
                .isEqualTo(Cause.KNOWN_AFTER_APPLY);
        assertThat(Terraform.at(resource, "nothing")).isInstanceOf(NullValue.class);
        assertThat(Terraform.at(resource, "replace")).isInstanceOf(NullValue.class);
        assertThat(Terraform.json(resource, "triggers")).isEqualTo("{\"a\":\"1\"}");
        assertThat(((UnknownValue) Terraform.at(resource, "id")).unknown().notNull())
                .isTrue();
        assertThat(((UnknownValue) Terraform.at(resource, "wrong")).unknown().cause())
                .isEqualTo(Cause.ERROR);
        assertThat(terraform.graph().from("t.r"))
                .contains(new Edge("t.r", "id", "null_resource.n", "id", Edge.Kind.REFERENCE));
    }

    @Test
    void whatIsDeclaredSensitiveStaysHidden() {
        terraform.file("main.tf", """
                variable "token" {
                  default   = "t"
                  sensitive = true
                }
                module "m" { source = "./m" }
                resource "t" "r" {
                  token  = var.token
                  output = module.m.secret
                  open   = module.m.open
                }
                """).file("m/main.tf", """
                output "secret" {
                  value     = "s"
                  sensitive = true
                }
                output "open" { value = "o" }
                """);

        assertThat(Terraform.json(terraform.resource("t.r")))
                .isEqualTo("{\"token\":\"(sensitive)\",\"output\":\"(sensitive)\",\"open\":\"o\"}");
    }

    @Test
    void whatIsEphemeralIsNotKnownFromPlanToApply() {
        terraform.file("main.tf", """
                variable "token" {
                  type      = string
                  default   = "t"
                  ephemeral = true
                }
                variable "options" {
                  type      = map(string)
                  default   = null
                  ephemeral = true
                }
                ephemeral "t" "e" { length = 3 }
                module "m" { source = "./m" }
                locals {
                  all = { token = "Bearer ${var.token}", known = 1, options = var.options, list = [var.token, 2] }
                }
                resource "t" "r" {
                  token    = var.token
                  options  = var.options
                  output   = module.m.session
                  length   = ephemeral.t.e.length
                  applying = terraform.applying
                  open     = ephemeralasnull("x")
                  later    = ephemeralasnull(t.other.id)
                  kept     = ephemeralasnull(local.all)
                  set      = ephemeralasnull(toset([var.token]))
                  type     = ephemeralasnull(true ? var.token : 1) == null
                }
                resource "t" "other" {}
                """).file("m/main.tf", """
                output "session" {
                  value     = "s"
                  ephemeral = true
                }
                """);
        Resource resource = terraform.resource("t.r");

        for (String name : List.of("token", "options", "output", "length", "applying")) {
            UnknownValue value = (UnknownValue) Terraform.at(resource, name);
            assertThat(value.unknown().cause()).as(name).isEqualTo(Cause.EPHEMERAL);
            assertThat(value.unknown().notNull()).as(name).isEqualTo(!name.equals("options"));
            assertThat(value.sensitive()).as(name).isFalse();
        }
        assertThat(Terraform.json(resource, "open")).isEqualTo("\"x\"");
        assertThat(((UnknownValue) Terraform.at(resource, "later")).unknown().cause())
                .isEqualTo(Cause.KNOWN_AFTER_APPLY);
        assertThat(Terraform.json(resource, "kept"))
                .isEqualTo("{\"token\":null,\"known\":1,\"options\":null,\"list\":[null,2]}");
        assertThat(Terraform.json(resource, "set")).isEqualTo("null");
        assertThat(Terraform.json(resource, "type")).isEqualTo("true");
        assertThat(terraform.unit().diagnostics()).isEmpty();
    }

    @Test
    void ordersAreNoted() {
        terraform.file("main.tf", """
                resource "t" "a" {}
                data "t" "d" {}
                resource "t" "r" {
                  depends_on = [t.a, data.t.d]
                  lifecycle { replace_triggered_by = [t.a.id] }
                }
                """);

        assertThat(terraform.graph().from("t.r"))
                .containsExactlyInAnyOrder(
                        new Edge("t.r", "", "t.a", "", Edge.Kind.ORDER),
                        new Edge("t.r", "", "data.t.d", "", Edge.Kind.ORDER));
    }

    @Test
    void ordersOfModulesHoldForAllThatIsInThem() {
        terraform.file("main.tf", """
                resource "t" "a" {}
                module "m" {
                  count      = 2
                  source     = "./m"
                  depends_on = [t.a]
                }
                resource "t" "r" { depends_on = [module.m, module.undeclared] }
                """).file("m/main.tf", "resource \"t\" \"inner\" {}\n");

        assertThat(terraform.graph().edges())
                .containsExactlyInAnyOrder(
                        new Edge("module.m[0]", "", "t.a", "", Edge.Kind.ORDER),
                        new Edge("module.m[1]", "", "t.a", "", Edge.Kind.ORDER),
                        new Edge("t.r", "", "module.m[0]", "", Edge.Kind.ORDER),
                        new Edge("t.r", "", "module.m[1]", "", Edge.Kind.ORDER));
    }

    @Test
    void managedResourcesMayBeCalledResources() {
        terraform.file("main.tf", "resource \"t\" \"a\" { n = 1 }\nresource \"t\" \"r\" { n = resource.t.a.n }\n");

        assertThat(Terraform.json(terraform.resource("t.r"), "n")).isEqualTo("1");
    }
}
