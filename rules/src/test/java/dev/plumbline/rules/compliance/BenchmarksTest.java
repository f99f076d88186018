package dev.plumbline.rules.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.plumbline.rules.Rule;
import dev.plumbline.rules.compliance.Benchmark.Control;
import dev.plumbline.rules.compliance.Benchmark.Mapping;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarksTest {
    static final Benchmark HOUSE = new Benchmark(
            "house",
            "House rules",
            "3",
            "The house",
            "https://house.example",
            "2026-01-31",
            List.of("aws"),
            List.of(new Mapping("law", "the house's mapping")),
            List.of(
                    new Control("H.1", "Doors are locked", true, Map.of("law", List.of("L-1", "L-2")), List.of()),
                    new Control("H.2", "Windows are shut", true, Map.of(), List.of()),
                    new Control("H.3", "Roofs are tight", false, Map.of("law", List.of("L-2")), List.of())));
    static final Benchmark LAW = new Benchmark(
            "law",
            "Law",
            "1900",
            "The state",
            "https://law.example",
            "2026-01-31",
            List.of("aws", "azure"),
            List.of(),
            List.of(
                    new Control("L-1", "Peace", true, Map.of(), List.of()),
                    new Control("L-2", "Order", true, Map.of(), List.of()),
                    new Control("L-3", "Quiet", true, Map.of(), List.of())));
    static final Benchmarks BOTH = new Benchmarks(List.of(HOUSE, LAW));

    @Test
    void whatARuleNamesLeadsOnByOneStep() {
        assertThat(BOTH.expand(Map.of("house", List.of("H.1"))))
                .containsOnly(entry("house", List.of("H.1")), entry("law", List.of("L-1", "L-2")));
    }

    @Test
    void whatLeadsNowhereStaysAsItIs() {
        assertThat(BOTH.expand(Map.of("house", List.of("H.2")))).containsOnly(entry("house", List.of("H.2")));
    }

    @Test
    void whatIsNoPartOfTheStandardLeadsOnAndIsGone() {
        assertThat(BOTH.expand(Map.of("house", List.of("H.3")))).containsOnly(entry("law", List.of("L-2")));
    }

    @Test
    void whatIsNamedAndLedToIsThereOnce() {
        assertThat(BOTH.expand(Map.of("law", List.of("L-2"), "house", List.of("H.1")))
                        .get("law"))
                .containsExactlyInAnyOrder("L-1", "L-2");
    }

    @Test
    void whatIsNotKnownStays() {
        assertThat(BOTH.expand(Map.of("guild", List.of("G1"), "house", List.of("H.9"))))
                .containsOnly(entry("guild", List.of("G1")), entry("house", List.of("H.9")));
    }

    @Test
    void tellsByWhoseMappingItLeads() {
        Map<String, List<String>> named = Map.of("house", List.of("H.1", "H.2"), "law", List.of("L-3"));

        assertThat(BOTH.mappers(named, "law", "L-1")).containsExactly("the house's mapping");
        assertThat(BOTH.mappers(named, "law", "L-3")).isEmpty();
    }

    @Test
    void isTheSameAfterItsBytesAreRead() throws IOException {
        Benchmarks covered = new Benchmarks(List.of(
                HOUSE.with(List.of(
                        HOUSE.controls().get(0).with(List.of("aws-a-b", "aws-a-c")),
                        HOUSE.controls().get(2).with(List.of("aws-a-c")))),
                LAW));

        assertThat(BenchmarkCodec.read(covered.compiled())).isEqualTo(covered.all());
    }

    @Test
    void tellsWhatControlsLeadToByWhom() {
        assertThat(BOTH.mapped(Map.of("house", List.of("H.1"), "law", List.of("L-2"))))
                .containsOnly(entry("the house's mapping", Map.of("law", List.of("L-1"))));
    }

    @Test
    void tellsWhatARuleOfTheCatalogueNames() {
        Rule written =
                ComplianceTest.rule("aws-house-all", Map.of("house", List.of("H.2", "H.3"), "law", List.of("L-3")));
        Benchmarks covered = BOTH.covering(List.of(written));

        assertThat(covered.named(covered.expand(written))).isEqualTo(written.benchmarks());
    }
}
