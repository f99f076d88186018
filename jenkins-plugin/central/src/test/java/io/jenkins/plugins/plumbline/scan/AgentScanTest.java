package io.jenkins.plugins.plumbline.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.rules.ScanRequest;
import io.jenkins.plugins.plumbline.report.Comparison;
import io.jenkins.plugins.plumbline.report.Counts;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Change;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import io.jenkins.plugins.plumbline.report.ReportCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentScanTest {
    @TempDir
    Path directory;

    private Path workspace;
    private String changedSince = "";
    private final Options options = new Options();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void makeWorkspace() throws IOException {
        workspace = Files.createDirectories(directory.resolve("ws"));
        Files.writeString(workspace.resolve("main.tf"), """
                resource "azurerm_storage_account" "logs" {
                  name                       = "logs"
                  https_traffic_only_enabled = false
                }
                """);
    }

    private Report scan(Report before) throws Exception {
        return ReportCodec.read(AgentScan.run(
                new ScanOrder(
                        options,
                        Organisation.NONE,
                        before == null ? null : Reference.of(reference(before), before),
                        changedSince),
                workspace,
                new PrintStream(log, true, StandardCharsets.UTF_8)));
    }

    @Test
    void tellsWhatItFoundWithTheSourceAtTheExactRange() throws Exception {
        Report report = scan(null);
        Finding finding = report.findings().stream()
                .filter(each -> each.failed() && each.attribute().equals("https_traffic_only_enabled"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.address()).isEqualTo("azurerm_storage_account.logs");
        assertThat(finding.place().startLine()).isEqualTo(3);
        assertThat(finding.excerpt())
                .filteredOn(line -> line.inRange())
                .singleElement()
                .satisfies(line -> assertThat(line.marked()).contains("https_traffic_only_enabled = false"));
        assertThat(report.gate().status()).isEqualTo("blocked");
        assertThat(report.rule(finding.rule())).isPresent();
        assertThat(report.score()).isNotNull();
        assertThat(report.counts().total()).isPositive();
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("[Plumbline] 1 resources in 1 templates");
    }

    private static Comparison.Reference reference(Report before) {
        return new Comparison.Reference("infra/main", 7, "job/x/", before.score(), before.counts());
    }

    @Test
    void knownFindingsDoNotBlockWhereOnlyNewOnesDo() throws Exception {
        Report first = scan(null);
        options.newOnly = true;
        Report second = scan(first);
        assertThat(second.gate().status()).isEqualTo("passed");
        assertThat(second.comparison().reference()).isEqualTo(reference(first));
        assertThat(second.comparison().fresh()).isEqualTo(Counts.NONE);
        assertThat(second.findings())
                .filteredOn(Finding::failed)
                .extracting(Finding::change)
                .containsOnly(Change.UNCHANGED);
    }

    @Test
    void theFirstBuildPassesWhereOnlyNewFindingsBlock() throws Exception {
        options.newOnly = true;
        Report first = scan(null);
        assertThat(first.gate().status()).isEqualTo("passed");
        assertThat(first.comparison()).isNull();
        assertThat(first.counts().high()).isPositive();
    }

    @Test
    void newAndFixedFindingsAreTold() throws Exception {
        Report first = scan(null);
        Files.writeString(workspace.resolve("main.tf"), """
                # what was insecure was renamed and moved; what it said of HTTPS is mended
                resource "azurerm_storage_account" "logs" {
                  name                       = "logs"
                  https_traffic_only_enabled = true
                  min_tls_version            = "TLS1_0"
                }
                """);
        options.newOnly = true;
        Report second = scan(first);
        assertThat(second.comparison().fixed())
                .anySatisfy(fixed -> assertThat(fixed.rule()).contains("secure-transfer"));
        assertThat(second.findings())
                .filteredOn(finding -> finding.change() == Change.NEW)
                .allSatisfy(finding -> assertThat(finding.rule()).contains("tls"))
                .isNotEmpty();
        assertThat(second.comparison().fresh().total()).isPositive();
    }

    @Test
    void anotherScoresFallBlocks() throws Exception {
        options.failOn = "none";
        options.scoreDrop = 1.0;
        Report first = scan(null);
        Report better = new Report(
                first.format(),
                first.version(),
                first.gate(),
                100.0,
                first.counts(),
                1,
                1,
                0,
                0,
                first.controls(),
                first.rules(),
                first.findings(),
                first.problems(),
                first.files(),
                null);
        assertThat(scan(better).gate().reasons())
                .singleElement()
                .asString()
                .startsWith("The secure score fell from 100.0");
        assertThat(scan(first).gate().status()).isEqualTo("passed");
    }

    @Test
    void writesReportsIntoTheWorkspaceAndDoesNotScanThem() throws Exception {
        options.reports = "json, html";
        options.reportDirectory = "out/plumbline";
        Report first = scan(null);
        assertThat(workspace.resolve("out/plumbline/plumbline.json")).isNotEmptyFile();
        assertThat(workspace.resolve("out/plumbline/plumbline.html")).isNotEmptyFile();
        assertThat(scan(null).files()).isEqualTo(first.files());
    }

    @Test
    void noLinkLeadsAReportOutOfTheWorkspace() throws Exception {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.createSymbolicLink(workspace.resolve("plumbline"), outside);
        assertThatThrownBy(() -> scan(null)).hasMessageContaining("leads out of the workspace");
        options.reportDirectory = "plumbline/deep";
        assertThatThrownBy(() -> scan(null)).hasMessageContaining("leads out of the workspace");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aLinkInAReportsPlaceIsReplaced() throws Exception {
        Path outside = Files.writeString(directory.resolve("precious"), "kept");
        Files.createDirectories(workspace.resolve("plumbline"));
        Files.createSymbolicLink(workspace.resolve("plumbline/plumbline.html"), outside);
        scan(null);
        assertThat(outside).hasContent("kept");
        assertThat(workspace.resolve("plumbline/plumbline.html")).isRegularFile();
        assertThat(Files.isSymbolicLink(workspace.resolve("plumbline/plumbline.html")))
                .isFalse();
    }

    @Test
    void aBuildThatIsStoppedDoesNotWait() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> scan(null)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void knowsWhichFindingsChangedLinesMade() throws Exception {
        Files.writeString(workspace.resolve("variables.tf"), """
                variable "https" {
                  default = true
                }
                """);
        Files.writeString(workspace.resolve("main.tf"), """
                resource "azurerm_storage_account" "old" {
                  name                       = "old"
                  https_traffic_only_enabled = false
                }

                resource "azurerm_storage_account" "touched" {
                  name                       = "touched"
                  https_traffic_only_enabled = true
                }

                resource "azurerm_storage_account" "elsewhere" {
                  name                       = "elsewhere"
                  https_traffic_only_enabled = var.https
                }
                """);
        Modified.since("main", workspace, new PrintStream(log)).close(); // from here on JGit leaves this system alone
        try (Git git = Git.init()
                .setDirectory(workspace.toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("before")
                    .setAuthor("A", "a@example.org")
                    .setCommitter("A", "a@example.org")
                    .setSign(false)
                    .call();
        }
        replace("main.tf", "= true", "= false");
        replace("variables.tf", "true", "false");
        changedSince = "main";
        assertThat(scan(null).findings())
                .filteredOn(each -> each.attribute().equals("https_traffic_only_enabled"))
                .extracting(Finding::address, Finding::modified)
                .containsExactly(
                        tuple("azurerm_storage_account.old", false),
                        tuple("azurerm_storage_account.touched", true),
                        tuple("azurerm_storage_account.elsewhere", true));
    }

    private void replace(String file, String before, String after) throws IOException {
        Path path = workspace.resolve(file);
        Files.writeString(path, Files.readString(path).replace(before, after));
    }

    @Test
    void saysWhereChangedLinesAreNotKnown() throws Exception {
        changedSince = "main";
        assertThat(scan(null).findings()).extracting(Finding::modified).containsOnlyNulls();
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("Changes are known by file only, not by line: ");
    }

    /** Jenkins leaves another plugin's there. */
    @Test
    void librariesLookForTheirResourcesWhereThePluginIs() throws Exception {
        ClassLoader[] seen = {null};
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            new InterruptibleScan(
                            ScanRequest.of(workspace),
                            count -> seen[0] = Thread.currentThread().getContextClassLoader())
                    .run();
        } finally {
            Thread.currentThread().setContextClassLoader(AgentScanTest.class.getClassLoader());
        }
        assertThat(seen[0]).isSameAs(InterruptibleScan.class.getClassLoader());
    }

    @Test
    void progressIsToldOfEachFile() throws Exception {
        int[] most = {0};
        new InterruptibleScan(ScanRequest.of(workspace), count -> most[0] = Math.max(most[0], count)).run();
        assertThat(most[0]).isPositive();
    }

    @Test
    void secretsAreNotKept() throws Exception {
        Files.writeString(workspace.resolve("main.tf"), """
                resource "azurerm_storage_account" "logs" {
                  password = "hunter2"
                  https_traffic_only_enabled = false
                }
                """);
        assertThat(scan(null).toString()).contains("•••").doesNotContain("hunter2");
    }
}
