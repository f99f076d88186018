package com.cloudbees.plugins.credentials;

/** Signatures of {@code com.cloudbees.plugins.credentials.Credentials} in the plugin credentials. */
public interface Credentials {}
