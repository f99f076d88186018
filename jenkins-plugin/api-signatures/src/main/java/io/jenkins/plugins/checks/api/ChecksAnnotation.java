package io.jenkins.plugins.checks.api;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code io.jenkins.plugins.checks.api.ChecksAnnotation} in the plugin checks-api. */
public class ChecksAnnotation {
    /** Signature of the nested type. */
    public static class ChecksAnnotationBuilder {
        public ChecksAnnotationBuilder() {}

        public ChecksAnnotationBuilder withPath(String path) {
            throw new Signature();
        }

        public ChecksAnnotationBuilder withStartLine(Integer line) {
            throw new Signature();
        }

        public ChecksAnnotationBuilder withEndLine(Integer line) {
            throw new Signature();
        }

        public ChecksAnnotationBuilder withAnnotationLevel(ChecksAnnotationLevel level) {
            throw new Signature();
        }

        public ChecksAnnotationBuilder withMessage(String message) {
            throw new Signature();
        }

        public ChecksAnnotationBuilder withTitle(String title) {
            throw new Signature();
        }

        public ChecksAnnotation build() {
            throw new Signature();
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
