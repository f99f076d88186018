package dev.plumbline.rules.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.BenchmarkSources;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.RuleSources;
import dev.plumbline.rules.loading.RuleFileReader;
import dev.plumbline.rules.policy.Initiative;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked of the benchmarks' files, and of the rules that name their controls. */
class BenchmarkLintTest {
    private final Benchmarks benchmarks = BenchmarkSources.all();

    @Test
    void theFilesAreSound() {
        assertThat(BenchmarkSources.problems()).isEmpty();
        assertThat(benchmarks.all()).extracting(Benchmark::id).containsExactlyElementsOf(RuleFileReader.BENCHMARKS);
    }

    @Test
    void eachSaysFromWhenItIs() {
        for (Benchmark benchmark : benchmarks.all()) {
            assertThat(benchmark.asOf()).as(benchmark.id()).matches("20\\d\\d-\\d\\d-\\d\\d");
            assertThat(benchmark.link()).startsWith("https://");
            assertThat(benchmark.clouds()).isNotEmpty().isSubsetOf("aws", "azure");
            assertThat(benchmark.mappings())
                    .extracting(Benchmark.Mapping::to)
                    .isSubsetOf(benchmarks.all().stream().map(Benchmark::id).toList());
        }
    }

    @Test
    void rulesNameControlsThatThereAre() {
        List<String> unknown = new ArrayList<>();
        for (Rule rule : RuleSources.rules()) {
            rule.benchmarks().forEach((benchmark, ids) -> ids.stream()
                    .filter(id -> benchmarks.control(benchmark, id).isEmpty())
                    .forEach(id -> unknown.add(rule.id() + ": " + benchmark + " " + id)));
        }
        assertThat(unknown).isEmpty();
    }

    /** Initiatives are made of the rules at a benchmark's controls: none of them is empty. */
    @Test
    void eachBenchmarkHasRules() {
        Benchmarks covered = benchmarks.covering(RuleSources.rules());

        for (Benchmark benchmark : covered.all()) {
            assertThat(benchmark.counted().stream()
                            .filter(control -> !control.rules().isEmpty())
                            .count())
                    .as(benchmark.id())
                    .isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void eachBenchmarkIsAnInitiative() {
        assertThat(Initiative.BUILT_IN.values().stream()
                        .map(Initiative::benchmark)
                        .filter(benchmark -> !benchmark.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(RuleFileReader.BENCHMARKS);
    }

    @Test
    void theCompiledOnesAreTheSame() {
        assertThat(Benchmarks.builtIn().all())
                .isEqualTo(benchmarks.covering(RuleSources.rules()).all());
    }
}
