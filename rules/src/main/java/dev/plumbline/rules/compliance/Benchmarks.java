package dev.plumbline.rules.compliance;

import dev.plumbline.rules.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Benchmarks, and how the controls of one lead to those of another. Immutable. */
public final class Benchmarks {
    /** The name of the shipped benchmarks, a resource beside this class. */
    public static final String RESOURCE = "benchmarks.bin";

    private final Map<String, Benchmark> byId = new LinkedHashMap<>();
    private final Map<String, Map<String, Benchmark.Control>> controls = new HashMap<>();

    public Benchmarks(List<Benchmark> benchmarks) {
        for (Benchmark benchmark : benchmarks) {
            byId.put(benchmark.id(), benchmark);
            Map<String, Benchmark.Control> ofThis = new LinkedHashMap<>();
            benchmark.controls().forEach(control -> ofThis.put(control.id(), control));
            controls.put(benchmark.id(), ofThis);
        }
    }

    private static final class BuiltIn {
        private static final Benchmarks BENCHMARKS = load();

        private static Benchmarks load() {
            try (InputStream in = Benchmarks.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "the benchmarks have not been compiled: build the module with Maven");
                }
                return new Benchmarks(BenchmarkCodec.read(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The benchmarks that are shipped, read when they are first asked for. */
    public static Benchmarks builtIn() {
        return BuiltIn.BENCHMARKS;
    }

    /** All of them, by id. */
    public List<Benchmark> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Benchmark> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Empty where there is no such benchmark, or it has no such control. */
    public Optional<Benchmark.Control> control(String benchmark, String control) {
        return Optional.ofNullable(controls.getOrDefault(benchmark, Map.of()).get(control));
    }

    /**
     * What a rule speaks to that names these controls: them, and what they lead to by one step. Controls that are no part
     * of their benchmark are gone, and so are benchmarks of which none is left; controls that are not known stay.
     *
     * @param named benchmark to controls
     */
    public Map<String, List<String>> expand(Map<String, List<String>> named) {
        Map<String, Set<String>> expanded = new LinkedHashMap<>();
        named.forEach((benchmark, ids) -> {
            for (String id : ids) {
                if (control(benchmark, id).map(Benchmark.Control::counts).orElse(true)) {
                    expanded.computeIfAbsent(benchmark, any -> new LinkedHashSet<>())
                            .add(id);
                }
            }
        });
        named.forEach(
                (benchmark, ids) -> ids.forEach(id -> control(benchmark, id).ifPresent(control -> control.maps()
                        .forEach((to, others) -> expanded.computeIfAbsent(to, any -> new LinkedHashSet<>())
                                .addAll(others)))));
        Map<String, List<String>> result = new LinkedHashMap<>();
        expanded.forEach((benchmark, ids) -> result.put(benchmark, inOrder(benchmark, ids)));
        return result;
    }

    /** In the order of the benchmark; behind it what it does not know. */
    private List<String> inOrder(String benchmark, Set<String> ids) {
        List<String> ordered = new ArrayList<>(ids.size());
        Set<String> known = controls.getOrDefault(benchmark, Map.of()).keySet();
        known.stream().filter(ids::contains).forEach(ordered::add);
        ids.stream().filter(id -> !known.contains(id)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /** The rule, speaking to all that it names and that this leads to. */
    public Rule expand(Rule rule) {
        return rule.benchmarks().isEmpty() ? rule : rule.withBenchmarks(expand(rule.benchmarks()));
    }

    /**
     * By whose mapping others of these controls lead to one, sorted; empty where none does.
     *
     * @param named benchmark to controls
     */
    public Set<String> mappers(Map<String, List<String>> named, String toBenchmark, String toControl) {
        Set<String> mappers = new TreeSet<>();
        named.forEach((benchmark, ids) -> {
            boolean leads = ids.stream()
                    .flatMap(id -> control(benchmark, id).stream())
                    .anyMatch(control ->
                            control.maps().getOrDefault(toBenchmark, List.of()).contains(toControl));
            if (leads) {
                find(benchmark).flatMap(from -> from.mapper(toBenchmark)).ifPresent(mappers::add);
            }
        });
        return mappers;
    }

    /**
     * What controls lead to beside themselves: by whose mapping, to which controls of which benchmarks.
     *
     * @param named benchmark to controls
     */
    public Map<String, Map<String, List<String>>> mapped(Map<String, List<String>> named) {
        Map<String, Map<String, List<String>>> mapped = new TreeMap<>();
        expand(named).forEach((benchmark, ids) -> ids.stream()
                .filter(id -> !named.getOrDefault(benchmark, List.of()).contains(id))
                .forEach(id -> mappers(named, benchmark, id)
                        .forEach(by -> mapped.computeIfAbsent(by, any -> new TreeMap<>())
                                .computeIfAbsent(benchmark, any -> new ArrayList<>())
                                .add(id))));
        return mapped;
    }

    /**
     * The controls that a rule of the catalogue names: of all that it speaks to, those that no other leads to, and those
     * that are no part of their benchmark. Needs benchmarks with the rules at their controls.
     */
    public Map<String, List<String>> named(Rule rule) {
        Map<String, List<String>> all = new TreeMap<>();
        rule.benchmarks().forEach((benchmark, ids) -> all.put(benchmark, new ArrayList<>(ids)));
        for (Benchmark benchmark : byId.values()) {
            benchmark.controls().stream()
                    .filter(control -> !control.counts() && control.rules().contains(rule.id()))
                    .forEach(control -> all.computeIfAbsent(benchmark.id(), any -> new ArrayList<>())
                            .add(control.id()));
        }
        Map<String, List<String>> named = new TreeMap<>();
        all.forEach((benchmark, ids) -> {
            List<String> unled = ids.stream()
                    .filter(id -> mappers(all, benchmark, id).isEmpty())
                    .toList();
            if (!unled.isEmpty()) {
                named.put(benchmark, unled);
            }
        });
        return named;
    }

    /** By whose mappings other benchmarks lead to one, sorted. */
    List<String> mappers(String toBenchmark) {
        return byId.values().stream()
                .flatMap(benchmark -> benchmark.mapper(toBenchmark).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * These benchmarks with the rules at their controls, at those too that are no part of a benchmark.
     *
     * @param rules as their files stand
     */
    public Benchmarks covering(Collection<Rule> rules) {
        Map<String, Map<String, Set<String>>> speaking = new HashMap<>();
        for (Rule rule : rules) {
            for (Map<String, List<String>> named : List.of(rule.benchmarks(), expand(rule.benchmarks()))) {
                named.forEach((benchmark, ids) ->
                        ids.forEach(id -> speaking.computeIfAbsent(benchmark, any -> new HashMap<>())
                                .computeIfAbsent(id, any -> new TreeSet<>())
                                .add(rule.id())));
            }
        }
        List<Benchmark> covered = new ArrayList<>();
        for (Benchmark benchmark : byId.values()) {
            Map<String, Set<String>> ofThis = speaking.getOrDefault(benchmark.id(), Map.of());
            covered.add(benchmark.with(benchmark.controls().stream()
                    .map(control -> control.with(List.copyOf(ofThis.getOrDefault(control.id(), Set.of()))))
                    .toList()));
        }
        return new Benchmarks(covered);
    }

    /** In bytes, as {@link #builtIn} reads them. */
    public byte[] compiled() throws IOException {
        return BenchmarkCodec.write(all());
    }
}
