package io.jenkins.plugins.checks.api;

/** Signatures of {@code io.jenkins.plugins.checks.api.ChecksStatus} in the plugin checks-api. */
public enum ChecksStatus {
    NONE,
    QUEUED,
    IN_PROGRESS,
    COMPLETED
}
