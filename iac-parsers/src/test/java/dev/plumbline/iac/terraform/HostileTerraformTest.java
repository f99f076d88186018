package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Value.UnknownValue;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to exhaust time, memory or the stack. */
class HostileTerraformTest {
    @TempDir
    Path directory;

    private Terraform terraform;

    @BeforeEach
    void start() {
        terraform = new Terraform(directory);
    }

    private void locals(int count, String first, String next) {
        String lines = IntStream.range(1, count)
                .mapToObj(i -> "  l%d = %s\n".formatted(i, next.replace("@", "local.l" + (i - 1))))
                .collect(Collectors.joining());
        terraform.file(
                "main.tf",
                "locals {\n  l0 = %s\n%s}\nresource \"t\" \"r\" { v = local.l%d }\n"
                        .formatted(first, lines, count - 1));
    }

    @Test
    void aLongChainOfReferencesIsFollowed() {
        locals(10_000, "1", "@ + 1");

        assertThat(Terraform.json(terraform.resource("t.r"), "v")).isEqualTo("10000");
    }

    @Test
    void cyclesAreTold() {
        terraform.file(
                "main.tf",
                "locals {\n  a = local.b\n  b = local.a\n}\nresource \"t\" \"r\" {\n  a = local.a\n  self = t.r.id\n}\n");

        ScanUnit unit = terraform.unit();

        assertThat(Terraform.codes(unit)).containsOnly("terraform-cycle");
        assertThat(unit.diagnostics()).extracting(d -> d.summary()).contains("Cycle: local.a, local.b", "Cycle: t.r");
        assertThat(Terraform.at(terraform.resource("t.r"), "a")).isInstanceOf(UnknownValue.class);
    }

    @Test
    void hugeCountsAreAssessedOnce() {
        terraform.file("main.tf", "resource \"t\" \"r\" {\n  count = 1000000000\n  a = 1\n}\n");

        assertThat(terraform.graph().resources()).extracting(Resource::address).containsExactly("t.r[*]");
        assertThat(Terraform.codes(terraform.unit())).containsExactly("terraform-too-many-instances");
    }

    @Test
    void aMillionKeysAreAssessedOnce() {
        terraform.file("main.tf", """
                locals {
                  digits = range(1000)
                  keys   = toset([for pair in setproduct(local.digits, local.digits) : join("-", pair)])
                }
                resource "t" "r" {
                  for_each = local.keys
                  a        = 1
                }
                module "m" {
                  for_each = { for i in range(20000) : i => i }
                  source   = "./m"
                }
                """).file("m/main.tf", "resource \"t\" \"inner\" {}\n");

        assertThat(terraform.graph().resources())
                .extracting(Resource::address)
                .containsExactly("t.r[*]", "module.m[*].t.inner");
        assertThat(terraform.unit().diagnostics()).isNotEmpty();
    }

    @Test
    void modulesThatMultiplyAreBounded() {
        terraform.file("main.tf", "module \"m\" {\n  count  = 10000\n  source = \"./m\"\n}\n");
        terraform.file("m/main.tf", "module \"n\" {\n  count  = 10000\n  source = \"../n\"\n}\n");
        terraform.file("n/main.tf", "resource \"t\" \"r\" {\n  count = 10000\n}\n");

        assertThat(Terraform.codes(terraform.unit()))
                .contains("terraform-too-many-modules", "terraform-too-many-instances");
    }

