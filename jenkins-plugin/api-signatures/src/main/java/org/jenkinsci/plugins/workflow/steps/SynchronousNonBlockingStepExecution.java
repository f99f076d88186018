package org.jenkinsci.plugins.workflow.steps;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution} in the plugin workflow-step-api. */
public abstract class SynchronousNonBlockingStepExecution<T> extends StepExecution {
    private static final long serialVersionUID = 1L;

    protected SynchronousNonBlockingStepExecution(StepContext context) {
        super(context);
    }

    protected abstract T run() throws Exception;

    @Override
    public final boolean start() {
        return Signature.called();
    }
}
