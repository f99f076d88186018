package io.jenkins.plugins.plumbline;

import hudson.model.ModelObject;
import hudson.model.Run;
import io.jenkins.plugins.plumbline.view.FindingView;
import io.jenkins.plugins.plumbline.view.RuleView;

/** The page of a finding, with its source. */
public final class FindingPage implements ModelObject {
    private final PlumblineAction action;
    private final FindingView finding;
    private final RuleView rule;

    FindingPage(PlumblineAction action, FindingView finding, RuleView rule) {
        this.action = action;
        this.finding = finding;
        this.rule = rule;
    }

    @Override
    public String getDisplayName() {
        return finding.getAddress();
    }

    public Run<?, ?> getRun() {
        return action.getRun();
    }

    public PlumblineAction getAction() {
        return action;
    }

    /** What the finding is about; null where the report names no such recommendation. */
    public RuleView getRule() {
        return rule;
    }

    public FindingView getView() {
        return finding;
    }
}
