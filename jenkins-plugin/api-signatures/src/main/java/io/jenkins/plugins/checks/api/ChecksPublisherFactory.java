package io.jenkins.plugins.checks.api;

import dev.plumbline.jenkins.Signature;
import hudson.model.Run;
import hudson.model.TaskListener;

/** Signatures of {@code io.jenkins.plugins.checks.api.ChecksPublisherFactory} in the plugin checks-api. */
public abstract class ChecksPublisherFactory {
    public static ChecksPublisher fromRun(Run<?, ?> run, TaskListener listener) {
        return Signature.called();
    }
}
