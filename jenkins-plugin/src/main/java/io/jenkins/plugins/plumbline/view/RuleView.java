package io.jenkins.plugins.plumbline.view;

import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import java.util.List;

/** A recommendation and the resources that do not follow it. */
public final class RuleView {
    private final Report.Rule rule;
    private final List<FindingView> findings;
    private final int most;

    /** @param most findings that are shown */
    RuleView(Report.Rule rule, List<FindingView> findings, int most) {
        this.rule = rule;
        this.findings = findings;
        this.most = most;
    }

    public String getId() {
        return rule.id();
    }

    public String getTitle() {
        return Shown.text(rule.title());
    }

    public String getSeverity() {
        return rule.severity().id();
    }

    public String getService() {
        return rule.service();
    }

    public String getControl() {
        return Shown.text(rule.control());
    }

    public String getRisk() {
        return Shown.text(rule.risk());
    }

    public String getRemediation() {
        return Shown.text(rule.remediation());
    }

    public String getBenchmarks() {
        return Shown.text(String.join(", ", rule.benchmarks()));
    }

    public String getAliases() {
        return Shown.text(String.join(", ", rule.aliases()));
    }

    public int getPassed() {
        return rule.passed();
    }

    public int getFailed() {
        return count(Finding.FAILED);
    }

    public int getUnknown() {
        return count(Finding.UNKNOWN);
    }

    public int getExempted() {
        return count(Finding.EXEMPTED);
    }

    /** How many are new. */
    public int getFresh() {
        return (int) findings.stream()
                .filter(finding -> finding.getChange().equals("new"))
                .count();
    }

    /** The first findings; the rule's own page has all. */
    public List<FindingView> getFindings() {
        return findings.size() <= most ? findings : findings.subList(0, most);
    }

    /** How many are left to the rule's own page. */
    public int getMore() {
        return Math.max(0, findings.size() - most);
    }

    private int count(String state) {
        return (int) findings.stream()
                .filter(finding -> finding.getState().equals(state))
                .count();
    }
}
