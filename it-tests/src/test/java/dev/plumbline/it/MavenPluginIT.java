package dev.plumbline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;

/** Real builds with the packaged plugin. None has a network, see {@link MavenBuild#run}. */
class MavenPluginIT {

    private static final String TRANSFER = "azure-storage-secure-transfer";

    @Test
    void aCleanProjectPasses() throws Exception {
        MavenBuild project = MavenBuild.of("clean", "passes");

        Outcome outcome = project.run("verify");

        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("BUILD SUCCESS").doesNotContain("[WARNING]", "[ERROR]");
        assertThat(Sarif.failures(report(project, "sarif")))
                .noneMatch(result -> result.ruleId().equals(TRANSFER));
        assertThat(report(project, "json")).isNotEmptyFile();
    }

    @Test
    void anInsecureProjectIsBlocked() throws Exception {
        MavenBuild project = MavenBuild.of("insecure", "blocked");

        Outcome outcome = project.run("verify");

        assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("BUILD FAILURE")
                .contains("[ERROR]   infra/main.tf:12 [high] Secure transfer to storage accounts should be enabled"
                        + " (azurerm_storage_account.logs)")
                .contains("[ERROR] All of it: " + report(project, "sarif"));
        assertThat(Sarif.failures(report(project, "sarif")))
                .contains(new Sarif.Result(
                        TRANSFER, "fail", "infra/main.tf", 12, 3, 12, 46, "azurerm_storage_account.logs"))
                .allMatch(result -> result.file().equals("infra/main.tf"), "nothing of node_modules or .terraform");
    }

