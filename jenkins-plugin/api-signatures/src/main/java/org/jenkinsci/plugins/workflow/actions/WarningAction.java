package org.jenkinsci.plugins.workflow.actions;

import dev.plumbline.jenkins.Signature;
import hudson.model.Action;
import hudson.model.Result;

/** Signatures of {@code org.jenkinsci.plugins.workflow.actions.WarningAction} in the plugin workflow-api. */
public class WarningAction implements Action {
    public WarningAction(Result result) {}

    public WarningAction withMessage(String message) {
        return Signature.called();
    }

    @Override
    public String getIconFileName() {
        return Signature.called();
    }

    @Override
    public String getDisplayName() {
        return Signature.called();
    }

    @Override
    public String getUrlName() {
        return Signature.called();
    }
}
