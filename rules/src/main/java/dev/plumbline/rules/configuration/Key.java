package dev.plumbline.rules.configuration;

import dev.plumbline.rules.Severity;
import dev.plumbline.rules.posture.Gate.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;

/**
 * Something that can be set. Its {@link #id()} is its path in a file.
 *
 * @param id {@code exclude}, {@code gate.fail-on}
 * @param initial the default, or null where there is none
 * @param combine how an inner value and what it inherits make one; replaces where it is null
 * @param laxer whether the first asks for less than the second, or null where there is nothing to ask for
 * @param forOptions whether an organisation holds those who start the scan to what it asks, too
 */
public record Key<T>(String id, T initial, BinaryOperator<T> combine, BiPredicate<T, T> laxer, boolean forOptions) {

    public static final Key<List<Path>> INPUTS =
            new Key<>("inputs", null, null, (inner, outer) -> !outer.containsAll(inner), false);
    public static final Key<List<String>> EXCLUDE =
            new Key<>("exclude", List.of(), Key::all, (inner, outer) -> !outer.containsAll(inner), false);
    public static final Key<Boolean> ONLY_CHANGES = new Key<>("only-changes", false, null, Key::isOnly, true);
    public static final Key<List<Path>> RULE_DIRECTORIES =
            new Key<>("rule-directories", List.of(), Key::all, null, false);
    public static final Key<Map<String, String>> VARIABLES = new Key<>("variables", Map.of(), Key::merged, null, false);
    public static final Key<List<Path>> VARIABLE_FILES = new Key<>("variable-files", List.of(), Key::all, null, false);
    public static final Key<List<Path>> PARAMETER_FILES =
            new Key<>("parameter-files", List.of(), Key::all, null, false);
    public static final Key<String> WORKSPACE = new Key<>("workspace", "", null, null, false);
    public static final Key<Path> BASELINE = new Key<>("baseline", null, null, null, false);
    public static final Key<Boolean> FOREIGN_EXEMPTIONS =
            new Key<>("foreign-exemptions", true, null, Key::isOnly, true);
    public static final Key<Map<String, Path>> REPORTS = new Key<>("reports", Map.of(), null, null, false);

    public static final Key<Optional<Severity>> FAIL_ON = new Key<>(
            "gate.fail-on",
            Optional.of(Severity.HIGH),
            null,
            (inner, outer) ->
                    outer.isPresent() && (inner.isEmpty() || !outer.get().atLeast(inner.get())),
            true);
    public static final Key<Double> MIN_SCORE =
            new Key<>("gate.min-score", null, null, (inner, outer) -> inner < outer, true);
    public static final Key<Double> MAX_SCORE_DROP =
            new Key<>("gate.max-score-drop", null, null, (inner, outer) -> inner > outer, true);
    public static final Key<Map<Severity, Integer>> MAX_FINDINGS =
            new Key<>("gate.max-findings", Map.of(), Key::mergedNumbers, Key::allowsMore, true);
    public static final Key<Boolean> NEW_ONLY = new Key<>("gate.new-only", false, null, Key::isOnly, true);
    public static final Key<Response> UNKNOWN = response("gate.unknown", Response.IGNORE);
    public static final Key<Response> UNASSESSED = response("gate.unassessed", Response.FAIL);
    public static final Key<Response> UNUSED_EXEMPTIONS = response("gate.unused-exemptions", Response.IGNORE);

    /** All of them, in the order in which they are shown. */
    public static final List<Key<?>> ALL = List.of(
            INPUTS,
            EXCLUDE,
            ONLY_CHANGES,
            VARIABLES,
            VARIABLE_FILES,
            PARAMETER_FILES,
            WORKSPACE,
            RULE_DIRECTORIES,
            FAIL_ON,
            MIN_SCORE,
            MAX_SCORE_DROP,
            MAX_FINDINGS,
            NEW_ONLY,
            UNKNOWN,
            UNASSESSED,
            UNUSED_EXEMPTIONS,
            BASELINE,
            FOREIGN_EXEMPTIONS,
            REPORTS);

    private static Key<Response> response(String id, Response initial) {
        return new Key<>(id, initial, null, (inner, outer) -> inner.compareTo(outer) < 0, true);
    }

    private static boolean isOnly(boolean inner, boolean outer) {
        return inner && !outer;
    }

    private static boolean allowsMore(Map<Severity, Integer> inner, Map<Severity, Integer> outer) {
        return outer.entrySet().stream()
                .anyMatch(entry -> inner.getOrDefault(entry.getKey(), entry.getValue()) > entry.getValue());
    }

    private static <T> List<T> all(List<T> outer, List<T> inner) {
        List<T> all = new ArrayList<>(outer);
        inner.stream().filter(each -> !outer.contains(each)).forEach(all::add);
        return List.copyOf(all);
    }

    private static Map<String, String> merged(Map<String, String> outer, Map<String, String> inner) {
        Map<String, String> merged = new LinkedHashMap<>(outer);
        merged.putAll(inner);
        return merged;
    }

    private static Map<Severity, Integer> mergedNumbers(Map<Severity, Integer> outer, Map<Severity, Integer> inner) {
        Map<Severity, Integer> merged = new EnumMap<>(Severity.class);
        merged.putAll(outer);
        merged.putAll(inner);
        return merged;
    }

    @Override
    public String toString() {
        return id;
    }
}
