package org.jenkinsci.plugins.workflow.steps;

import dev.plumbline.jenkins.Signature;
import java.io.Serializable;

/** Signatures of {@code org.jenkinsci.plugins.workflow.steps.StepExecution} in the plugin workflow-step-api. */
public abstract class StepExecution implements Serializable {
    private static final long serialVersionUID = 1L;

    protected StepExecution(StepContext context) {}

    public StepContext getContext() {
        return Signature.called();
    }

    public abstract boolean start() throws Exception;
}