    @Test
    void providersThatNeedEachOtherEnd() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append("""
                    provider "aws" {
                      alias = "p%1$d"
                      default_tags { tags = { id = aws_vpc.v%1$d.tags_all["id"] } }
                    }
                    resource "aws_vpc" "v%1$d" { provider = aws.p%2$d }
                    """.formatted(i, (i + 1) % 300));
        }
        terraform.file("main.tf", text.toString());

        assertThat(terraform.graph().resources()).hasSize(300);
    }

    @Test
    void nestedLoopsAreBounded() {
        terraform.file("main.tf", """
                resource "t" "r" {
                  a = length([for x in range(1000) : [for y in range(1000) : [for z in range(1000) : z]]])
                  b = 1
                }
                """);

        assertThat(Terraform.codes(terraform.unit())).containsExactly("terraform-expression");
        assertThat(Terraform.json(terraform.resource("t.r"), "b")).isEqualTo("1");
    }

    @Test
    void valuesThatDoubleAreBounded() {
        locals(60, "[1]", "[@, @]");

        assertThat(Terraform.at(terraform.resource("t.r"), "v").isWhollyKnown()).isFalse();
    }

    @Test
    void stringsThatDoubleAreBounded() {
        locals(60, "\"0123456789\"", "\"${@}${@}\"");

        assertThat(Terraform.at(terraform.resource("t.r"), "v")).isInstanceOf(UnknownValue.class);
    }

    @Test
    void hugeNumbersAreBounded() {
        terraform.file(
                "main.tf",
                "resource \"t\" \"r\" {\n  a = jsonencode(1e999999999)\n  b = pow(10, 300) * pow(10, 300)\n  c = tonumber(\"1e999999999\")\n  d = \"x\"\n}\n");

        assertThat(Terraform.json(terraform.resource("t.r"), "d")).isEqualTo("\"x\"");
    }

    @Test
    void functionsThatMultiplyAreBounded() {
        terraform.file("main.tf", """
                locals {
                  many  = range(1000)
                  again = "$${templatestring(local.again, {})}"
                }
                resource "t" "r" {
                  product  = setproduct(local.many, local.many, local.many)
                  range    = range(1000000000)
                  step     = range(0, 1, 1e-9)
                  width    = format("%1000000000d", 1)
                  digits   = format("%.1000000000f", 1)
                  power    = pow(10, 1000000000)
                  subnets  = cidrsubnets("::/0", [for i in local.many : 1]...)
                  template = templatestring(local.again, {})
                  fine     = 1
                }
                """);

        Resource resource = terraform.resource("t.r");

        for (String name : List.of("product", "range", "step", "width", "digits", "power", "subnets", "template")) {
            assertThat(Terraform.at(resource, name)).as(name).isInstanceOf(UnknownValue.class);
        }
        assertThat(Terraform.json(resource, "fine")).isEqualTo("1");
    }

    @Test
    void typesThatAreNestedDeeplyAreConverted() {
        String type = "list(".repeat(150) + "string" + ")".repeat(150);
        String value = "[".repeat(150) + "1" + "]".repeat(150);
        terraform.file(
                "main.tf",
                "variable \"v\" {\n  type = %s\n  default = %s\n}\nresource \"t\" \"r\" { v = var.v }\n"
                        .formatted(type, value));

        assertThat(Terraform.json(terraform.resource("t.r"), "v"))
                .isEqualTo("[".repeat(150) + "\"1\"" + "]".repeat(150));
    }

    @Test
    void modulesThatCallThemselvesEnd() {
        terraform
                .file("main.tf", "module \"a\" {\n  source = \"./a\"\n}\n")
                .file("a/main.tf", "module \"again\" {\n  source = \"../a\"\n}\nresource \"t\" \"r\" {}\n");

        assertThat(Terraform.codes(terraform.unit())).containsExactly("terraform-module-cycle");
        assertThat(terraform.unit().worlds().get(0).graph().resources()).hasSize(1);
    }

    @Test
    void modulesThatGoTooDeepEnd() {
        terraform.file("main.tf", "module \"m\" {\n  source = \"./m0\"\n}\n");
        for (int i = 0; i < 30; i++) {
            terraform.file("m%d/main.tf".formatted(i), "module \"m\" {\n  source = \"../m%d\"\n}\n".formatted(i + 1));
        }

        assertThat(Terraform.codes(terraform.unit())).containsExactly("terraform-module-depth");
    }

    @Test
    void filesOutsideOfTheTreeAreNotRead() {
        terraform.file("main.tf", """
                resource "t" "r" {
                  a = file("/etc/passwd")
                  b = file("../../../../etc/passwd")
                  c = fileexists("/etc/passwd")
                }
                module "out" {
                  source = "../../../../etc"
                }
                """);

        Resource resource = terraform.resource("t.r");

        assertThat(Terraform.at(resource, "a")).isInstanceOf(UnknownValue.class);
        assertThat(Terraform.at(resource, "b")).isInstanceOf(UnknownValue.class);
        assertThat(Terraform.at(resource, "c")).isInstanceOf(UnknownValue.class);
        assertThat(Terraform.codes(terraform.unit())).contains("terraform-module-missing");
    }

    @Test
    void modulesThatOnlyCallEachOtherAreAssessed() {
        terraform
                .file("a/main.tf", "module \"b\" {\n  source = \"../b\"\n}\n")
                .file("b/main.tf", "module \"a\" {\n  source = \"../a\"\n}\n");

        assertThat(terraform.units()).extracting(ScanUnit::path).containsExactly("a");
    }
}
