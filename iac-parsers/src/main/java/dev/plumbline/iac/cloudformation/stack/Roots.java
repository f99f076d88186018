package dev.plumbline.iac.cloudformation.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells templates that are deployed by themselves from those that are only nested in others. */
public final class Roots {
    private Roots() {}

    /**
     * The templates that no other one nests. Of those that nest each other in a circle, the first.
     *
     * @param calls what each template nests, by their paths
     */
    public static Set<String> of(Map<String, Set<String>> calls) {
        Set<String> called = new LinkedHashSet<>();
        calls.forEach((path, nested) ->
                nested.stream().filter(inner -> !inner.equals(path)).forEach(called::add));
        Set<String> roots = new LinkedHashSet<>();
        Set<String> reached = new LinkedHashSet<>();
        List<String> first =
                calls.keySet().stream().filter(path -> !called.contains(path)).toList();
        first.forEach(path -> reach(path, calls, roots, reached));
        calls.keySet().forEach(path -> reach(path, calls, roots, reached));
        return roots;
    }

    private static void reach(String root, Map<String, Set<String>> calls, Set<String> roots, Set<String> reached) {
        if (reached.contains(root)) {
            return;
        }
        roots.add(root);
        Deque<String> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            String path = open.pop();
            if (reached.add(path)) {
                open.addAll(calls.getOrDefault(path, Set.of()));
            }
        }
    }
}
