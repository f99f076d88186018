package org.springframework.security.core;

/** Signatures of {@code org.springframework.security.core.Authentication} in Spring Security, which Jenkins core has. */
public interface Authentication {}
