package org.jenkinsci.plugins.workflow.steps;

import dev.plumbline.jenkins.Signature;
import hudson.ExtensionPoint;
import hudson.model.Describable;

/** Signatures of {@code org.jenkinsci.plugins.workflow.steps.Step} in the plugin workflow-step-api. */
public abstract class Step implements Describable<Step>, ExtensionPoint {
    @Override
    public StepDescriptor getDescriptor() {
        return Signature.called();
    }

    public abstract StepExecution start(StepContext context) throws Exception;
}
