package dev.plumbline.iac;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Somebody's statement, in the scanned source, that a recommendation need not be followed in some place. It holds what
 * is written: whether there are such rules, and findings of theirs, is not known here.
 *
 * @param rules the rules it speaks of, at least one: ids or aliases as they are written, {@link #EVERY_RULE}, or the
 *     beginning of names with a {@code *} after it
 * @param reason why, as its author says it
 * @param until the last day on which it holds, or null where it has no end
 * @param owner who answers for it; empty where that is not said
 * @param scope the text that it covers
 * @param reach what counts as being in the scope
 * @param range where it is written
 */
public record Exemption(
        Syntax syntax,
        List<String> rules,
        Category category,
        String reason,
        LocalDate until,
        String owner,
        SourceRange scope,
        Reach reach,
        SourceRange range)
        implements Comparable<Exemption> {

    /** Stands for all rules. */
    public static final String EVERY_RULE = "*";

    private static final Comparator<Exemption> ORDER = Comparator.comparing(Exemption::range)
            .thenComparing(Exemption::scope)
            .thenComparing(Exemption::syntax)
            .thenComparing(exemption -> String.join(",", exemption.rules()))
            .thenComparing(Exemption::reason)
            .thenComparing(Exemption::category)
            .thenComparing(Exemption::reach)
            .thenComparing(Exemption::owner)
            .thenComparing(Exemption::until, Comparator.nullsLast(Comparator.naturalOrder()));

    /** The tool for which an exemption is written. */
    public enum Syntax {
        PLUMBLINE("Plumbline"),
        /** Plumbline's own, written beside the source. */
        CONFIGURATION("Plumbline"),
        CHECKOV("Checkov"),
        TFSEC("tfsec"),
        TRIVY("Trivy"),
        KICS("KICS"),
        CFN_NAG("cfn_nag"),
        CFN_LINT("cfn-lint");

        private final String tool;

        Syntax(String tool) {
            this.tool = tool;
        }

        /** The name of the tool, as it spells it. */
        public String tool() {
            return tool;
        }
    }

    /** Why an exempted finding does no harm, in Defender for Cloud's terms. */
    public enum Category {
        /** The risk is dealt with in a way that the rule does not see: the resource counts as healthy. */
        MITIGATED("mitigated"),
        /** The risk is accepted: the resource is not counted. */
        WAIVER("waiver");

        private final String id;

        Category(String id) {
            this.id = id;
        }

        /** The name used in comments and reports. */
        public String id() {
            return id;
        }
    }

    /** What is covered of what the scope's text gives rise to. */
    public enum Reach {
        /** Findings that point into the scope, and all of a resource that is declared in it or called from it. */
        BLOCK,
        /** The same, but nothing of the modules and templates that are called from there. */
        FILE,
        /** Findings that point into the scope, and no others of the resource. */
        LINE
    }

    public Exemption {
        Objects.requireNonNull(syntax, "syntax");
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("an exemption speaks of at least one rule");
        }
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(range, "range");
    }

    /** Whether it is written for another tool. */
    public boolean isForeign() {
        return syntax != Syntax.PLUMBLINE && syntax != Syntax.CONFIGURATION;
    }

    /** Whether it no longer holds on a day. */
    public boolean expired(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    /** By the place where they are written, then by all that tells them apart: whatever order they come in, it is one. */
    @Override
    public int compareTo(Exemption other) {
        return ORDER.compare(this, other);
    }
}