    @Test
    void theReportInTheLogCarriesNoLevelMarks() throws Exception {
        Outcome outcome = MavenBuild.of("insecure", "quiet").run("verify", "-q");

        List<String> lines = outcome.out().lines().toList();
        int report = indexOfFirst(lines, "[ERROR] Plumbline " + Environment.VERSION);
        int failure = indexOfFirst(lines, "[ERROR] Failed to execute goal dev.plumbline:plumbline-maven-plugin:");
        assertThat(lines.subList(report + 1, failure))
                .hasSizeGreaterThan(5)
                .noneMatch(line -> line.startsWith("["))
                .noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void skips() throws Exception {
        MavenBuild project = MavenBuild.of("insecure", "skipped");

        Outcome outcome = project.run("verify", "-Dplumbline.skip");

        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("[INFO] Plumbline is skipped (plumbline.skip)");
        assertThat(project.directory().resolve("target/plumbline")).doesNotExist();
    }

    @Test
    void parallelModulesCheckEachTemplateOnce() throws Exception {
        MavenBuild project = MavenBuild.of("modules", "parallel");

        Outcome outcome = project.run("verify", "-T", "2");

        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(outcome.out()).doesNotContain("not marked @threadSafe", "not thread-safe");
        assertThat(transferFindings(project, "")).containsExactly("shared/main.tf");
        assertThat(transferFindings(project, "app")).containsExactly("app/main.tf");
        assertThat(transferFindings(project, "data")).containsExactly("data/infra/main.tf");
    }

    @Test
    void aBrokenTemplateFailsTheBuildUnlessAllowed() throws Exception {
        MavenBuild project = MavenBuild.of("unreadable", "fails");

        Outcome outcome = project.run("verify");

        assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(1);
        assertThat(outcome.out()).contains("MojoFailureException").contains("[ERROR]   infra/broken.tf:3 ");

        Outcome allowed = project.run("verify", "-Dplumbline.allowUnassessed");
        assertThat(allowed.exitCode()).as(allowed.out()).isZero();
        assertThat(allowed.out()).contains("infra/broken.tf:3:");
    }

    @Test
    void badConfigurationNamesTheParameterAndTheRemedy() throws Exception {
        Outcome outcome = MavenBuild.of("insecure", "misconfigured").run("verify", "-Dplumbline.failOnSeverity=grave");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("Parameter 'failOnSeverity' (plumbline.failOnSeverity): 'grave' is not a severity; "
                        + "use critical, high, medium, low or none.")
                .contains("MojoExecutionException");
    }

    @Test
    void propertiesNarrowWhatIsChecked() throws Exception {
        MavenBuild project = MavenBuild.of("insecure", "excluded");

        Outcome outcome = project.run("verify", "-Dplumbline.excludes=infra/**", "-Dplumbline.reports=console");

        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(report(project, "txt")).isNotEmptyFile();
        assertThat(report(project, "sarif")).doesNotExist();
    }

    @Test
    void checksADirectoryWithoutAPom() throws Exception {
        MavenBuild project = MavenBuild.of("bare", "without-pom");

        Outcome outcome = project.run(MavenBuild.PLUGIN + ":check");

        assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(1);
        assertThat(outcome.out()).contains("[ERROR]   main.tf:12 [high] ");
    }

    @Test
    void theExamplesAreBlocked() throws Exception {
        MavenBuild project = MavenBuild.of(Environment.ROOT.resolve("examples"), "examples");

        Outcome outcome = project.run("verify");

        assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(1);
        assertThat(outcome.out()).contains("MojoFailureException");
        assertThat(Sarif.failures(report(project, "sarif")).stream()
                        .map(result -> result.file().split("/")[0])
                        .distinct())
                .containsExactly("arm", "cloudformation", "terraform-aws", "terraform-azure");
    }

    @Test
    void aReportFailsNoBuild() throws Exception {
        MavenBuild project = MavenBuild.of("insecure", "report");

        Outcome outcome = project.run(MavenBuild.PLUGIN + ":report");

        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(site(project, "")).content().contains("azurerm_storage_account.logs", "Gate: blocked");
    }

    @Test
    void anAggregateIsOneReportOfAllModules() throws Exception {
        MavenBuild project = MavenBuild.of("modules", "aggregate");

        Outcome outcome = project.run(MavenBuild.PLUGIN + ":aggregate");

        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(site(project, "")).content().contains("shared/main.tf", "app/main.tf", "data/infra/main.tf");
        assertThat(site(project, "app")).doesNotExist();
    }

    @Test
    void whatTheBaselineAcceptsPasses() throws Exception {
        MavenBuild project = MavenBuild.of("insecure", "baseline");

        Outcome accepted = project.run(MavenBuild.PLUGIN + ":baseline");
        Outcome checked = project.run("verify", "-Dplumbline.baseline=plumbline-baseline.json", "-Dplumbline.newOnly");

        assertThat(accepted.exitCode()).as(accepted.out()).isZero();
        assertThat(project.directory().resolve("plumbline-baseline.json"))
                .content()
                .contains(TRANSFER);
        assertThat(checked.exitCode()).as(checked.out()).isZero();
    }

    @Test
    void onlyWhatIsNewSinceARevisionFails() throws Exception {
        MavenBuild project = MavenBuild.of("insecure", "base");
        try (Git git = Git.init().setDirectory(project.directory().toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("one")
                    .setAuthor("a", "a@example.com")
                    .setSign(false)
                    .call();
        }

        Outcome unchanged = project.run("verify", "-Dplumbline.base=HEAD", "-Dplumbline.newOnly");
        Files.writeString(project.directory().resolve("infra/more.tf"), """
                resource "azurerm_storage_account" "more" {
                  name                       = "more"
                  resource_group_name        = "more"
                  location                   = "westeurope"
                  account_tier               = "Standard"
                  account_replication_type   = "ZRS"
                  https_traffic_only_enabled = false
                }
                """);
        Outcome changed = project.run("verify", "-Dplumbline.base=HEAD", "-Dplumbline.newOnly");

        assertThat(unchanged.exitCode()).as(unchanged.out()).isZero();
        assertThat(changed.exitCode()).as(changed.out()).isEqualTo(1);
        assertThat(changed.out())
                .contains("infra/more.tf:7 [high] Secure transfer")
                .doesNotContain("infra/main.tf:12 [high]");
    }

    @Test
    void anOrganisationsPolicyComesWithADependency() throws Exception {
        MavenBuild project = MavenBuild.of("policy", "denied");
        LocalRepository.add("com/example", "cloud-policy", "1", Map.of("cloud-policy/policy.yaml", """
                policy:
                  - rules: [azure-storage-secure-transfer]
                    effect: deny
                """));

        Outcome outcome = project.run("verify");

        assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("infra/main.tf:7 [high] Secure transfer")
                .contains("The effect disabled is refused");
    }

    private static Path site(MavenBuild project, String module) {
        return project.directory().resolve(module).resolve("target/site/plumbline-report.html");
    }

    @Test
    void whatCouldNotBeAnnotatedIsToldAndFailsNothingUnlessAskedTo() throws Exception {
        MavenBuild project = MavenBuild.of("insecure", "annotated");
        project.run("verify");
        List<String> goal = List.of(
                MavenBuild.PLUGIN + ":annotate",
                "-Dplumbline.annotate.platform=gitlab",
                "-Dplumbline.annotate.repository=shop/infra",
                "-Dplumbline.annotate.pullRequest=5",
                "-Dplumbline.annotate.serverId=none");

        Outcome noServer = project.run(goal.toArray(String[]::new));
        assertThat(noServer.exitCode()).isEqualTo(1);
        assertThat(noServer.out()).contains("Maven's settings have no server 'none'");

        Outcome noToken = project.run(goal.subList(0, 4).toArray(String[]::new));
        assertThat(noToken.exitCode()).as(noToken.out()).isZero();
        assertThat(noToken.out())
                .contains(
                        "[WARNING] GitLab merge request 5 of shop/infra is not annotated: there is no token for GitLab");
    }

    @Test
    void helpDescribesEveryParameter() throws Exception {
        Outcome outcome = MavenBuild.of("clean", "help").run(MavenBuild.PLUGIN + ":help", "-Ddetail");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("plumbline:check", "plumbline:report", "plumbline:aggregate", "plumbline:baseline")
                .contains("skip", "inputs", "excludes", "failOnSeverity", "minScore", "allowUnassessed", "variables")
                .contains(
                        "variableFiles",
                        "parameterFiles",
                        "ruleDirectories",
                        "baseline",
                        "newOnly",
                        "onlyChanges",
                        "reports",
                        "outputDirectory")
                .doesNotContain("(no description available)");
    }

    private static List<String> transferFindings(MavenBuild project, String module) throws IOException {
        Path report = project.directory().resolve(module).resolve("target/plumbline/plumbline.sarif");
        return Sarif.failures(report).stream()
                .filter(result -> result.ruleId().equals(TRANSFER))
                .map(Sarif.Result::file)
                .toList();
    }

    private static Path report(MavenBuild project, String extension) {
        return project.directory().resolve("target/plumbline/plumbline." + extension);
    }

    private static int indexOfFirst(List<String> lines, String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        throw new AssertionError("no line holds " + text + " in\n" + String.join("\n", lines));
    }
}
