package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.Credentials;

/** Signatures of {@code com.cloudbees.plugins.credentials.common.IdCredentials} in the plugin credentials. */
public interface IdCredentials extends Credentials {}
