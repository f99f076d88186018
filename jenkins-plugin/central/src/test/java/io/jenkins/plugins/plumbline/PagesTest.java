package io.jenkins.plugins.plumbline;

import static io.jenkins.plugins.plumbline.support.Reports.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import io.jenkins.plugins.plumbline.report.RunSummary;
import io.jenkins.plugins.plumbline.support.JellyRenderer;
import io.jenkins.plugins.plumbline.support.Reports;
import io.jenkins.plugins.plumbline.view.ReportView;
import io.jenkins.plugins.plumbline.view.SummaryView;
import io.jenkins.plugins.plumbline.view.TrendPoint;
import io.jenkins.plugins.plumbline.view.TrendView;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Jelly views: that they are safe, and what they show. */
class PagesTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&";

    static Stream<Path> views() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(PagesTest.class.getResource("/index.jelly"))
                        .toURI())
                .getParent();
        List<Path> views;
        try (Stream<Path> files = Files.walk(root)) {
            views = files.filter(file -> file.toString().endsWith(".jelly")).toList();
        }
        assertThat(views).hasSizeGreaterThan(15);
        return views.stream();
    }

    @ParameterizedTest
    @MethodSource("views")
    void viewsEscapeByDefaultAndHoldNoScriptOrStyle(Path view) throws IOException {
        String text = Files.readString(view);
        assertThat(text)
                .startsWith("<?jelly escape-by-default='true'?>\n")
                .doesNotContainPattern("(?i)<(script|style|iframe|object|embed)\\b")
                .doesNotContainPattern("(?i)\\s(style|on[a-z]+)=")
                .doesNotContainPattern("(?i)javascript:|h\\.rawHtml|j:out|escapeText=|st:out|<j:whitespace");
    }

    @Test
    void theScriptMakesNoMarkup() throws IOException {
        try (var in = Objects.requireNonNull(PagesTest.class.getResourceAsStream("page.js"))) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function");
        }
    }

    /** A bean in the place of a page's object, so that a view can be rendered without Jenkins. */
    private static Map<String, Object> run() {
        return Map.of("url", "job/infra/job/main/9/", "fullDisplayName", "infra » main #9");
    }

    private static Map<String, Object> action(Report report) {
        GateDecision decision = new GateDecision(
                report.gate().reasons().isEmpty() ? Criticality.NONE : Criticality.FAILURE,
                report.gate().reasons());
        Map<String, Object> it = new HashMap<>();
        it.put("displayName", "Plumbline");
        it.put("urlName", "plumbline");
        it.put("run", run());
        it.put("view", new ReportView(report, true));
        it.put("summary", new SummaryView(RunSummary.of(report, decision)));
        return it;
    }

    private static String page(Report report) {
        return JellyRenderer.render("PlumblineAction/index.jelly", Map.of("it", action(report)));
    }

    private static final Report REPORT = Reports.compared(
            Reports.blocked(
                    63.4,
                    "1 finding of high severity.",
                    failed("a", Severity.HIGH),
                    failed("b", Severity.LOW),
                    Reports.finding("u", Severity.LOW, Finding.UNKNOWN),
                    Reports.finding("e", Severity.MEDIUM, Finding.EXEMPTED)),
            Reports.of(70.0, failed("b", Severity.LOW), failed("gone", Severity.HIGH)));

    @Test
    void theBuildsPageShowsGateScoreControlsFindingsAndComparison() {
        assertThat(page(REPORT))
                .contains("<li>1 finding of high severity.</li>")
                .contains("<li>No earlier secure score is known.</li>")
                .contains("aria-label=\"Secure score: 63.4 %\"")
                .contains("stroke-dasharray=\"63.4 100\"")
                .contains("<th scope=\"row\">Encrypt data in transit</th>")
                .contains("<td>2.5 of 4</td>")
                .contains("Compared with <a href=\"/jenkins/job/infra/job/main/7/plumbline/\">infra/main #7</a>")
                .contains("href=\"/jenkins/job/infra/job/main/9/plumbline/finding/0/\"")
                .contains("plumbline-badge--new")
                .contains("plumbline-badge--unchanged")
                .contains("var.acl has no value")
                .contains("waiver: a sandbox")
                .contains("aws_s3_bucket.gone")
                .contains("A module is not there");
    }

    @Test
    void aBuildThatPassedSaysSo() {
        assertThat(page(Reports.of(100.0))).contains("The gate passed.").doesNotContain("jenkins-alert-danger");
    }

    @Test
    void aReportThatIsGoneIsToldOf() {
        Map<String, Object> it = action(REPORT);
        it.put("view", null);
        assertThat(JellyRenderer.render("PlumblineAction/index.jelly", Map.of("it", it)))
                .contains("The report is gone");
    }

    @Test
    void aFindingsPageMarksTheExactRange() {
        Map<String, Object> it = new HashMap<>();
        it.put("run", run());
        it.put("action", action(REPORT));
        it.put("view", new ReportView(REPORT, true).finding(0).orElseThrow());
        it.put(
                "rule",
                new ReportView(REPORT, true).rule(Reports.rule(Severity.HIGH)).orElseThrow());
        assertThat(JellyRenderer.render("FindingPage/index.jelly", Map.of("it", it)))
                .contains("data-line=\"3\">  <mark>acl = &quot;public-read&quot;</mark>")
                .contains("Buckets should be kept private (high)")
                .contains("default of var.acl at")
                .doesNotContain("The source is not shown");
        it.put("view", new ReportView(REPORT, false).finding(0).orElseThrow());
        assertThat(JellyRenderer.render("FindingPage/index.jelly", Map.of("it", it)))
                .contains("The source is not shown")
                .doesNotContain("<mark>");
    }

    @Test
    void aRulesPageShowsItsFindings() {
        Map<String, Object> it = new HashMap<>();
        it.put("run", run());
        it.put("action", action(REPORT));
        it.put(
                "view",
                new ReportView(REPORT, true).rule(Reports.rule(Severity.LOW)).orElseThrow());
        assertThat(JellyRenderer.render("RulePage/index.jelly", Map.of("it", it)))
                .contains("aws_s3_bucket.b", "aws_s3_bucket.u")
                .doesNotContain("aws_s3_bucket.a<");
    }

    @Test
    void markupInScannedFilesIsTextOnEveryPage() {
        Report hostile = Reports.compared(
                Reports.blocked(1.0, HOSTILE, failed(HOSTILE, Severity.HIGH)),
                Reports.of(1.0, failed(HOSTILE + "2", Severity.HIGH)));
        Map<String, Object> finding = new HashMap<>();
        finding.put("run", run());
        finding.put("action", action(hostile));
        finding.put("view", new ReportView(hostile, true).finding(0).orElseThrow());
        finding.put("rule", null);
        for (String html : List.of(
                page(hostile),
                JellyRenderer.render("FindingPage/index.jelly", Map.of("it", finding)),
                JellyRenderer.render("PlumblineAction/summary.jelly", summary(hostile)))) {
            assertThat(html).contains("&lt;img src=x").doesNotContain("<img");
        }
    }

    private static Map<String, Object> summary(Report report) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("it", action(report));
        variables.put("from", "");
        return variables;
    }

    @Test
    void theBuildsOwnPageHasASummary() {
        assertThat(JellyRenderer.render("PlumblineAction/summary.jelly", summary(REPORT)))
                .contains("<a href=\"plumbline/\">Plumbline</a>")
                .contains("Secure score 63.4 %. 2 findings: 1 high, 1 low.")
                .contains("1 new, 1 fixed.");
    }

    private static Map<String, Object> trend() {
        TrendView trend = new TrendView(List.of(
                point(9, REPORT), point(8, Reports.of(70.0, failed("b", Severity.LOW), failed("c", Severity.MEDIUM)))));
        Map<String, Object> it = new HashMap<>();
        it.put("trend", trend);
        it.put("displayName", "Plumbline");
        it.put("urlName", "plumbline");
        it.put("job", Map.of("url", "job/infra/job/main/", "fullDisplayName", "infra » main"));
        Map<String, Object> variables = new HashMap<>();
        variables.put("it", it);
        variables.put("from", "");
        return variables;
    }

    private static TrendPoint point(int build, Report report) {
        return new TrendPoint(
                build,
                "job/infra/job/main/" + build + "/plumbline/",
                RunSummary.of(
                        report, new GateDecision(Criticality.NONE, report.gate().reasons())));
    }

    @Test
    void theJobsPageDrawsTheTrendAndLinksToItsTable() {
        assertThat(JellyRenderer.render("PlumblineJobAction/floatingBox.jelly", trend()))
                .contains("<a href=\"/jenkins/job/infra/job/main/plumbline/\">Plumbline</a>")
                .contains("<polyline class=\"plumbline-score\" points=")
                .contains("<title>#9: 1 high</title>");
        assertThat(JellyRenderer.render("PlumblineJobAction/index.jelly", trend()))
                .contains("<a href=\"/jenkins/job/infra/job/main/9/plumbline/\">#9</a>")
                .contains("<td>63.4 %</td>")
                .contains("blocked");
    }
}
