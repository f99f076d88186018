package dev.plumbline.iac;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something to tell about an input file that is not a finding of a rule. Readers collect these and return what they
 * could read; they do not throw for bad input.
 *
 * @param code stable, for machines, kebab case: {@code hcl-syntax}, {@code file-too-large}
 * @param summary one line without a full stop: {@code "Missing closing brace"}
 * @param detail the cause and the remedy, or empty where the summary says it all
 */
public record Diagnostic(Severity severity, String code, String summary, String detail, SourceRange range)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::range)
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::summary)
            .thenComparing(Diagnostic::detail);

    /** An error means that something was not assessed, and the gate does not report success; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    public Diagnostic {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(range, "range");
    }

    public static Diagnostic error(String code, String summary, String detail, SourceRange range) {
        return new Diagnostic(Severity.ERROR, code, summary, detail, range);
    }

    public static Diagnostic warning(String code, String summary, String detail, SourceRange range) {
        return new Diagnostic(Severity.WARNING, code, summary, detail, range);
    }

    /** By place, errors first where several stand at the same one. */
    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
