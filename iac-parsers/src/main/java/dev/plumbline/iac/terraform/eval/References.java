package dev.plumbline.iac.terraform.eval;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which attributes of which resources a value was made from, part by part: an object of which one member mentions a
 * resource knows which one.
 */
public final class References {
    public static final References NONE = new References(Set.of(), Map.of());

    private final Set<Target> own;
    private final Map<String, References> parts;

    /**
     * An attribute of a resource.
     *
     * @param address the resource's
     * @param path empty for the resource as a whole
     */
    public record Target(String address, String path) {}

    private References(Set<Target> own, Map<String, References> parts) {
        this.own = own;
        this.parts = parts;
    }

    public static References to(Target target) {
        return new References(Set.of(target), Map.of());
    }

    /** Of a value whose parts, by key or position, have these. */
    public static References ofParts(Map<String, References> parts) {
        boolean none = parts.values().stream().allMatch(References::isEmpty);
        return none ? NONE : new References(Set.of(), new LinkedHashMap<>(parts));
    }

    /** Of a value that was made from all of these as a whole. */
    public static References flat(Collection<References> sources) {
        Set<Target> all = new LinkedHashSet<>();
        sources.forEach(source -> source.collect(all));
        return all.isEmpty() ? NONE : new References(all, Map.of());
    }

    public boolean isEmpty() {
        return own.isEmpty() && parts.isEmpty();
    }

    /** Of one part: what is said of the part, and what is said of the value as a whole. */
    public References part(String key) {
        References part = parts.getOrDefault(key, NONE);
        if (own.isEmpty() || part.isEmpty()) {
            return own.isEmpty() ? part : parts.isEmpty() ? this : new References(own, Map.of());
        }
        Set<Target> both = new LinkedHashSet<>(own);
        both.addAll(part.own);
        return new References(both, part.parts);
    }

    /** These, and those of something else that the whole value was made from. */
    public References and(References other) {
        if (other.isEmpty() || other == this) {
            return this;
        } else if (isEmpty() && other.parts.isEmpty()) {
            return other;
        }
        Set<Target> all = new LinkedHashSet<>(own);
        other.collect(all);
        return new References(all, parts);
    }

    /** With these for one part, instead of those that it had. */
    References withPart(String key, References part) {
        Map<String, References> changed = new LinkedHashMap<>(parts);
        changed.put(key, part);
        return new References(own, changed);
    }

    private void collect(Set<Target> all) {
        all.addAll(own);
        parts.values().forEach(part -> part.collect(all));
    }

    /** What is said of the value as a whole. */
    public Set<Target> own() {
        return own;
    }

    public void forEachPart(BiConsumer<String, References> action) {
        parts.forEach(action);
    }
}
