package com.cloudbees.plugins.credentials.domains;

/** Signatures of {@code com.cloudbees.plugins.credentials.domains.DomainRequirement} in the plugin credentials. */
public class DomainRequirement {}
