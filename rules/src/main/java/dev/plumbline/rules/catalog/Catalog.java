package dev.plumbline.rules.catalog;

import dev.plumbline.rules.ResourceTypes;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.engine.CompiledRule;
import java.io.ByteArrayOutputStream;
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
import java.util.function.Supplier;

/**
 * Compiled rules in one piece: an index of their ids and resource types, and behind it each rule by itself, decoded when
 * it is asked for; at the end the texts of all. Their {@link Examples} are apart. Immutable.
 */
public final class Catalog {
    /** The name of the shipped catalogue, a resource beside this class. */
    static final String RESOURCE = "catalog.bin";

    private static final int FORMAT = 4;

    /** The bytes before the index: the format, how many rules there are, where the first one is, and where the texts are. */
    private static final int HEAD = 4 * Integer.BYTES;

    /** @param types keys as {@link ResourceTypes#key} makes them */
    private record Entry(String id, List<String> types, int offset) {}

    private final List<Entry> entries;
    private final byte[] content;
    private final TextTable texts;
    private final Supplier<Examples> examples;

    private Catalog(List<Entry> entries, byte[] content, TextTable texts, Supplier<Examples> examples) {
        this.entries = entries;
        this.content = content;
        this.texts = texts;
        this.examples = examples;
    }

    private static final class BuiltIn {
        private static final Catalog CATALOG = load(RESOURCE, content -> read(content, () -> BuiltInExamples.EXAMPLES));
    }

    private static final class BuiltInExamples {
        private static final Examples EXAMPLES = load(Examples.RESOURCE, Examples::read);
    }

    private interface Reader<T> {
        T read(byte[] content) throws IOException;
    }

    private static <T> T load(String resource, Reader<T> reader) {
        try (InputStream in = Catalog.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the rules have not been compiled: build the module with Maven");
            }
            return reader.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
                    rules.add(RuleCodec.read(new RuleInput(content, texts, entry.offset()), examples));
                } catch (IOException e) {
                    throw new UncheckedIOException("the catalogue is damaged at " + entry.id(), e);
                }
            }
        }
        return rules;
    }

    static byte[] write(List<CompiledRule> rules) {
        TextTable.Collector texts = new TextTable.Collector();
        RuleOutput index = new RuleOutput(texts);
        RuleOutput bodies = new RuleOutput(texts);
        for (CompiledRule rule : rules.stream()
                .sorted(Comparator.comparing(compiled -> compiled.rule().id()))
                .toList()) {
            index.text(rule.rule().id());
            index.texts(rule.rule().checks().stream()
                    .flatMap(check -> check.on().stream())
                    .map(ResourceTypes::key)
                    .distinct()
                    .toList());
            index.integer(bodies.size());
            RuleCodec.write(rule, bodies);
        }
        RuleOutput head = new RuleOutput(texts);
        head.integer(FORMAT);
        head.integer(rules.size());
        head.integer(HEAD + index.size());
        head.integer(HEAD + index.size() + bodies.size());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.content());
        all.writeBytes(index.content());
        all.writeBytes(bodies.content());
        all.writeBytes(texts.write(all.size()));
        return all.toByteArray();
    }

    static Catalog read(byte[] content, Supplier<Examples> examples) throws IOException {
        RuleInput head = new RuleInput(content, null, 0);
        if (head.integer() != FORMAT) {
            throw new IOException("the catalogue is of another version");
        }
        int count = head.integer();
        int bodies = head.integer();
        TextTable texts = TextTable.read(content, head.integer());
        RuleInput in = new RuleInput(content, texts, HEAD);
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(new Entry(in.text(), in.texts(), bodies + in.integer()));
        }
        return new Catalog(entries, content, texts, examples);
    }
}
