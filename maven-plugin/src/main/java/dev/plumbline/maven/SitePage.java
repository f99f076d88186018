package dev.plumbline.maven;

import dev.plumbline.publish.Scores;
import dev.plumbline.publish.Tally;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.posture.SecureScore.ControlScore;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.doxia.sink.Sink;

/** The page of a site, in the site's own skin. */
final class SitePage {
    private static final Comparator<Rule> GRAVEST_FIRST =
            Comparator.comparing(Rule::severity).thenComparing(Rule::title).thenComparing(Rule::id);

    private final Sink sink;
    private final String fullReport;

    /** @param fullReport the address of the report of every finding, relative to the page */
    SitePage(Sink sink, String fullReport) {
        this.sink = sink;
        this.fullReport = fullReport;
    }

    void write(String title, ScanResult result) {
        sink.head();
        sink.title();
        sink.text(title);
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(title);
        sink.sectionTitle1_();
        verdict(result);
        sink.section1_();
        score(result);
        recommendations(result);
        sink.body_();
        sink.flush();
        sink.close();
    }

    private void verdict(ScanResult result) {
        sink.paragraph();
        sink.text("Gate: ");
        sink.bold();
        sink.text(result.gate().status().name().toLowerCase(Locale.ROOT));
        sink.bold_();
        sink.text(". ");
        sink.link(fullReport);
        sink.text("All findings in their source");
        sink.link_();
        sink.paragraph_();
        List<String> reasons = Stream.concat(
                        result.gate().reasons().stream(),
                        result.gate().warnings().stream().map(warning -> "Warning: " + warning))
                .toList();
        if (!reasons.isEmpty()) {
            sink.list();
            for (String reason : reasons) {
                sink.listItem();
                sink.text(Neutral.line(reason));
                sink.listItem_();
            }
            sink.list_();
        }
        Tally tally = Tally.of(result);
        String findings = Stream.of(Severity.values())
                .filter(severity -> tally.failed(severity) > 0)
                .map(severity -> tally.failed(severity) + " " + severity.id())
                .collect(Collectors.joining(", "));
        sink.paragraph();
        sink.text("%s. %d unknown, %d exempted, %d passed, of %s in %s."
                .formatted(
                        findings.isEmpty() ? "No findings" : "Findings: " + findings,
                        tally.unknown(),
                        tally.exempted(),
                        tally.passed(),
                        count(tally.resources(), "resource", "resources"),
                        count(result.units().size(), "template or root module", "templates and root modules")));
        sink.paragraph_();
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private void score(ScanResult result) {
        if (result.score().controls().isEmpty()) {
            return;
        }
        String percent = result.score().percent().isPresent()
                ? Scores.percent(result.score().percent().getAsDouble())
                : "none, nothing that counts was assessed";
        section("Secure score: " + percent, () -> {
            header("Control", "Points", "Healthy", "Unhealthy", "Unknown");
            for (ControlScore control : result.score().controls()) {
                row(
                        control.control().title(),
                        (control.counts() ? Scores.points(control.current()) : "–") + " of "
                                + control.control().points(),
                        String.valueOf(control.healthy()),
                        String.valueOf(control.unhealthy()),
                        String.valueOf(control.unknown()));
            }
        });
    }

    private void recommendations(ScanResult result) {
        Map<Rule, Long> failed = result.findings(Verdict.FAIL)
                .collect(Collectors.groupingBy(
                        Finding::rule, () -> new TreeMap<>(GRAVEST_FIRST), Collectors.counting()));
        if (failed.isEmpty()) {
            return;
        }
        section("Recommendations", () -> {
            header("Severity", "Recommendation", "Findings");
            failed.forEach((rule, count) -> {
                sink.tableRow();
                cell(rule.severity().id());
                sink.tableCell();
                sink.link(fullReport + "#" + rule.id());
                sink.text(Neutral.line(rule.title()));
                sink.link_();
                sink.tableCell_();
                cell(String.valueOf(count));
                sink.tableRow_();
            });
        });
    }

    private void section(String title, Runnable rows) {
        sink.section2();
        sink.sectionTitle2();
        sink.text(title);
        sink.sectionTitle2_();
        sink.table();
        sink.tableRows();
        rows.run();
        sink.tableRows_();
        sink.table_();
        sink.section2_();
    }

    private void header(String... cells) {
        sink.tableRow();
        for (String cell : cells) {
            sink.tableHeaderCell();
            sink.text(cell);
            sink.tableHeaderCell_();
        }
        sink.tableRow_();
    }

    private void row(String... cells) {
        sink.tableRow();
        for (String cell : cells) {
            cell(cell);
        }
        sink.tableRow_();
    }

    private void cell(String text) {
        sink.tableCell();
        sink.text(text);
        sink.tableCell_();
    }
}
