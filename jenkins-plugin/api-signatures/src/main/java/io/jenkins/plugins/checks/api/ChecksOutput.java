package io.jenkins.plugins.checks.api;

import dev.plumbline.jenkins.Signature;
import java.util.List;

/** Signatures of {@code io.jenkins.plugins.checks.api.ChecksOutput} in the plugin checks-api. */
public class ChecksOutput {
    /** Signature of the nested type. */
    public static class ChecksOutputBuilder {
        public ChecksOutputBuilder() {}

        public ChecksOutputBuilder withTitle(String title) {
            return Signature.called();
        }

        public ChecksOutputBuilder withSummary(String summary) {
            return Signature.called();
        }

        public ChecksOutputBuilder withAnnotations(List<ChecksAnnotation> annotations) {
            return Signature.called();
        }

        public ChecksOutput build() {
            return Signature.called();
        }
    }
}
