package io.jenkins.plugins.checks.api;

/** Signatures of {@code io.jenkins.plugins.checks.api.ChecksPublisher} in the plugin checks-api. */
public abstract class ChecksPublisher {
    public abstract void publish(ChecksDetails details);
}
