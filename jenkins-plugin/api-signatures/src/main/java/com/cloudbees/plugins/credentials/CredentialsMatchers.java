package com.cloudbees.plugins.credentials;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code com.cloudbees.plugins.credentials.CredentialsMatchers} in the plugin credentials. */
public class CredentialsMatchers {
    private CredentialsMatchers() {}

    public static CredentialsMatcher instanceOf(Class<?> type) {
        return Signature.called();
    }

    public static CredentialsMatcher anyOf(CredentialsMatcher... matchers) {
        return Signature.called();
    }
}
