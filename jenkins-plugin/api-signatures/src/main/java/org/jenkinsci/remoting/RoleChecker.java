package org.jenkinsci.remoting;

/** Signatures of {@code org.jenkinsci.remoting.RoleChecker} in Remoting. */
public abstract class RoleChecker {}
