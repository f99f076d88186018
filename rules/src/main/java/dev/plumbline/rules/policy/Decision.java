package dev.plumbline.rules.policy;

import dev.plumbline.iac.SourceRange;
import java.util.Objects;

/**
 * What policy says of a rule at some place.
 *
 * @param scope the scope that decided
 * @param range where that is written
 */
public record Decision(Effect effect, Scope scope, SourceRange range) {
    public Decision {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(range, "range");
    }
}
