package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.ScanUnit.Premise;
import java.util.List;
import java.util.Map;

/**
 * How undecided conditions are taken to turn out.
 *
 * @param premises the same as the rules are told it
 * @param conditions how conditions turn out, by their names; one that is not in it is undecided
 * @param parameters the values that parameters must have for that, pseudo parameters included, where there is only one
 */
public record Assumption(List<Premise> premises, Map<String, Boolean> conditions, Map<String, String> parameters) {

    /** Every condition is undecided. */
    public static final Assumption NONE = new Assumption(List.of(), Map.of(), Map.of());
}
