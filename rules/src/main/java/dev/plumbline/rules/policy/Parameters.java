package dev.plumbline.rules.policy;

import dev.plumbline.rules.Severity;
import java.util.List;

/**
 * What narrows the rules of an {@link Initiative}, where it is assigned or where it is made.
 *
 * @param controls the controls of its benchmarks, as they are or with {@code *}; empty for all
 * @param severity the least grave severity of its rules, or null for any
 * @param except names of rules that are left out
 */
public record Parameters(List<String> controls, Severity severity, List<String> except) {

    public static final Parameters NONE = new Parameters(List.of(), null, List.of());

    public Parameters {
        controls = List.copyOf(controls);
        except = List.copyOf(except);
    }
}
