package dev.plumbline.rules.exemption;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Exemption.Reach;
import dev.plumbline.iac.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Exemptions by the text that they cover. Finding those around a position takes time in proportion to the logarithm of
 * their number and to how many there are: scopes are the nodes of a balanced tree by their starts, each of which knows
 * where the last of those below it ends.
 */
final class ScopeIndex {

    /** Exemptions that cover the same. */
    static final class Entry {
        private final SourceRange scope;
        private final Reach reach;
        private final List<Exemption> exemptions = new ArrayList<>(1);

        private Entry(SourceRange scope, Reach reach) {
            this.scope = scope;
            this.reach = reach;
        }

        Reach reach() {
            return reach;
        }

        /** In their order, at least one. */
        List<Exemption> exemptions() {
            return exemptions;
        }

        private boolean contains(long position) {
            return start(scope) <= position && position < end(scope);
        }
    }

    private record Key(String file, String rule) {}

    private record Covered(SourceRange scope, Reach reach) {}

    private static final class Tree {
        private final List<Entry> entries;
        /** Of each entry the greatest end in that part of the entries of which it is the middle. */
        private final long[] lastEnds;

        private Tree(List<Entry> entries) {
            this.entries = entries;
            this.lastEnds = new long[entries.size()];
            lastEnd(0, lastEnds.length);
        }

        private long lastEnd(int from, int to) {
            if (from >= to) {
                return 0;
            }
            int middle = (from + to) >>> 1;
            long last = Math.max(lastEnd(from, middle), lastEnd(middle + 1, to));
            lastEnds[middle] = Math.max(last, end(entries.get(middle).scope));
            return lastEnds[middle];
        }

        private void find(int from, int to, long position, Consumer<Entry> found) {
            if (from >= to) {
                return;
            }
            int middle = (from + to) >>> 1;
            if (lastEnds[middle] <= position) {
                return;
            }
            find(from, middle, position, found);
            Entry entry = entries.get(middle);
            if (start(entry.scope) <= position) {
                if (entry.contains(position)) {
                    found.accept(entry);
                }
                find(middle + 1, to, position, found);
            }
        }
    }

    private final Map<Key, Map<Covered, Entry>> added = new HashMap<>();
    private final Map<Key, Tree> trees = new HashMap<>();

    /** Adds an exemption. Those of the same scope have to come in their order, and all before anything is looked for. */
    void add(String rule, Exemption exemption) {
        SourceRange scope = exemption.scope();
        added.computeIfAbsent(new Key(scope.file(), rule), key -> new HashMap<>())
                .computeIfAbsent(new Covered(scope, exemption.reach()), key -> new Entry(scope, exemption.reach()))
                .exemptions
                .add(exemption);
    }

    /** Tells of the entries that cover where a range starts, the outer before the inner. */
    void around(String rule, SourceRange range, Predicate<Entry> wanted, Consumer<Entry> found) {
        Key key = new Key(range.file(), rule);
        if (added.containsKey(key)) {
            Tree tree = trees.computeIfAbsent(
                    key, missing -> tree(added.get(missing).values()));
            tree.find(0, tree.lastEnds.length, start(range), entry -> {
                if (wanted.test(entry)) {
                    found.accept(entry);
                }
            });
        }
    }

    private static Tree tree(Iterable<Entry> entries) {
        List<Entry> sorted = new ArrayList<>();
        entries.forEach(sorted::add);
        sorted.sort(Comparator.comparingLong((Entry entry) -> start(entry.scope))
                .thenComparing(Comparator.comparingLong((Entry entry) -> end(entry.scope))
                        .reversed())
                .thenComparing(Entry::reach));
        return new Tree(sorted);
    }

    private static long start(SourceRange range) {
        return ((long) range.startLine() << Integer.SIZE) + range.startColumn();
    }

    private static long end(SourceRange range) {
        return ((long) range.endLine() << Integer.SIZE) + range.endColumn();
    }
}
