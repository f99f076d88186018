package dev.plumbline.rules.catalog;

import dev.plumbline.rules.ResourceTypes;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.engine.CompiledRule;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compiled rules in one piece: an index of their ids and resource types, and behind it each rule by itself, decoded when
 * it is asked for. Immutable.
 */
public final class Catalog {
    /** The name of the shipped catalogue, a resource beside this class. */
    static final String RESOURCE = "catalog.bin";

    private static final int FORMAT = 3;

    /** The bytes before the index: the format, how many rules there are, and where the first one is. */
    private static final int HEAD = 3 * Integer.BYTES;

    /** @param types keys as {@link ResourceTypes#key} makes them */
    private record Entry(String id, List<String> types, int offset) {}

    private final List<Entry> entries;
    private final byte[] content;

    private Catalog(List<Entry> entries, byte[] content) {
        this.entries = entries;
        this.content = content;
    }

    private static final class BuiltIn {
        private static final Catalog CATALOG = load();

        private static Catalog load() {
            try (InputStream in = Catalog.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the rules have not been compiled: build the module with Maven");
                }
                return read(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The rules that are shipped. */
    public static Catalog builtIn() {
        return BuiltIn.CATALOG;
    }

    /** Every rule, by id. */
    public List<Rule> rules() {
        return decode(entry -> true).stream().map(CompiledRule::rule).toList();
    }

    /** The ids of all rules, sorted. */
    public List<String> ids() {
        return entries.stream().map(Entry::id).toList();
    }

    public Optional<Rule> rule(String id) {
        return decode(entry -> entry.id().equals(id)).stream()
                .map(CompiledRule::rule)
                .findFirst();
    }

    /** The rules that speak of any of these types, by id. @param types keys as {@link ResourceTypes#key} makes them */
    public List<CompiledRule> about(Set<String> types) {
        return decode(entry -> !Collections.disjoint(entry.types(), types));
    }

    private List<CompiledRule> decode(Predicate<Entry> wanted) {
        List<CompiledRule> rules = new ArrayList<>();
        for (Entry entry : entries) {
            if (wanted.test(entry)) {
                try {
                    rules.add(RuleCodec.read(new RuleBytes(content, entry.offset())));
                } catch (IOException e) {
                    throw new UncheckedIOException("the catalogue is damaged at " + entry.id(), e);
                }
            }
        }
        return rules;
    }

    static byte[] write(List<CompiledRule> rules) throws IOException {
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        DataOutputStream entry = new DataOutputStream(index);
        for (CompiledRule rule : rules.stream()
                .sorted(Comparator.comparing(compiled -> compiled.rule().id()))
                .toList()) {
            RuleBytes.write(rule.rule().id(), entry);
            RuleBytes.write(
                    rule.rule().checks().stream()
                            .flatMap(check -> check.on().stream())
                            .map(ResourceTypes::key)
                            .distinct()
                            .toList(),
                    entry);
            entry.writeInt(bodies.size());
            RuleCodec.write(rule, new DataOutputStream(bodies));
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(all);
        head.writeInt(FORMAT);
        head.writeInt(rules.size());
        head.writeInt(HEAD + index.size());
        index.writeTo(all);
        bodies.writeTo(all);
        return all.toByteArray();
    }

    static Catalog read(byte[] content) throws IOException {
        RuleBytes in = new RuleBytes(content, 0);
        if (in.integer() != FORMAT) {
            throw new IOException("the catalogue is of another version");
        }
        int count = in.integer();
        int bodies = in.integer();
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(new Entry(in.text(), in.texts(), bodies + in.integer()));
        }
        return new Catalog(entries, content);
    }
}
