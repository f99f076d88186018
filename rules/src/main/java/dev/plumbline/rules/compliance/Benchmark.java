package dev.plumbline.rules.compliance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A standard that somebody publishes, control by control.
 *
 * @param id by which rules name it: {@code nist-800-53}
 * @param version that of the standard
 * @param asOf the day on which the list of controls was taken from the publisher, {@code 2026-06-30}
 * @param clouds those it speaks of, as the ids of rules begin
 * @param mappings the benchmarks to which controls of this one lead, and who says so
 * @param controls in the standard's order
 */
public record Benchmark(
        String id,
        String name,
        String version,
        String publisher,
        String link,
        String asOf,
        List<String> clouds,
        List<Mapping> mappings,
        List<Control> controls) {

    /**
     * That a rule which speaks to a control of the one benchmark speaks to controls of another.
     *
     * @param to the other benchmark
     * @param by whose mapping it is, after the word "by": {@code "AWS's mapping"}
     */
    public record Mapping(String to, String by) {
        public Mapping {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(by, "by");
        }
    }

    /**
     * A control of a benchmark.
     *
     * @param title in a few words
     * @param counts false for a control of the same publisher and numbering that is no part of this standard: a rule may
     *     name it for where it leads to
     * @param maps where it leads to: benchmark to controls
     * @param rules the ids of the built-in rules that speak to it, sorted
     */
    public record Control(String id, String title, boolean counts, Map<String, List<String>> maps, List<String> rules) {
        public Control {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(maps, "maps");
            rules = List.copyOf(rules);
        }

        /** The same control with the rules that speak to it. */
        Control with(List<String> speaking) {
            return new Control(id, title, counts, maps, speaking);
        }
    }

    public Benchmark {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(asOf, "asOf");
        clouds = List.copyOf(clouds);
        mappings = List.copyOf(mappings);
        controls = List.copyOf(controls);
    }

    /** The controls that are part of the standard. */
    public List<Control> counted() {
        return controls.stream().filter(Control::counts).toList();
    }

    /** Whose mapping leads from here to another benchmark. */
    public Optional<String> mapper(String to) {
        return mappings.stream()
                .filter(mapping -> mapping.to().equals(to))
                .map(Mapping::by)
                .findFirst();
    }

    Benchmark with(List<Control> others) {
        return new Benchmark(id, name, version, publisher, link, asOf, clouds, mappings, others);
    }
}
