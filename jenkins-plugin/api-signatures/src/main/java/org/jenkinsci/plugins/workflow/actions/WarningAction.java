package org.jenkinsci.plugins.workflow.actions;

import dev.plumbline.jenkins.Signature;
import hudson.model.Action;
import hudson.model.Result;

/** Signatures of {@code org.jenkinsci.plugins.workflow.actions.WarningAction} in the plugin workflow-api. */
public class WarningAction implements Action {
    public WarningAction(Result result) {}

    public WarningAction withMessage(String message) {
        throw new Signature();
    }

    @Override
    public String getIconFileName() {
        throw new Signature();
    }

    @Override
    public String getDisplayName() {
        throw new Signature();
    }

    @Override
    public String getUrlName() {
        throw new Signature();
    }
}
