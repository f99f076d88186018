package dev.plumbline.rules;

import dev.plumbline.iac.exemption.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Rules by the names under which people speak of them: ids and aliases, in any letter case. */
public final class RuleNames {
    /** To look for what somebody meant takes a while. */
    private static final int MAX_HINTS = 100;

    /** Trivy's ids were written with it once, and are without it now. */
    private static final String OLD_PREFIX = "avd-";

    private final Collection<Rule> rules;
    private final Supplier<? extends Collection<Rule>> others;
    private Index applied;
    private Index all;
    private int hints;

    /**
     * @param applied the rules that a scan applies
     * @param others those of which nothing in it speaks; asked for only where a name is none of {@code applied}
     */
    public RuleNames(Collection<Rule> applied, Supplier<? extends Collection<Rule>> others) {
        this.rules = applied;
        this.others = others;
    }

    /** The ids of the rules that a name means: an id, an alias, or how some of these begin with a {@code *} after it. */
    public Set<String> find(String name) {
        Set<String> found = applied().find(name);
        return found.isEmpty() ? all().find(name) : found;
    }

    /** The ids of the rules that another scanner means. Its names are never taken for our ids. */
    public Set<String> findForeign(String name) {
        return Index.find(applied().byAlias, name);
    }

    /** {@code " Did you mean x?"}, or nothing. */
    public String hint(String name) {
        return hints++ < MAX_HINTS ? Spelling.hint(name, all().names()) : "";
    }

    /** Made when a name is asked for: most scans have none to ask for. */
    private Index applied() {
        if (applied == null) {
            applied = new Index(rules);
        }
        return applied;
    }

    private Index all() {
        if (all == null) {
            List<Rule> both = new ArrayList<>(rules);
            both.addAll(others.get());
            all = new Index(both);
        }
        return all;
    }

    private static final class Index {
        private final NavigableMap<String, Set<String>> byId = new TreeMap<>();
        private final NavigableMap<String, Set<String>> byAlias = new TreeMap<>();

        Index(Collection<Rule> rules) {
            for (Rule rule : rules) {
                add(byId, rule.id(), rule);
                rule.aliases().forEach(alias -> add(byAlias, alias, rule));
            }
        }

        private static void add(NavigableMap<String, Set<String>> to, String name, Rule rule) {
            to.computeIfAbsent(key(name), key -> new TreeSet<>()).add(rule.id());
        }

        Set<String> find(String name) {
            Set<String> found = new TreeSet<>(find(byId, name));
            found.addAll(find(byAlias, name));
            return found;
        }

        static Set<String> find(NavigableMap<String, Set<String>> names, String name) {
            String key = key(name);
            if (!key.endsWith("*")) {
                return names.getOrDefault(key, Set.of());
            }
            String prefix = key.substring(0, key.length() - 1);
            Set<String> found = new TreeSet<>();
            names.subMap(prefix, true, prefix + Character.MAX_VALUE, false)
                    .values()
                    .forEach(found::addAll);
            return found;
        }

        /** Every id and alias, as people may write it. */
        Set<String> names() {
            Set<String> names = new TreeSet<>(byId.keySet());
            byAlias.keySet().forEach(alias -> names.add(alias.toUpperCase(Locale.ROOT)));
            return names;
        }
    }

    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(OLD_PREFIX) ? lower.substring(OLD_PREFIX.length()) : lower;
    }
}
