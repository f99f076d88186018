package io.jenkins.plugins.plumbline.report;

import dev.plumbline.rules.Severity;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How a build's findings stand to those of a reference build.
 *
 * @param fresh findings that the reference does not have
 * @param fixed what the reference found and this build does not, in order
 */
public record Comparison(Reference reference, Counts fresh, List<Fixed> fixed) {

    /**
     * The build that is compared with.
     *
     * @param job its job's full name
     * @param url of its page, relative to Jenkins' root
     * @param score null where it had none
     */
    public record Reference(String job, int build, String url, Double score, Counts counts) implements Serializable {
        public Reference {
            Objects.requireNonNull(job, "job");
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(counts, "counts");
        }
    }

    /** A finding that is gone. */
    public record Fixed(String rule, String title, Severity severity, String address, String file) {
        public Fixed {
            Objects.requireNonNull(severity, "severity");
        }
    }

    public Comparison {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(fresh, "fresh");
        fixed = fixed == null ? List.of() : List.copyOf(fixed);
    }
}
