package io.jenkins.plugins.plumbline.support;

import dev.plumbline.publish.source.Excerpt;
import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.report.Comparison;
import io.jenkins.plugins.plumbline.report.Counts;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Change;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import io.jenkins.plugins.plumbline.report.Report.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reports for tests. */
public final class Reports {
    private Reports() {}

    /** A failed finding of that severity; the name makes its address and fingerprint. */
    public static Finding failed(String name, Severity severity) {
        return finding(name, severity, Finding.FAILED);
    }

    public static Finding finding(String name, Severity severity, String state) {
        return new Finding(
                rule(severity),
                severity,
                "fingerprint-" + name,
                "infra",
                state,
                null,
                null,
                "aws_s3_bucket." + name,
                "aws_s3_bucket",
                "terraform",
                new Place("infra/main.tf", 3, 3, 3, 22),
                "acl",
                state.equals(Finding.UNKNOWN) ? "var.acl has no value" : "",
                "",
                "",
                state.equals(Finding.EXEMPTED) ? "waiver: a sandbox" : "",
                state.equals(Finding.FAILED) ? "acl = \"private\"" : "",
                List.of(new Report.Step("default of var.acl", new Place("infra/variables.tf", 2, 13, 2, 21))),
                List.of(
                        new Excerpt.Line(2, false, "resource \"aws_s3_bucket\" \"" + name + "\" {", "", ""),
                        new Excerpt.Line(3, true, "  ", "acl = \"public-read\"", ""),
                        new Excerpt.Line(4, false, "}", "", "")));
    }

    public static String rule(Severity severity) {
        return "aws-s3-" + severity.id();
    }

    /** A report of these findings, with a score of its own. */
    public static Report of(Double score, Finding... findings) {
        return of(score, "passed", List.of(), findings);
    }

    /** A report that its own gate blocked for this reason. */
    public static Report blocked(Double score, String reason, Finding... findings) {
        return of(score, "blocked", List.of(reason), findings);
    }

    private static Report of(Double score, String status, List<String> reasons, Finding... findings) {
        List<Report.Rule> rules = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            rules.add(new Report.Rule(
                    rule(severity),
                    "Buckets should be kept private (" + severity.id() + ")",
                    severity,
                    "Restrict unauthorized network access",
                    "Anyone can read them.",
                    "Set acl to private.",
                    List.of("mcsb NS-2"),
                    List.of("CKV_AWS_20"),
                    2));
        }
        return new Report(
                Report.FORMAT,
                "0.1",
                new Report.Gate(status, reasons, List.of("No earlier secure score is known.")),
                score,
                Counts.of(Arrays.stream(findings)
                        .filter(Finding::failed)
                        .map(Finding::severity)
                        .toList()),
                12,
                8,
                count(Finding.UNKNOWN, findings),
                count(Finding.EXEMPTED, findings),
                List.of(
                        new Report.Control("encrypt-data-in-transit", "Encrypt data in transit", 4, 2.5, 5, 3, 1),
                        new Report.Control("enable-mfa", "Enable MFA", 10, 0, 0, 0, 2)),
                rules,
                List.of(findings),
                List.of(new Report.Problem(
                        "warning",
                        "module-not-there",
                        "A module is not there",
                        "It is assessed without it.",
                        new Place("infra/main.tf", 9, 1, 9, 12),
                        List.of())),
                List.of("infra"),
                null);
    }

    /** The same report, as it is when the findings of another, of build 7, are known. */
    public static Report compared(Report report, Report before) {
        List<String> known = fingerprints(before);
        List<String> now = fingerprints(report);
        Finding[] marked = report.findings().stream()
                .map(finding -> !finding.failed()
                        ? finding
                        : with(
                                finding,
                                known.contains(finding.fingerprint()) ? Change.UNCHANGED : Change.NEW,
                                finding.modified()))
                .toArray(Finding[]::new);
        Report plain = of(report.score(), report.gate().status(), report.gate().reasons(), marked);
        return new Report(
                plain.format(),
                plain.version(),
                plain.gate(),
                plain.score(),
                plain.counts(),
                plain.resources(),
                plain.passed(),
                plain.unknown(),
                plain.exempted(),
                plain.controls(),
                plain.rules(),
                plain.findings(),
                plain.problems(),
                plain.files(),
                new Comparison(
                        new Comparison.Reference(
                                "infra/main", 7, "job/infra/job/main/7/plumbline/", before.score(), before.counts()),
                        Counts.of(Arrays.stream(marked)
                                .filter(finding -> finding.change() == Change.NEW)
                                .map(Finding::severity)
                                .toList()),
                        before.findings().stream()
                                .filter(finding -> finding.failed() && !now.contains(finding.fingerprint()))
                                .map(finding -> new Comparison.Fixed(
                                        finding.rule(),
                                        "Buckets should be kept private",
                                        finding.severity(),
                                        finding.address(),
                                        finding.place().file()))
                                .toList()));
    }

    private static List<String> fingerprints(Report report) {
        return report.findings().stream().map(Finding::fingerprint).toList();
    }

    /** The same finding, which changed lines made or did not. */
    public static Finding modified(Finding finding, boolean modified) {
        return with(finding, finding.change(), modified);
    }

    private static Finding with(Finding finding, Change change, Boolean modified) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.fingerprint(),
                finding.unit(),
                finding.state(),
                change,
                modified,
                finding.address(),
                finding.type(),
                finding.language(),
                finding.place(),
                finding.attribute(),
                finding.reason(),
                finding.assumption(),
                finding.existence(),
                finding.exemption(),
                finding.fix(),
                finding.trace(),
                finding.excerpt());
    }

    private static int count(String state, Finding... findings) {
        return (int) Arrays.stream(findings)
                .filter(finding -> finding.state().equals(state))
                .count();
    }
}
