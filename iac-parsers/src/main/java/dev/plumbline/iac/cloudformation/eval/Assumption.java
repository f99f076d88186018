package dev.plumbline.iac.cloudformation.eval;

import java.util.Map;

/**
 * How undecided conditions are taken to turn out.
 *
 * @param text fit for people; empty where nothing is assumed
 * @param conditions how conditions turn out, by their names; one that is not in it is undecided
 * @param parameters the values that parameters must have for that, pseudo parameters included, where there is only one
 */
public record Assumption(String text, Map<String, Boolean> conditions, Map<String, String> parameters) {

    /** Every condition is undecided. */
    public static final Assumption NONE = new Assumption("", Map.of(), Map.of());
}
