package dev.plumbline.rules.exemption;

import dev.plumbline.rules.Rule;
import java.util.Collection;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules by the names under which exemptions speak of them: ids and aliases, in any letter case. */
final class RuleNames {
    /** Trivy's ids were written with it once, and are without it now. */
    private static final String OLD_PREFIX = "avd-";

    private final NavigableMap<String, Set<String>> byId = new TreeMap<>();
    private final NavigableMap<String, Set<String>> byAlias = new TreeMap<>();

    RuleNames(Collection<Rule> rules) {
        for (Rule rule : rules) {
            add(byId, rule.id(), rule);
            rule.aliases().forEach(alias -> add(byAlias, alias, rule));
        }
    }

    private static void add(NavigableMap<String, Set<String>> to, String name, Rule rule) {
        to.computeIfAbsent(key(name), key -> new TreeSet<>()).add(rule.id());
    }

    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(OLD_PREFIX) ? lower.substring(OLD_PREFIX.length()) : lower;
    }

    /** The ids of the rules that a name means: an id, an alias, or how some of these begin with a {@code *} after it. */
    Set<String> find(String name) {
        Set<String> found = new TreeSet<>(find(byId, name));
        found.addAll(find(byAlias, name));
        return found;
    }

    /** The ids of the rules that another scanner means. Its names are never taken for our ids. */
    Set<String> findForeign(String name) {
        return find(byAlias, name);
    }

    /** Every id and alias, as exemptions may write it. */
    Set<String> all() {
        Set<String> names = new TreeSet<>(byId.keySet());
        byAlias.keySet().forEach(alias -> names.add(alias.toUpperCase(Locale.ROOT)));
        return names;
    }

    private static Set<String> find(NavigableMap<String, Set<String>> names, String name) {
        String key = key(name);
        if (!key.endsWith("*")) {
            return names.getOrDefault(key, Set.of());
        }
        String prefix = key.substring(0, key.length() - 1);
        Set<String> found = new TreeSet<>();
        names.subMap(prefix, true, prefix + Character.MAX_VALUE, false).values().forEach(found::addAll);
        return found;
    }
}
