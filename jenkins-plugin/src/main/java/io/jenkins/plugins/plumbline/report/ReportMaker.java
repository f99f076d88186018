package io.jenkins.plugins.plumbline.report;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.Fixes;
import dev.plumbline.publish.RuleDocs;
import dev.plumbline.publish.Secrets;
import dev.plumbline.publish.Tally;
import dev.plumbline.publish.ToolVersion;
import dev.plumbline.publish.Trace;
import dev.plumbline.publish.source.Excerpt;
import dev.plumbline.publish.source.Sources;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import io.jenkins.plugins.plumbline.report.Report.Change;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import io.jenkins.plugins.plumbline.report.Report.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a report of a scan's result, where the scanned files are at hand. */
public final class ReportMaker {
    /** Lines that are kept before and after a place. */
    private static final int AROUND = 6;
    /** Findings and problems of which the source is kept: a page of more is not read. */
    static final int MAX_EXCERPTS = 2_000;
    /** Unknown verdicts that are kept one by one; all of them are counted. */
    static final int MAX_UNKNOWN = 2_000;

    private final ScanResult result;
    private final Sources sources;
    private final Secrets secrets;
    private final Function<dev.plumbline.rules.Finding, Optional<Boolean>> modified;
    private int excerpts;

    private ReportMaker(ScanResult result, Function<dev.plumbline.rules.Finding, Optional<Boolean>> modified) {
        this.result = result;
        this.modified = modified;
        this.sources = Sources.below(result.base());
        this.secrets = Secrets.of(result);
    }

    /**
     * A report of all that a build keeps.
     *
     * @param reference the build that was compared with, or null
     * @param modified whether changes touch a finding, or nothing where that is not known
     */
    public static Report of(
            ScanResult result,
            Comparison.Reference reference,
            Function<dev.plumbline.rules.Finding, Optional<Boolean>> modified) {
        return new ReportMaker(result, modified).report(reference);
    }

    private Report report(Comparison.Reference reference) {
        Tally tally = Tally.of(result);
        Map<String, Integer> passed = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        int unknown = 0;
        for (dev.plumbline.rules.Finding finding : result.findings()) {
            if (finding.verdict() == Verdict.PASS) {
                passed.merge(finding.rule().id(), 1, Integer::sum);
            } else if (finding.isExempted() || finding.verdict() == Verdict.FAIL || unknown++ < MAX_UNKNOWN) {
                findings.add(finding(finding));
            }
        }
        return new Report(
                Report.FORMAT,
                ToolVersion.current(),
                new Report.Gate(
                        result.gate().status().name().toLowerCase(Locale.ROOT),
                        result.gate().reasons(),
                        result.gate().warnings()),
                result.score().percent().isPresent() ? result.score().percent().getAsDouble() : null,
                new Counts(
                        tally.failed(Severity.CRITICAL),
                        tally.failed(Severity.HIGH),
                        tally.failed(Severity.MEDIUM),
                        tally.failed(Severity.LOW)),
                tally.resources(),
                tally.passed(),
                tally.unknown(),
                tally.exempted(),
                result.score().controls().stream()
                        .map(control -> new Report.Control(
                                control.control().id(),
                                control.control().title(),
                                control.control().points(),
                                control.current(),
                                control.healthy(),
                                control.unhealthy(),
                                control.unknown()))
                        .toList(),
                result.rules().stream()
                        .map(rule -> rule(rule, passed.getOrDefault(rule.id(), 0)))
                        .toList(),
                findings,
                result.diagnostics().stream().map(this::problem).toList(),
                result.units().stream().map(ScanResult.Unit::path).distinct().toList(),
                reference == null ? null : comparison(reference));
    }

    private static Report.Rule rule(Rule rule, int passed) {
        return new Report.Rule(
                rule.id(),
                rule.title(),
                rule.severity(),
                rule.control().title(),
                rule.risk().strip(),
                rule.remediation().text().strip(),
                RuleDocs.benchmarks(rule),
                rule.aliases(),
                passed);
    }

    private Finding finding(dev.plumbline.rules.Finding finding) {
        return new Finding(
                finding.rule().id(),
                finding.rule().severity(),
                finding.fingerprint(),
                finding.unit(),
                state(finding),
                finding.isExempted() ? null : change(finding),
                modified.apply(finding).orElse(null),
                finding.resource().address(),
                finding.resource().type(),
                finding.resource().dialect().id(),
                place(finding.range()),
                finding.attribute(),
                finding.reason(),
                finding.assumption(),
                finding.resource().existence().certain()
                        ? ""
                        : finding.resource().existence().reason(),
                finding.isExempted() ? exemption(finding.exemption()) : "",
                finding.verdict() == Verdict.FAIL && !finding.isExempted()
                        ? Fixes.of(finding)
                                .map(fix -> fix.set() + " = " + fix.to())
                                .orElse("")
                        : "",
                Trace.of(finding).stream()
                        .map(step -> new Report.Step(step.label(), place(step.range())))
                        .toList(),
                excerpt(finding.range()));
    }

    private static String state(dev.plumbline.rules.Finding finding) {
        if (finding.isExempted()) {
            return Finding.EXEMPTED;
        }
        return finding.verdict() == Verdict.FAIL ? Finding.FAILED : Finding.UNKNOWN;
    }

    private Change change(dev.plumbline.rules.Finding finding) {
        return result.comparison()
                .of(finding)
                .map(change -> result.comparison().accepts(finding) ? Change.UNCHANGED : Change.NEW)
                .orElse(null);
    }

    private Comparison comparison(Comparison.Reference reference) {
        return new Comparison(
                reference,
                Counts.of(result.findings(Verdict.FAIL)
                        .filter(finding -> change(finding) == Change.NEW)
                        .map(finding -> finding.rule().severity())
                        .toList()),
                result.comparison().resolved().stream()
                        .map(known -> new Comparison.Fixed(
                                known.rule(), known.title(), known.severity(), known.resource(), known.file()))
                        .toList());
    }

    private static String exemption(Exemption exemption) {
        StringBuilder text =
                new StringBuilder(exemption.category().id()).append(": ").append(exemption.reason());
        if (!exemption.owner().isEmpty()) {
            text.append(" (").append(exemption.owner()).append(')');
        }
        return exemption.until() == null
                ? text.toString()
                : text.append(", until ").append(exemption.until()).toString();
    }

    private Report.Problem problem(Diagnostic diagnostic) {
        SourceRange range = diagnostic.range();
        return new Report.Problem(
                diagnostic.severity().name().toLowerCase(Locale.ROOT),
                diagnostic.code(),
                diagnostic.summary(),
                diagnostic.detail(),
                place(range),
                range.equals(SourceRange.startOf(range.file())) ? List.of() : excerpt(range));
    }

    private List<Excerpt.Line> excerpt(SourceRange range) {
        return excerpts++ < MAX_EXCERPTS
                ? Excerpt.of(range, AROUND, sources, secrets).lines()
                : List.of();
    }

    private static Place place(SourceRange range) {
        return new Place(range.file(), range.startLine(), range.startColumn(), range.endLine(), range.endColumn());
    }
}
