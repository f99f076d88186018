package io.jenkins.plugins.plumbline.report;

import dev.plumbline.publish.source.Excerpt;
import dev.plumbline.rules.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a build keeps of a scan: all that its pages show. It is made on the agent, compared with a reference on the
 * controller, and kept as JSON in the build's directory; readers of older files find what those lack empty.
 *
 * @param score from 0 to 100, or null where nothing that counts was assessed
 * @param counts failed verdicts that nothing exempts
 * @param comparison with the reference build, or null where there is none
 */
public record Report(
        int format,
        String version,
        Gate gate,
        Double score,
        Counts counts,
        int resources,
        int passed,
        int unknown,
        int exempted,
        List<Control> controls,
        List<Rule> rules,
        List<Finding> findings,
        List<Problem> problems,
        List<String> files,
        Comparison comparison) {
    /** Changes when a reader of older files would have to know. */
    public static final int FORMAT = 1;

    /**
     * What the scan's own gate says.
     *
     * @param status {@code passed}, {@code blocked} or {@code incomplete}
     * @param reasons why it did not pass, a sentence each
     * @param warnings what is to be looked at all the same, a sentence each
     */
    public record Gate(String status, List<String> reasons, List<String> warnings) {
        public Gate {
            Objects.requireNonNull(status, "status");
            reasons = orEmpty(reasons);
            warnings = orEmpty(warnings);
        }
    }

    public record Control(
            String id, String title, int points, double current, int healthy, int unhealthy, int unknown) {}

    /** @param passed resources that follow it */
    public record Rule(
            String id,
            String title,
            Severity severity,
            String control,
            String risk,
            String remediation,
            List<String> benchmarks,
            List<String> aliases,
            int passed) {
        public Rule {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(severity, "severity");
            benchmarks = orEmpty(benchmarks);
            aliases = orEmpty(aliases);
        }

        /** The cloud and the service, as the id begins: {@code aws s3}. */
        public String service() {
            String[] parts = id.split("-", 3);
            return parts.length < 2 ? id : parts[0] + " " + parts[1];
        }
    }

    /** Where something is, counted as in {@link dev.plumbline.iac.SourceRange}. */
    public record Place(String file, int startLine, int startColumn, int endLine, int endColumn) {
        @Override
        public String toString() {
            return file + ":" + startLine + ":" + startColumn;
        }
    }

    /** A step on the way of the deciding value to its place. */
    public record Step(String label, Place place) {}

    /** How a finding stands to the reference build. */
    public enum Change {
        NEW,
        UNCHANGED
    }

    /**
     * A verdict that is not a pass.
     *
     * @param unit the root module or template that it is in
     * @param state {@code failed}, {@code unknown} or {@code exempted}
     * @param change null where it has not failed, or nothing is there to compare with
     * @param modified whether changed lines made it, or null where that is not known
     * @param exemption why it is exempted, and from when on no more; empty where it is not
     * @param fix what to set, {@code acl = "private"}; empty where it takes more than that
     * @param excerpt lines around the place, as they may be shown; empty where they were not kept
     */
    public record Finding(
            String rule,
            Severity severity,
            String fingerprint,
            String unit,
            String state,
            Change change,
            Boolean modified,
            String address,
            String type,
            String language,
            Place place,
            String attribute,
            String reason,
            String assumption,
            String existence,
            String exemption,
            String fix,
            List<Step> trace,
            List<Excerpt.Line> excerpt) {
        public static final String FAILED = "failed";
        public static final String UNKNOWN = "unknown";
        public static final String EXEMPTED = "exempted";

        public Finding {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(place, "place");
            trace = orEmpty(trace);
            excerpt = orEmpty(excerpt);
        }

        public boolean failed() {
            return state.equals(FAILED);
        }
    }

    /** A diagnostic: {@code error}, {@code warning} or {@code info}. */
    public record Problem(
            String severity, String code, String summary, String detail, Place place, List<Excerpt.Line> excerpt) {
        public Problem {
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(place, "place");
            excerpt = orEmpty(excerpt);
        }
    }

    public Report {
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(counts, "counts");
        controls = orEmpty(controls);
        rules = orEmpty(rules);
        findings = orEmpty(findings);
        problems = orEmpty(problems);
        files = orEmpty(files);
    }

    /** The rule of that id; empty where the report names none. */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The same report, which says of its reference what is known here, or was compared with none. */
    public Report against(Comparison.Reference reference) {
        return new Report(
                format,
                version,
                gate,
                score,
                counts,
                resources,
                passed,
                unknown,
                exempted,
                controls,
                rules,
                findings,
                problems,
                files,
                reference == null || comparison == null
                        ? null
                        : new Comparison(reference, comparison.fresh(), comparison.fixed()));
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
