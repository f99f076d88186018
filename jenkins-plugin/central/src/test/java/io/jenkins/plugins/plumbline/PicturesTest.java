package io.jenkins.plugins.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.report.Comparison;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.ReportCodec;
import io.jenkins.plugins.plumbline.report.RunSummary;
import io.jenkins.plugins.plumbline.scan.AgentScan;
import io.jenkins.plugins.plumbline.scan.Options;
import io.jenkins.plugins.plumbline.scan.Organisation;
import io.jenkins.plugins.plumbline.scan.Reference;
import io.jenkins.plugins.plumbline.scan.ScanOrder;
import io.jenkins.plugins.plumbline.support.JellyRenderer;
import io.jenkins.plugins.plumbline.view.FindingView;
import io.jenkins.plugins.plumbline.view.ReportView;
import io.jenkins.plugins.plumbline.view.SummaryView;
import io.jenkins.plugins.plumbline.view.TrendPoint;
import io.jenkins.plugins.plumbline.view.TrendView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * For people who want to see the pages without Jenkins: {@code -Dplumbline.pages=DIRECTORY} writes those of a scan of an
 * example, without what Jenkins puts around them.
 */
class PicturesTest {
    private static final Path EXAMPLE = Path.of("..", "..", "examples", "terraform-azure");
    private static final String STYLE = "body { font: 15px/1.5 system-ui, sans-serif; margin: 1.5rem; }"
            + " table { border-collapse: collapse; } th, td { padding: .3rem .8rem; text-align: left; }"
            + " pre, code { font-family: ui-monospace, monospace; font-size: 13px; }";

    @TempDir
    private Path directory;

    /** @param before the reports of the builds before, the last one first */
    private static Report scan(Path workspace, List<Report> before) throws Exception {
        int number = before.size();
        Reference reference = before.isEmpty()
                ? null
                : Reference.of(
                        new Comparison.Reference(
                                "infra/main",
                                number,
                                "job/infra/job/main/" + number + "/plumbline/",
                                before.get(0).score(),
                                before.get(0).counts()),
                        before.get(0));
        Options options = new Options();
        options.reports = "";
        return ReportCodec.read(AgentScan.run(
                new ScanOrder(options, Organisation.NONE, reference, ""),
                workspace,
                new PrintStream(OutputStream.nullOutputStream())));
    }

    /** Builds of a job that grows by a file each, the last one first. */
    private List<Report> builds() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(EXAMPLE)) {
            files = all.filter(file -> file.toString().endsWith(".tf")).sorted().toList();
        }
        List<Report> builds = new ArrayList<>();
        for (Path file : files) {
            Files.copy(file, directory.resolve(file.getFileName()));
            builds.add(0, scan(directory, builds));
        }
        return builds;
    }

    private static GateDecision decision(Report report) {
        return new GateDecision(Criticality.NONE, report.gate().reasons());
    }

    private static Map<String, Object> page(String name, Map<String, Object> more) {
        Map<String, Object> it = new HashMap<>(more);
        it.put("displayName", name);
        it.put("urlName", "plumbline");
        it.put("run", Map.of("url", "job/infra/job/main/5/", "fullDisplayName", "infra » main #5"));
        it.put("job", Map.of("url", "job/infra/job/main/", "fullDisplayName", "infra » main"));
        return it;
    }

    private static void write(Path pages, String name, String view, Map<String, Object> it) throws IOException {
        Files.writeString(
                pages.resolve(name + ".html"),
                "<!DOCTYPE html><meta charset=\"utf-8\"><title>Plumbline</title><link rel=\"stylesheet\" href=\"page.css\">"
                        + "<style>" + STYLE + "</style><script src=\"page.js\"></script>"
                        + JellyRenderer.render(view, Map.of("it", it)));
    }

    @Test
    void pagesCanBeLookedAt() throws Exception {
        assumeTrue(System.getProperty("plumbline.pages") != null);
        Path pages = Files.createDirectories(Path.of(System.getProperty("plumbline.pages")));
        for (String resource : List.of("page.css", "page.js")) {
            Files.write(
                    pages.resolve(resource),
                    PicturesTest.class.getResourceAsStream(resource).readAllBytes());
        }
        List<Report> builds = builds();
        Report last = builds.get(0);
        ReportView view = new ReportView(last, true);
        Map<String, Object> action = page(
                "Plumbline", Map.of("view", view, "summary", new SummaryView(RunSummary.of(last, decision(last)))));
        write(pages, "build", "PlumblineAction/index.jelly", action);

        FindingView finding = view.getRules().get(0).getFindings().get(0);
        write(
                pages,
                "finding",
                "FindingPage/index.jelly",
                page(
                        finding.getAddress(),
                        Map.of(
                                "action", action,
                                "view", finding,
                                "rule", view.rule(finding.getRule()).orElseThrow())));

        List<TrendPoint> points = new ArrayList<>();
        for (int i = 0; i < builds.size(); i++) {
            int build = builds.size() - i;
            points.add(new TrendPoint(
                    build,
                    "job/infra/job/main/" + build + "/plumbline/",
                    RunSummary.of(builds.get(i), decision(builds.get(i)))));
        }
        write(
                pages,
                "job",
                "PlumblineJobAction/index.jelly",
                page("Plumbline", Map.of("trend", new TrendView(points))));
        assertThat(pages).isDirectoryContaining("glob:**/*.html");
    }
}
