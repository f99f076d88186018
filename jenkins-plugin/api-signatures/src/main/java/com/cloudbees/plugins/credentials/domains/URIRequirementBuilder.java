package com.cloudbees.plugins.credentials.domains;

import dev.plumbline.jenkins.Signature;
import java.util.List;

/** Signatures of {@code com.cloudbees.plugins.credentials.domains.URIRequirementBuilder} in the plugin credentials. */
public class URIRequirementBuilder {
    private URIRequirementBuilder() {}

    public static URIRequirementBuilder fromUri(String uri) {
        return Signature.called();
    }

    public List<DomainRequirement> build() {
        return Signature.called();
    }
}
