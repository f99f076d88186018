package com.cloudbees.plugins.credentials;

import java.io.Serializable;

/** Signatures of {@code com.cloudbees.plugins.credentials.CredentialsMatcher} in the plugin credentials. */
public interface CredentialsMatcher extends Serializable {}
