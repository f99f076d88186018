package io.jenkins.plugins.plumbline.checks;

import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;

/** Tells a pull request, or a commit, what a build found. */
public interface PullRequestPublisher extends ExtensionPoint {

    /**
     * Publishes what fits the build; does nothing where it belongs to no service that is known.
     *
     * @param page the address of the page with all findings, relative to Jenkins' root
     */
    void publish(Run<?, ?> run, TaskListener listener, String page, CheckReport report);
}
