package dev.plumbline.rules;

import dev.plumbline.rules.posture.Control;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A recommendation, as a rule file states it.
 *
 * @param id {@code cloud-service-what}, kebab case, never reused
 * @param defender the id by which Defender for Cloud knows it; empty where it has no such recommendation
 * @param benchmarks benchmark id to the controls of it that this rule speaks to. In a file, those that its author names;
 *     in the catalogue, also those that they lead to by the {@link dev.plumbline.rules.compliance.Benchmarks}
 * @param aliases the ids under which other scanners know it
 * @param risk what may happen if it is not followed
 * @param examples unmodifiable; those of the catalogue are read when somebody looks at them
 */
public record Rule(
        String id,
        String title,
        Severity severity,
        Control control,
        String defender,
        Map<String, List<String>> benchmarks,
        List<String> aliases,
        String risk,
        Remediation remediation,
        List<Check> checks,
        List<Example> examples) {

    /** How to follow it, and what that takes: {@code low}, {@code moderate} or {@code high}. */
    public record Remediation(String effort, String impact, String text) {
        public Remediation {
            Objects.requireNonNull(effort, "effort");
            Objects.requireNonNull(impact, "impact");
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * The recommendation in the terms of some resource types.
     *
     * @param on the resource types it applies to
     * @param when CEL, which resources of these types it applies to; empty for all
     * @param require CEL, true where the resource follows the recommendation
     * @param at the path of the attribute a finding points at, or several with {@code |} between them, of which the
     *     first that is written counts; empty for the resource as a whole
     * @param traced whether a finding points at where the value at {@code at} was written, such as the default of a
     *     variable, rather than at the attribute
     * @param fix the one attribute to set, or null where it takes more than that
     */
    public record Check(List<String> on, String when, String require, String at, boolean traced, Fix fix) {
        public Check {
            on = List.copyOf(on);
            Objects.requireNonNull(when, "when");
            Objects.requireNonNull(require, "require");
            Objects.requireNonNull(at, "at");
        }

        /** A check whose findings point at the attribute. */
        public Check(List<String> on, String when, String require, String at, Fix fix) {
            this(on, when, require, at, false, fix);
        }

        /** The paths that an {@code at} names, in order. */
        public static List<String> alternatives(String at) {
            return at.indexOf('|') < 0
                    ? List.of(at.strip())
                    : Arrays.stream(at.split("\\|", -1)).map(String::strip).toList();
        }
    }

    /** @param to the value as JSON */
    public record Fix(String set, String to) {}

    /** @param language a {@link dev.plumbline.iac.Dialect#id()} */
    public record Example(String language, Verdict verdict, String code) {}

    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(defender, "defender");
        Objects.requireNonNull(benchmarks, "benchmarks");
        aliases = List.copyOf(aliases);
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(remediation, "remediation");
        checks = List.copyOf(checks);
        Objects.requireNonNull(examples, "examples");
    }

    /** The same rule, as grave as that. */
    public Rule withSeverity(Severity changed) {
        return changed == severity
                ? this
                : new Rule(
                        id,
                        title,
                        changed,
                        control,
                        defender,
                        benchmarks,
                        aliases,
                        risk,
                        remediation,
                        checks,
                        examples);
    }

    /** The same rule, speaking to these controls. */
    public Rule withBenchmarks(Map<String, List<String>> others) {
        return new Rule(id, title, severity, control, defender, others, aliases, risk, remediation, checks, examples);
    }
}
