package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformEvalTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void module() throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve("infra")).resolve("main.tf"), """
                variable "cidr" {}
                variable "pw" {
                  default   = "hunter2"
                  sensitive = true
                }
                locals {
                  names = ["a", "b"]
                }
                """);
    }

    @Test
    void printsALineForEachExpressionInOrder() {
        CommandLineRun run = CommandLineRun.in(
                directory, "eval", "infra", "local.names", "1 +", "var.cidr", "{ n = 1 + 1 }", "-1", "\"a\\u202eb\"");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(6);
        assertThat(run.out().lines().toList().get(0)).isEqualTo("[\"a\",\"b\"]");
        assertThat(run.out().lines().toList().get(1)).startsWith("error: ");
        assertThat(run.out().lines().toList().get(2)).startsWith("unknown: ").contains("var.cidr");
        assertThat(run.out().lines().toList().get(3)).isEqualTo("{\"n\":2}");
        assertThat(run.out().lines().toList().get(4)).isEqualTo("-1");
        assertThat(run.out().lines().toList().get(5)).isEqualTo("\"a\\u202eb\"");
    }

    @Test
    void tracesPartsToWhereTheyWereWritten() {
        CommandLineRun run = CommandLineRun.in(
                directory, "eval", "infra", "--trace", "--var", "cidr=10.0.0.0/16", "local.names", "{ p = var.pw }");
        assertThat(run.out())
                .contains("  [0] = \"a\"", "  [1] = \"b\"", "infra/main.tf:7:12", "default of var.pw", "(sensitive)")
                .doesNotContain("hunter2");
    }

    @Test
    void takesValues() {
        CommandLineRun run = CommandLineRun.in(
                directory, "eval", "infra", "--var", "cidr=10.0.0.0/16", "cidrsubnet(var.cidr, 8, 1)");
        assertThat(run.out().strip()).isEqualTo("\"10.0.1.0/24\"");
    }

    @Test
    void takesTheEnvironmentOnlyOnDemand() throws IOException {
        Files.writeString(directory.resolve("infra/more.tf"), "variable \"from_environment\" {}\n");

        assertThat(CommandLineRun.in(directory, "eval", "infra", "var.from_environment")
                        .out())
                .startsWith("unknown: ");
        assertThat(CommandLineRun.in(directory, "eval", "infra", "--env-vars", "var.from_environment")
                        .out()
                        .strip())
                .isEqualTo("\"set\"");
    }

    @Test
    void theWorkspaceCanBeNamed() {
        assertThat(CommandLineRun.in(directory, "eval", "infra", "--workspace", "prod", "terraform.workspace")
                        .out()
                        .strip())
                .isEqualTo("\"prod\"");
    }

    @Test
    void printsNoSensitiveValue() {
        assertThat(CommandLineRun.in(directory, "eval", "infra", "var.pw").out())
                .doesNotContain("hunter2");
    }

    @Test
    void aMisspelledOptionIsNoExpression() {
        CommandLineRun run = CommandLineRun.in(directory, "eval", "infra", "--vra", "a=b", "1");
        assertThat(run.status()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Unknown option: '--vra'");
    }

    @Test
    void theModuleHasToBeThere() {
        assertThat(CommandLineRun.in(directory, "eval", "missing", "1").status())
                .isEqualTo(ExitCode.USAGE);
    }
}
