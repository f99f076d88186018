package com.cloudbees.plugins.credentials.common;

import hudson.util.Secret;

/** Signatures of {@code com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials} in the plugin credentials. */
public interface StandardUsernamePasswordCredentials extends StandardCredentials {
    String getUsername();

    Secret getPassword();
}
