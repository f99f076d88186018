package io.jenkins.plugins.checks.api;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code io.jenkins.plugins.checks.api.ChecksDetails} in the plugin checks-api. */
public class ChecksDetails {
    /** Signature of the nested type. */
    public static class ChecksDetailsBuilder {
        public ChecksDetailsBuilder() {}

        public ChecksDetailsBuilder withName(String name) {
            return Signature.called();
        }

        public ChecksDetailsBuilder withStatus(ChecksStatus status) {
            return Signature.called();
        }

        public ChecksDetailsBuilder withDetailsURL(String url) {
            return Signature.called();
        }

        public ChecksDetailsBuilder withConclusion(ChecksConclusion conclusion) {
            return Signature.called();
        }

        public ChecksDetailsBuilder withOutput(ChecksOutput output) {
            return Signature.called();
        }

        public ChecksDetails build() {
            return Signature.called();
        }
    }
}
