package com.cloudbees.plugins.credentials.common;

/** Signatures of {@code com.cloudbees.plugins.credentials.common.StandardCredentials} in the plugin credentials. */
public interface StandardCredentials extends IdCredentials {}
