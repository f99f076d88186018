package dev.plumbline.iac.cloudformation.stack;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.eval.Evaluator;
import dev.plumbline.iac.cloudformation.eval.Place;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the stacks of a scan export. A name that is exported twice stands for nothing: the templates are variants of each
 * other, or meant for different accounts.
 */
public final class Exports {
    /** Nothing is exported. */
    public static final Exports NONE = new Exports();

    private final Map<String, Value> values = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    /** Adds what a stack exports under names that are known, in whatever world. */
    public void add(Evaluator stack) {
        stack.template.outputs().values().forEach(member -> {
            if (member.value() instanceof Mapping output
                    && output.get("Export") instanceof Mapping export
                    && export.get("Name") != null
                    && output.get("Value") != null
                    && stack.evaluate(export.get("Name"), Place.ROOT) instanceof StringValue name
                    && !name.sensitive()) {
                add(
                        name.value(),
                        stack.evaluate(output.get("Value"), Place.ROOT),
                        stack.template.file().path());
            }
        });
    }

    private void add(String name, Value value, String path) {
        Value exported = value;
        if (value instanceof UnknownValue unknown) {
            Unknown why = unknown.unknown();
            String reason = "exported by " + path + ", " + why.reason();
            exported = new UnknownValue(
                    new Unknown(
                            why.cause(),
                            reason,
                            why.shape(),
                            why.notNull(),
                            why.prefix(),
                            null,
                            "<export " + name + ">"),
                    unknown.origin(),
                    unknown.sensitive());
        }
        put(name, exported);
    }

    private void put(String name, Value value) {
        if (values.put(name, value) != null) {
            ambiguous.add(name);
        }
    }

    /** The exports of all. */
    public static Exports of(Collection<Exports> parts) {
        Exports all = new Exports();
        for (Exports part : parts) {
            part.values.forEach(all::put);
            all.ambiguous.addAll(part.ambiguous);
        }
        return all;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value that is exported under a name; null where none is, or which one is not certain. */
    public Value get(String name) {
        return ambiguous.contains(name) ? null : values.get(name);
    }
}
