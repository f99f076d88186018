package io.jenkins.plugins.checks.api;

import dev.plumbline.jenkins.Signature;
import java.util.List;

/** Signatures of {@code io.jenkins.plugins.checks.api.ChecksOutput} in the plugin checks-api. */
public class ChecksOutput {
    /** Signature of the nested type. */
    public static class ChecksOutputBuilder {
        public ChecksOutputBuilder() {}

        public ChecksOutputBuilder withTitle(String title) {
            throw new Signature();
        }

        public ChecksOutputBuilder withSummary(String summary) {
            throw new Signature();
        }

        public ChecksOutputBuilder withAnnotations(List<ChecksAnnotation> annotations) {
            throw new Signature();
        }

        public ChecksOutput build() {
            throw new Signature();
        }
    }
}
