package io.jenkins.plugins.checks.api;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code io.jenkins.plugins.checks.api.ChecksDetails} in the plugin checks-api. */
public class ChecksDetails {
    /** Signature of the nested type. */
    public static class ChecksDetailsBuilder {
        public ChecksDetailsBuilder() {}

        public ChecksDetailsBuilder withName(String name) {
            throw new Signature();
        }

        public ChecksDetailsBuilder withStatus(ChecksStatus status) {
            throw new Signature();
        }

        public ChecksDetailsBuilder withDetailsURL(String url) {
            throw new Signature();
        }

        public ChecksDetailsBuilder withConclusion(ChecksConclusion conclusion) {
            throw new Signature();
        }

        public ChecksDetailsBuilder withOutput(ChecksOutput output) {
            throw new Signature();
        }

        public ChecksDetails build() {
            throw new Signature();
        }
    }
}
