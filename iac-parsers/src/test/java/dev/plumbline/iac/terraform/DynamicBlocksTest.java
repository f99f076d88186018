package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of {@code dynamic} blocks. */
class DynamicBlocksTest {
    @TempDir
    Path directory;

    private Terraform terraform;

    @BeforeEach
    void start() {
        terraform = new Terraform(directory);
    }

    private Resource resource(String body) {
        return terraform
                .file(
                        "main.tf",
                        "variable \"v\" {}\nresource \"k\" \"k\" {}\nresource \"t\" \"r\" {\n" + body + "\n}\n")
                .resource("t.r");
    }

    @Test
    void collectionsOfAllKindsAreExpandedInTerraformsOrder() {
        Resource resource = resource("""
                  dynamic "map" {
                    for_each = { b = 2, a = 1 }
                    content { v = "${map.key}${map.value}" }
                  }
                  dynamic "set" {
                    for_each = toset(["y", "x"])
                    content { v = "${set.key}${set.value}" }
                  }
                  dynamic "list" {
                    for_each = ["p", "q"]
                    content { v = "${list.key}${list.value}" }
                  }
                  dynamic "none" {
                    for_each = []
                    content { v = none.value }
                  }
                """);

        assertThat(Terraform.json(resource))
                .isEqualTo("{\"map\":[{\"v\":\"a1\"},{\"v\":\"b2\"}],\"set\":[{\"v\":\"xx\"},{\"v\":\"yy\"}],"
                        + "\"list\":[{\"v\":\"0p\"},{\"v\":\"1q\"}],\"none\":[]}");
    }

    @Test
    void innerBlocksSeeOuterIterators() {
        Resource resource = resource("""
                  dynamic "outer" {
                    for_each = { a = ["x", "y"], b = [] }
                    iterator = o
                    labels   = ["label", o.key]
                    content {
                      key = o.key
                      dynamic "inner" {
                        for_each = o.value
                        content {
                          v = "${o.key}-${inner.value}"
                          dynamic "deep" {
                            for_each = inner.key == 0 ? [1] : []
                            content { sum = "${o.key}${inner.value}${deep.value}" }
                          }
                        }
                      }
                    }
                  }
                """);

        assertThat(Terraform.json(resource, "outer"))
                .isEqualTo("[{\"key\":\"a\",\"inner\":[{\"v\":\"a-x\",\"deep\":[{\"sum\":\"ax1\"}]},"
                        + "{\"v\":\"a-y\",\"deep\":[]}]},{\"key\":\"b\",\"inner\":[]}]");
        assertThat(terraform.unit().diagnostics()).isEmpty();
    }

    @Test
    void anUnknownCollectionMakesUnknownBlocks() {
        Resource resource = resource("""
                  dynamic "only" {
                    for_each = var.v
                    content {
                      open = true
                      key  = k.k.arn
                    }
                  }
                  mixed { port = 1 }
                  dynamic "mixed" {
                    for_each = var.v
                    content { port = mixed.value }
                  }
                  dynamic "known" {
                    for_each = [var.v]
                    content {
                      port  = known.value
                      fixed = 5
                    }
                  }
                """);

        UnknownValue only = (UnknownValue) Terraform.at(resource, "only");
        assertThat(only.unknown().reason()).isEqualTo("var.v has no value");
        assertThat(only.unknown().notNull()).isFalse();
        assertThat(Terraform.json(resource, "mixed", 0)).isEqualTo("{\"port\":1}");
        assertThat(Terraform.at(resource, "mixed", 1)).isInstanceOf(UnknownValue.class);
        assertThat(Terraform.json(resource, "known", 0, "fixed")).isEqualTo("5");
        assertThat(Terraform.at(resource, "known", 0, "port")).isInstanceOf(UnknownValue.class);
        assertThat(terraform.graph().from("t.r"))
                .as("what the content of unknown blocks refers to")
                .contains(new Edge("t.r", "only", "k.k", "arn", Edge.Kind.REFERENCE));
    }

    @Test
    void nullAndMistakesAreTold() {
        Resource resource = resource("""
                  dynamic "null" {
                    for_each = null
                    content { a = 1 }
                  }
                  dynamic "number" {
                    for_each = 5
                    content { a = 1 }
                  }
                  dynamic "empty" {
                    for_each = ["x"]
                  }
                  after = 1
                """);

        Value after = Terraform.at(resource, "after");
        assertThat(after.isWhollyKnown()).isTrue();
        assertThat(Terraform.codes(terraform.unit())).contains("terraform-expression", "terraform-dynamic");
    }
}
