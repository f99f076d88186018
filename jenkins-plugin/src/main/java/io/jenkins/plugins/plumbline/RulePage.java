package io.jenkins.plugins.plumbline;

import hudson.model.ModelObject;
import hudson.model.Run;
import io.jenkins.plugins.plumbline.view.RuleView;

/** The page of a recommendation. */
public final class RulePage implements ModelObject {
    private final PlumblineAction action;
    private final RuleView rule;

    RulePage(PlumblineAction action, RuleView rule) {
        this.action = action;
        this.rule = rule;
    }

    @Override
    public String getDisplayName() {
        return rule.getTitle();
    }

    public Run<?, ?> getRun() {
        return action.getRun();
    }

    public PlumblineAction getAction() {
        return action;
    }

    public RuleView getView() {
        return rule;
    }
}
