package io.jenkins.plugins.checks.api;

/** Signatures of {@code io.jenkins.plugins.checks.api.ChecksConclusion} in the plugin checks-api. */
public enum ChecksConclusion {
    NONE,
    ACTION_REQUIRED,
    SKIPPED,
    CANCELED,
    TIME_OUT,
    FAILURE,
    NEUTRAL,
    SUCCESS
}
