package dev.plumbline.iac.source;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What readers made of the files of a tree, with what they looked at for it. Reading another state of the same files, they
 * take from it what would turn out the same, and make the rest anew. Not for use by several threads at once.
 */
public final class Memory {
    /** @param footprint grows for as long as the value is evaluated lazily */
    private record Entry(Object value, Footprint footprint) {}

    private final boolean noting;
    private final Map<Object, Entry> earlier;
    private final Differences differences;
    private final Map<Object, Entry> entries = new HashMap<>();

    private Memory(boolean noting, Map<Object, Entry> earlier, Differences differences) {
        this.noting = noting;
        this.earlier = earlier;
        this.differences = differences;
    }

    /** For a tree that is read once: what was looked at is not noted. */
    public static Memory none() {
        return new Memory(false, Map.of(), null);
    }

    /** For the first of several states of a tree. */
    public static Memory first() {
        return new Memory(true, Map.of(), null);
    }

    /**
     * For another state.
     *
     * @param now the tree that this memory is of
     * @param other the tree that is to be read
     */
    public Memory of(SourceTree now, SourceTree other) {
        return new Memory(true, entries, new Differences(other, now));
    }

    /**
     * What is made of a tree, or was.
     *
     * @param key what it is; by {@link Object#equals}
     * @param make reads from the tree that it is given only, or from this memory by way of it
     */
    public <T> T get(Object key, SourceTree tree, Function<SourceTree, T> make) {
        Entry entry = entries.get(key);
        if (entry == null) {
            entry = earlier.get(key);
            if (entry == null || !entry.footprint.isSame(differences)) {
                Footprint footprint = new Footprint();
                entry = new Entry(make.apply(noting ? new RecordingTree(tree, footprint) : tree), footprint);
            }
            entries.put(key, entry);
        }
        if (tree instanceof RecordingTree outer) {
            outer.footprint().add(entry.footprint);
        }
        @SuppressWarnings("unchecked") // a key is always asked for with the same kind of value
        T value = (T) entry.value;
        return value;
    }
}
