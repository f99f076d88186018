package dev.plumbline.rules.exemption;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.source.Glob;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Wildcard;
import dev.plumbline.rules.policy.ConfiguredExemption;
import dev.plumbline.rules.policy.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The exemptions that are written beside the templates, by rule. */
final class ConfiguredIndex {

    /** An exemption, and which files it covers as far as that has been asked. */
    static final class Entry {
        private final ConfiguredExemption configured;
        private final Scope scope;
        private final Set<String> forbidden;
        private final Map<String, Boolean> files = new HashMap<>();
        private boolean used;

        private Entry(ConfiguredExemption configured, Scope scope, Set<String> forbidden) {
            this.configured = configured;
            this.scope = scope;
            this.forbidden = forbidden;
        }

        Exemption exemption() {
            return configured.exemption();
        }

        boolean isUsed() {
            return used;
        }

        /** Whether it speaks of some files only. */
        boolean isLimited() {
            return !configured.paths().isEmpty() || scope.level() == Scope.Level.DIRECTORY;
        }

        boolean coversFile(String file) {
            return files.computeIfAbsent(file, this::isInside);
        }

        private boolean isInside(String file) {
            List<Glob> paths = configured.paths();
            return scope.holds(file) && (paths.isEmpty() || paths.stream().anyMatch(glob -> glob.covers(file)));
        }

        private boolean covers(Finding finding) {
            List<String> resources = configured.resources();
            String address = finding.resource().address();
            return !forbidden.contains(finding.rule().id())
                    && coversFile(finding.resource().range().file())
                    && (resources.isEmpty()
                            || resources.stream().anyMatch(pattern -> Wildcard.covers(pattern, address)));
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> byRule = new HashMap<>();

    /** Adds an exemption; those that are to count before others come before them. */
    void add(ConfiguredExemption configured, Scope scope, Set<String> rules, Set<String> forbidden) {
        Entry entry = new Entry(configured, scope, forbidden);
        entries.add(entry);
        rules.forEach(
                rule -> byRule.computeIfAbsent(rule, key -> new ArrayList<>()).add(entry));
    }

    List<Entry> entries() {
        return entries;
    }

    /** The exemption that covers a finding, the first one added of its rule before one of every rule; null for none. */
    Exemption find(Finding finding) {
        Exemption found = null;
        for (String rule : List.of(finding.rule().id(), Exemption.EVERY_RULE)) {
            for (Entry entry : byRule.getOrDefault(rule, List.of())) {
                if (entry.covers(finding)) {
                    entry.used = true;
                    found = found == null ? entry.exemption() : found;
                }
            }
        }
        return found;
    }
}
