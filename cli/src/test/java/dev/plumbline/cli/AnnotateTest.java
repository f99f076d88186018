package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotateTest {
    private static final Map<String, String> WORKFLOW =
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_REPOSITORY", "shop/infra", "GITHUB_SHA", "abc");
    /** A pipeline of a fork, which is given no token. */
    private static final Map<String, String> FORK =
            Map.of("GITLAB_CI", "true", "CI_PROJECT_ID", "1", "CI_MERGE_REQUEST_IID", "5", "CI_COMMIT_SHA", "abc");

    @TempDir
    private Path repository;

    private Path infra;

    @BeforeEach
    void anInsecureTemplate() throws IOException {
        Files.createDirectory(repository.resolve(".git"));
        infra = Files.createDirectory(repository.resolve("infra"));
        Files.writeString(infra.resolve("main.tf"), """
                resource "azurerm_storage_account" "shop" {
                  name                       = "shop"
                  https_traffic_only_enabled = false
                }
                """);
    }

    @Test
    void annotatesWithWhatAScanReported() {
        assertThat(CommandLineRun.in(infra, "scan", "--report", "json=plumbline.json")
                        .status())
                .isEqualTo(ExitCode.BLOCKED);
        CommandLineRun run = CommandLineRun.in(infra, WORKFLOW, "annotate", "plumbline.json");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("::error file=infra/main.tf,line=3,title=High%3A Secure transfer");
        assertThat(run.err()).startsWith("plumbline: GitHub commit abc of shop/infra: ");
    }

    @Test
    void aReportOfAnotherDirectoryIsPlaced() {
        CommandLineRun.in(infra, "scan", "--report", "json=plumbline.json");
        CommandLineRun run = CommandLineRun.in(infra, WORKFLOW, "annotate", "plumbline.json", "--path-prefix", "a/b");
        assertThat(run.out()).contains("::error file=a/b/main.tf,line=3,");
    }

    @Test
    void aScanAnnotatesInTheSameRunAndBlocksAllTheSame() {
        CommandLineRun run = CommandLineRun.in(repository, WORKFLOW, "scan", "--annotate");
        assertThat(run.out()).contains("::error file=infra/main.tf,line=3,");
        assertThat(run.status()).isEqualTo(ExitCode.BLOCKED);
    }

    @Test
    void failingToPublishIsToldAndFailsNothingUnlessAskedTo() {
        CommandLineRun run = CommandLineRun.in(infra, FORK, "scan", "--annotate", "--fail-on", "none");
        assertThat(run.status()).isZero();
        assertThat(run.err())
                .isEqualTo("plumbline: WARNING: GitLab merge request 5 of 1 is not annotated:"
                        + " there is no token for GitLab: GITLAB_TOKEN is not set\n");
        assertThat(CommandLineRun.in(infra, FORK, "scan", "--annotate", "--fail-on", "none", "--fail-on-publish-error")
                        .status())
                .isEqualTo(ExitCode.NOT_ASSESSED);
        assertThat(CommandLineRun.in(infra, FORK, "scan", "--annotate", "--fail-on-publish-error")
                        .status())
                .isEqualTo(ExitCode.BLOCKED);
        CommandLineRun.in(infra, "scan", "--report", "json=plumbline.json");
        assertThat(CommandLineRun.in(infra, FORK, "annotate", "plumbline.json").status())
                .isZero();
        assertThat(CommandLineRun.in(infra, FORK, "annotate", "plumbline.json", "--fail-on-publish-error")
                        .status())
                .isEqualTo(ExitCode.NOT_ASSESSED);
    }

    @Test
    void aTemplateGivesARunnerNoCommands() throws IOException {
        Files.writeString(infra.resolve("main.tf"), """
                resource "azurerm_storage_account" "shop" {
                  https_traffic_only_enabled = false # ##vso[task.complete result=Succeeded;] ##[add-mask]a
                }
                """);
        CommandLineRun run = CommandLineRun.in(infra, WORKFLOW, "scan", "--annotate");
        assertThat(run.out())
                .contains("vso[task.complete")
                .doesNotContain("##vso[")
                .doesNotContain("##[");
    }

    @Test
    void aFixIsOneThatTheSourceTakes() throws IOException {
        CommandLineRun.in(infra, "scan", "--report", "json=plumbline.json");
        assertThat(Files.readString(infra.resolve("plumbline.json")))
                .containsSubsequence("\"replaces\": {", "\"startLine\": 3", "\"startColumn\": 32", "\"endColumn\": 37");
    }

    @Test
    void aScanOutsideOfABuildHasNothingToAnnotate() {
        CommandLineRun run = CommandLineRun.in(infra, "scan", "--annotate");
        assertThat(run.status()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("nothing here says which pull request is meant");
    }

    @Test
    void aReportOnStandardOutputDoesNotMixWithAnnotations() {
        assertThat(CommandLineRun.in(infra, WORKFLOW, "scan", "--annotate", "--report", "json")
                        .status())
                .isEqualTo(ExitCode.USAGE);
    }
}
