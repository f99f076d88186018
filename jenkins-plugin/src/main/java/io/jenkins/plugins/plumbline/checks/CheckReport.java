package io.jenkins.plugins.plumbline.checks;

import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a pull request is told of a build.
 *
 * @param summary Markdown
 */
public record CheckReport(
        String name, String title, String summary, Conclusion conclusion, List<Annotation> annotations) {
    /** Annotations that are published: services refuse too many, and nobody reads them. */
    static final int MOST = 250;

    /** How the check ends. */
    public enum Conclusion {
        SUCCESS,
        NEUTRAL,
        FAILURE
    }

    /** A finding at its lines. */
    public record Annotation(
            String path, int startLine, int endLine, Severity severity, String title, String message) {}

    public CheckReport {
        annotations = List.copyOf(annotations);
    }

    /** @param modified the files that the build's changes touch */
    public static CheckReport of(
            String name, Report report, GateDecision decision, ChecksScope scope, Set<String> modified) {
        Map<String, Report.Rule> rules = new HashMap<>();
        report.rules().forEach(rule -> rules.put(rule.id(), rule));
        Predicate<Finding> counts = Scoped.by(scope, modified);
        List<Annotation> annotations = new ArrayList<>();
        int matching = 0;
        for (Finding finding : report.findings()) {
            if (counts.test(finding) && matching++ < MOST) {
                annotations.add(annotation(finding, rules.get(finding.rule())));
            }
        }
        return new CheckReport(
                name, title(report), summary(report, decision, matching), conclusion(decision), annotations);
    }

    private static Annotation annotation(Finding finding, Report.Rule rule) {
        StringBuilder message = new StringBuilder(finding.address());
        if (rule != null && rule.risk() != null && !rule.risk().isEmpty()) {
            message.append("\n\n").append(rule.risk());
        }
        if (rule != null && rule.remediation() != null && !rule.remediation().isEmpty()) {
            message.append("\n\n").append(rule.remediation());
        }
        String title = (rule == null ? finding.rule() : rule.title()) + " (" + finding.rule() + ")";
        return new Annotation(
                finding.place().file(),
                finding.place().startLine(),
                finding.place().endLine(),
                finding.severity(),
                title.length() <= 255 ? title : title.substring(0, 254) + "…",
                message.toString());
    }

    private static String title(Report report) {
        int total = report.counts().total();
        String findings = total == 0 ? "No findings" : total == 1 ? "1 finding" : total + " findings";
        return report.comparison() == null
                ? findings
                : findings + ", " + report.comparison().fresh().total() + " new";
    }

    private static String summary(Report report, GateDecision decision, int matching) {
        StringBuilder text = new StringBuilder();
        for (String reason : decision.reasons()) {
            text.append("- ").append(reason).append('\n');
        }
        text.append("\n| critical | high | medium | low | unknown | exempted |\n|---|---|---|---|---|---|\n| ");
        for (Severity severity : Severity.values()) {
            text.append(report.counts().of(severity)).append(" | ");
        }
        text.append(report.unknown()).append(" | ").append(report.exempted()).append(" |\n");
        if (matching > MOST) {
            text.append("\nThe first ")
                    .append(MOST)
                    .append(" of ")
                    .append(matching)
                    .append(" findings are annotated.\n");
        }
        return text.toString();
    }

    private static Conclusion conclusion(GateDecision decision) {
        if (!decision.blocked()) {
            return Conclusion.SUCCESS;
        }
        return decision.criticality() == Criticality.FAILURE ? Conclusion.FAILURE : Conclusion.NEUTRAL;
    }
}
