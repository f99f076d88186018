package io.jenkins.plugins.checks.api;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code io.jenkins.plugins.checks.api.ChecksAnnotation} in the plugin checks-api. */
public class ChecksAnnotation {
    /** Signature of the nested type. */
    public static class ChecksAnnotationBuilder {
        public ChecksAnnotationBuilder() {}

        public ChecksAnnotationBuilder withPath(String path) {
            return Signature.called();
        }

        public ChecksAnnotationBuilder withStartLine(Integer line) {
            return Signature.called();
        }

        public ChecksAnnotationBuilder withEndLine(Integer line) {
            return Signature.called();
        }

        public ChecksAnnotationBuilder withAnnotationLevel(ChecksAnnotationLevel level) {
            return Signature.called();
        }

        public ChecksAnnotationBuilder withMessage(String message) {
            return Signature.called();
        }

        public ChecksAnnotationBuilder withTitle(String title) {
            return Signature.called();
        }

        public ChecksAnnotation build() {
            return Signature.called();
        }
    }

    /** Signature of the nested type. */
    public enum ChecksAnnotationLevel {
        NONE,
        NOTICE,
        WARNING,
        FAILURE
    }
}
