package io.jenkins.plugins.plumbline.view;

import dev.plumbline.publish.Scores;
import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.report.Comparison;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** What a build's page shows of its report. */
public final class ReportView {
    /** Findings of one recommendation that the page of all shows. */
    public static final int MOST = 100;

    private static final Comparator<Report.Rule> GRAVEST_FIRST = Comparator.comparing(Report.Rule::severity)
            .thenComparing(Report.Rule::title)
            .thenComparing(Report.Rule::id);

    private final Report report;
    private final boolean source;

    /** @param source whether the reader may see source */
    public ReportView(Report report, boolean source) {
        this.report = report;
        this.source = source;
    }

    /** {@code "63.4 %"}, or {@code "none"}. */
    public String getScore() {
        return report.score() == null ? "none" : Scores.percent(report.score());
    }

    /** The score with one digit, for the length of an arc of 100. */
    public String getArc() {
        return Scores.rounded(report.score() == null ? 0 : report.score(), 1).toPlainString();
    }

    /** {@code passed}, {@code blocked} or {@code incomplete}. */
    public String getGate() {
        return report.gate().status();
    }

    /** What is to be looked at although it does not keep the build from passing, a sentence each. */
    public List<String> getWarnings() {
        return report.gate().warnings().stream().map(Shown::text).toList();
    }

    public List<NumberView> getNumbers() {
        List<NumberView> numbers = new ArrayList<>();
        numbers.add(new NumberView("resources", report.resources(), "plain"));
        for (Severity severity : Severity.values()) {
            numbers.add(new NumberView(severity.id(), report.counts().of(severity), severity.id()));
        }
        if (report.comparison() != null) {
            numbers.add(new NumberView("new", report.comparison().fresh().total(), "new"));
            numbers.add(new NumberView("fixed", report.comparison().fixed().size(), "passed"));
        }
        numbers.add(new NumberView("unknown", report.unknown(), "unknown"));
        numbers.add(new NumberView("exempted", report.exempted(), "exempted"));
        numbers.add(new NumberView("passed", report.passed(), "passed"));
        return numbers;
    }

    public List<ControlView> getControls() {
        return report.controls().stream().map(ControlView::new).toList();
    }

    /** The recommendations that some resource does not follow, or of which that is not known, gravest first. */
    public List<RuleView> getRules() {
        Map<String, List<FindingView>> byRule = byRule();
        return report.rules().stream()
                .filter(rule -> byRule.containsKey(rule.id()))
                .sorted(GRAVEST_FIRST)
                .map(rule -> new RuleView(rule, byRule.get(rule.id()), MOST))
                .toList();
    }

    /** The recommendations that every resource follows. */
    public List<RuleView> getHealthy() {
        Map<String, List<FindingView>> byRule = byRule();
        return report.rules().stream()
                .filter(rule -> !byRule.containsKey(rule.id()))
                .sorted(GRAVEST_FIRST)
                .map(rule -> new RuleView(rule, List.of(), 0))
                .toList();
    }

    /** One recommendation with all of its findings. */
    public Optional<RuleView> rule(String id) {
        return report.rule(id).map(rule -> new RuleView(rule, byRule().getOrDefault(id, List.of()), Integer.MAX_VALUE));
    }

    /** One finding by its number. */
    public Optional<FindingView> finding(int key) {
        return key < 0 || key >= report.findings().size()
                ? Optional.empty()
                : Optional.of(new FindingView(report.findings().get(key), key, source));
    }

    public List<FixedView> getFixed() {
        return report.comparison() == null
                ? List.of()
                : report.comparison().fixed().stream().map(FixedView::new).toList();
    }

    /** {@code "infra/main #7"}; empty where nothing was there to compare with. */
    public String getReference() {
        Comparison comparison = report.comparison();
        return comparison == null
                ? ""
                : comparison.reference().job() + " #" + comparison.reference().build();
    }

    /** The page of the reference build, relative to Jenkins' root. */
    public String getReferenceUrl() {
        return report.comparison() == null
                ? ""
                : report.comparison().reference().url();
    }

    public List<ProblemView> getProblems() {
        return report.problems().stream()
                .map(problem -> new ProblemView(problem, source))
                .toList();
    }

    public List<String> getServices() {
        TreeSet<String> services = new TreeSet<>();
        getRules().forEach(rule -> services.add(rule.getService()));
        return List.copyOf(services);
    }

    public List<String> getLanguages() {
        return distinct(Finding::language);
    }

    public List<String> getFiles() {
        return distinct(finding -> finding.place().file());
    }

    public int getTotal() {
        return report.findings().size();
    }

    public String getVersion() {
        return Shown.text(report.version());
    }

    private List<String> distinct(Function<Finding, String> property) {
        TreeSet<String> values = new TreeSet<>();
        report.findings().forEach(finding -> values.add(Shown.text(property.apply(finding))));
        values.remove("");
        return List.copyOf(values);
    }

    private Map<String, List<FindingView>> byRule() {
        Map<String, List<FindingView>> byRule = new HashMap<>();
        List<Finding> findings = report.findings();
        for (int i = 0; i < findings.size(); i++) {
            byRule.computeIfAbsent(findings.get(i).rule(), rule -> new ArrayList<>())
                    .add(new FindingView(findings.get(i), i, source));
        }
        return byRule;
    }
}
