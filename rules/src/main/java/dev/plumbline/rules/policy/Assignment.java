package dev.plumbline.rules.policy;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Severity;
import java.util.List;
import java.util.Objects;

/**
 * What a scope asks of some rules.
 *
 * @param rules names of the rules, or empty where it is those of an initiative
 * @param initiative the id of an {@link Initiative}, or empty
 * @param parameters what narrows the initiative here
 * @param effect what follows from their findings, or null where that is left as it is
 * @param severity how grave they are, or null where that is left as it is
 * @param open whether inner scopes may ask for less
 * @param range where it is written
 */
public record Assignment(
        List<String> rules,
        String initiative,
        Parameters parameters,
        Effect effect,
        Severity severity,
        boolean open,
        SourceRange range) {
    public Assignment {
        rules = List.copyOf(rules);
        Objects.requireNonNull(initiative, "initiative");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(range, "range");
    }

    /** What it speaks of, for messages. */
    String subject() {
        return initiative.isEmpty() ? String.join(", ", rules) : "the initiative " + initiative;
    }
}
