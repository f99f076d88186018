package io.jenkins.plugins.plumbline.checks;

import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Annotation.RuleText;
import dev.plumbline.rules.posture.Gate;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** What Plumbline's own annotators are told of a build's report. */
final class PullRequestReport {
    private PullRequestReport() {}

    static dev.plumbline.annotate.report.Report of(
            Report report, GateDecision decision, ChecksScope scope, Set<String> modified) {
        List<Finding> failed =
                report.findings().stream().filter(Finding::failed).toList();
        List<Finding> told = failed.stream().filter(Scoped.by(scope, modified)).toList();
        return new dev.plumbline.annotate.report.Report(
                status(report, decision),
                decision.reasons(),
                score(report.score()),
                score(
                        report.comparison() == null
                                ? null
                                : report.comparison().reference().score()),
                annotations(report, told),
                failed.size() - told.size(),
                report.unknown(),
                report.findings().stream()
                        .filter(finding -> !finding.state().equals(Finding.EXEMPTED))
                        .map(Finding::fingerprint)
                        .collect(Collectors.toSet()),
                report.problems().stream()
                        .noneMatch(problem -> problem.severity().equals("error")));
    }

    private static Gate.Status status(Report report, GateDecision decision) {
        if (!decision.blocked()) {
            return Gate.Status.PASSED;
        }
        return report.gate().status().equals("incomplete") ? Gate.Status.INCOMPLETE : Gate.Status.BLOCKED;
    }

    private static OptionalDouble score(Double score) {
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    /** One for all resources that one text makes. */
    private static List<Annotation> annotations(Report report, List<Finding> findings) {
        Map<String, RuleText> rules = new HashMap<>();
        for (Report.Rule rule : report.rules()) {
            rules.put(
                    rule.id(),
                    new RuleText(
                            rule.id(), rule.title(), rule.severity(), text(rule.risk()), text(rule.remediation())));
        }
        Map<List<Object>, List<Finding>> byPlace = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byPlace.computeIfAbsent(
                            List.of(finding.rule(), finding.place(), text(finding.attribute())),
                            key -> new ArrayList<>())
                    .add(finding);
        }
        List<Annotation> annotations = new ArrayList<>();
        for (List<Finding> same : byPlace.values()) {
            Finding first = same.get(0);
            annotations.add(new Annotation(
                    first.fingerprint(),
                    rules.getOrDefault(
                            first.rule(), new RuleText(first.rule(), first.rule(), first.severity(), "", "")),
                    first.place().file(),
                    first.place().startLine(),
                    Math.max(first.place().startLine(), first.place().endLine()),
                    same.stream().map(Finding::address).distinct().toList(),
                    text(first.attribute()),
                    text(first.assumption()),
                    null));
        }
        return annotations;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
