package io.jenkins.plugins.plumbline.checks;

import hudson.ExtensionPoint;

/** Tells a pull request, or a commit, what a build found. */
public interface PullRequestPublisher extends ExtensionPoint {

    /** Publishes what fits the build; does nothing where it belongs to no service that is known. */
    void publish(Publishing publishing);
}
