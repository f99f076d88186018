package org.jenkinsci.plugins.plaincredentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.util.Secret;

/** Signatures of {@code org.jenkinsci.plugins.plaincredentials.StringCredentials} in the plugin plain-credentials. */
public interface StringCredentials extends StandardCredentials {
    Secret getSecret();
}
