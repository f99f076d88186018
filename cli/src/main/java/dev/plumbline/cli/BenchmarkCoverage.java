package dev.plumbline.cli;

import dev.plumbline.rules.compliance.Benchmark;
import java.io.PrintWriter;
import java.util.List;

/** How many controls of a benchmark have rules, and which have none. */
final class BenchmarkCoverage {
    private BenchmarkCoverage() {}

    static void print(Benchmark benchmark, PrintWriter out) {
        List<Benchmark.Control> controls = benchmark.counted();
        List<Benchmark.Control> uncovered =
                controls.stream().filter(control -> control.rules().isEmpty()).toList();
        out.println();
        out.println(benchmark.name() + " " + benchmark.version() + " (" + benchmark.publisher() + ", as of "
                + benchmark.asOf() + "): " + (controls.size() - uncovered.size()) + " of " + controls.size()
                + " controls have rules");
        if (!uncovered.isEmpty()) {
            out.println("No rule speaks to:");
        }
        int width = uncovered.stream()
                .mapToInt(control -> control.id().length())
                .max()
                .orElse(0);
        for (Benchmark.Control control : uncovered) {
            out.println("  " + control.id() + " ".repeat(width - control.id().length() + 2) + control.title());
        }
    }
}
