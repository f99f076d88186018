package dev.plumbline.rules.compliance;

import dev.plumbline.iac.Exemption;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.ScanResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a scan says of benchmarks, control by control. It is what templates show: a control may ask for more than its rules
 * look at, and a passed one is no proof of compliance.
 *
 * @param benchmarks those that speak of a cloud of which something was assessed, by id
 */
public record Compliance(List<OfBenchmark> benchmarks) {

    /**
     * @param mappers by whose mappings rules speak to it that name other benchmarks, sorted
     * @param controls every control of the benchmark, in its order
     */
    public record OfBenchmark(Benchmark benchmark, List<String> mappers, List<OfControl> controls) {
        public OfBenchmark {
            mappers = List.copyOf(mappers);
            controls = List.copyOf(controls);
        }

        /** How many controls are in a state. */
        public int count(ControlState state) {
            return (int) controls.stream()
                    .filter(control -> control.state() == state)
                    .count();
        }

        /** The controls in a state, in order. */
        public List<OfControl> in(ControlState state) {
            return controls.stream().filter(control -> control.state() == state).toList();
        }

        /** The controls on which there is a verdict, in order. */
        public List<OfControl> assessed() {
            return controls.stream().filter(OfControl::isAssessed).toList();
        }

        /** The part of all the benchmark's controls, of those without a rule too, that is in a state: 0 to 100. */
        public double percent(ControlState state) {
            return controls.isEmpty() ? 0 : 100.0 * count(state) / controls.size();
        }
    }

    /**
     * The numbers are those of verdicts: one for each rule and resource.
     *
     * @param passed those too that are exempted as mitigated
     * @param waived those that are exempted otherwise
     */
    public record OfControl(
            Benchmark.Control control, ControlState state, int passed, int failed, int unknown, int waived) {

        public boolean isAssessed() {
            return state != ControlState.NOT_ASSESSED && state != ControlState.NOT_COVERED;
        }
    }

    public Compliance {
        benchmarks = List.copyOf(benchmarks);
    }

    public static Compliance of(ScanResult result, Benchmarks benchmarks) {
        Map<String, Map<String, Counts>> counts = new HashMap<>();
        Map<String, Map<String, List<String>>> expanded = new HashMap<>();
        for (Finding finding : result.findings()) {
            expanded.computeIfAbsent(
                            finding.rule().id(),
                            id -> benchmarks.expand(finding.rule().benchmarks()))
                    .forEach((benchmark, ids) ->
                            ids.forEach(id -> counts.computeIfAbsent(benchmark, any -> new HashMap<>())
                                    .computeIfAbsent(id, any -> new Counts())
                                    .add(finding)));
        }
        Set<String> clouds = new HashSet<>();
        for (Rule rule : result.rules()) {
            clouds.add(rule.id().substring(0, Math.max(0, rule.id().indexOf('-'))));
        }
        List<OfBenchmark> seen = new ArrayList<>();
        for (Benchmark benchmark : benchmarks.all()) {
            Map<String, Counts> ofThis = counts.getOrDefault(benchmark.id(), Map.of());
            if (!ofThis.isEmpty() || benchmark.clouds().stream().anyMatch(clouds::contains)) {
                seen.add(new OfBenchmark(
                        benchmark,
                        benchmarks.mappers(benchmark.id()),
                        benchmark.counted().stream()
                                .map(control -> ofThis.getOrDefault(control.id(), Counts.NONE)
                                        .of(control))
                                .toList()));
            }
        }
        return new Compliance(seen);
    }

    /** The verdicts on one control. */
    private static final class Counts {
        static final Counts NONE = new Counts();

        private int passed;
        private int failed;
        private int unknown;
        private int waived;

        void add(Finding finding) {
            if (finding.isExempted()) {
                if (finding.exemption().category() == Exemption.Category.MITIGATED) {
                    passed++;
                } else {
                    waived++;
                }
                return;
            }
            switch (finding.verdict()) {
                case PASS -> passed++;
                case FAIL -> failed++;
                case UNKNOWN -> unknown++;
            }
        }

        OfControl of(Benchmark.Control control) {
            return new OfControl(control, state(control), passed, failed, unknown, waived);
        }

        private ControlState state(Benchmark.Control control) {
            if (failed > 0) {
                return ControlState.FAILED;
            } else if (unknown > 0) {
                return ControlState.UNKNOWN;
            } else if (passed > 0) {
                return ControlState.PASSED;
            } else if (waived > 0) {
                return ControlState.WAIVED;
            }
            return control.rules().isEmpty() ? ControlState.NOT_COVERED : ControlState.NOT_ASSESSED;
        }
    }
}
