package dev.plumbline.annotate.report;

import dev.plumbline.rules.Severity;
import java.util.List;
import java.util.Objects;

/**
 * What is to be said at one place: a rule that does not hold there, for one resource or, where a loop or a module makes
 * several of one text, for all of them.
 *
 * <p>All text comes from a report, which may have been made in a build of a stranger's pull request: it is hostile.
 *
 * @param fingerprint identifies it from run to run: that of the first finding
 * @param file relative to the repository's root, with {@code /} as separator
 * @param startLine from 1
 * @param endLine the last line, inclusive
 * @param attribute empty for the resource as a whole
 * @param fix null where it takes more than to set one attribute
 */
public record Annotation(
        String fingerprint,
        RuleText rule,
        String file,
        int startLine,
        int endLine,
        List<String> resources,
        String attribute,
        String assumption,
        Fix fix) {
    private static final int MAX_ADDRESS = 1000;

    /**
     * What a report says of a rule.
     *
     * @param documentation the address of its page, with nothing in it that would end a link; empty where there is none
     */
    public record RuleText(
            String id, String title, Severity severity, String risk, String remediation, String documentation) {
        public RuleText {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(risk, "risk");
            Objects.requireNonNull(remediation, "remediation");
            if (!isAddress(documentation)) {
                documentation = "";
            }
        }

        /** A rule without a page. */
        public RuleText(String id, String title, Severity severity, String risk, String remediation) {
            this(id, title, severity, risk, remediation, "");
        }

        private static boolean isAddress(String text) {
            return (text.startsWith("https://") || text.startsWith("http://"))
                    && text.length() <= MAX_ADDRESS
                    && text.chars().allMatch(c -> c > 0x20 && c < 0x7F && "\"'<>()[]{}\\^`|".indexOf(c) < 0);
        }
    }

    /**
     * The attribute to set, and its value as JSON.
     *
     * @param edit where that is all there is to change in the source, or null
     */
    public record Fix(String set, String to, Edit edit) {}

    /** The text to replace by the fix's value: in one line, columns from 1 in UTF-16 code units, the end exclusive. */
    public record Edit(int line, int startColumn, int endColumn) {}

    public Annotation {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(file, "file");
        resources = List.copyOf(resources);
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(assumption, "assumption");
    }
}
