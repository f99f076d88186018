package dev.plumbline.rules.loading;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Rule;
import java.util.List;

/**
 * A rule file, read.
 *
 * @param rule null where the file has errors
 * @param conditions where the conditions of each of the rule's checks are written
 * @param diagnostics all that is wrong with it
 */
public record RuleFile(Rule rule, List<ConditionRanges> conditions, List<Diagnostic> diagnostics) {

    /** @param when null where the check has none */
    public record ConditionRanges(SourceRange when, SourceRange require) {}

    public RuleFile {
        conditions = List.copyOf(conditions);
        diagnostics = List.copyOf(diagnostics);
    }

    /** A problem with a file as a whole. */
    public static Diagnostic problem(String summary, String path) {
        return Diagnostic.error(Fields.CODE, summary, "", SourceRange.startOf(path));
    }
}
