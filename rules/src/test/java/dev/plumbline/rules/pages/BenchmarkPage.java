package dev.plumbline.rules.pages;

import dev.plumbline.rules.Rule;
import dev.plumbline.rules.compliance.Benchmark;
import dev.plumbline.rules.compliance.Benchmarks;
import dev.plumbline.rules.posture.Control;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The way into the catalogue by benchmark and control, and what of each benchmark no rule speaks to. */
final class BenchmarkPage {
    private final List<Rule> rules;
    private final Benchmarks benchmarks;

    /**
     * @param rules as their files stand
     * @param benchmarks with the rules at their controls
     */
    BenchmarkPage(List<Rule> rules, Benchmarks benchmarks) {
        this.rules = rules;
        this.benchmarks = benchmarks;
    }

    String text() {
        List<String> page = new ArrayList<>();
        page.add(Markdown.GENERATED);
        page.add("# Rules by benchmark and control");
        page.add("");
        page.add(
                "A rule names a control where the control says the very thing. What the controls lead to in other benchmarks, "
                        + "by the mapping that is told, counts as well: such rules are counted here, and listed in "
                        + "[the pages of the services](README.md). A benchmark holds more than a template shows.");
        page.add("");
        page.add("| | benchmark | version | controls | with rules | rules |");
        page.add("| --- | --- | --- | ---: | ---: | ---: |");
        for (Benchmark benchmark : benchmarks.all()) {
            page.add("| [" + benchmark.id() + "](#" + benchmark.id() + ") | " + benchmark.name() + " | "
                    + benchmark.version() + " | " + benchmark.counted().size() + " | "
                    + covered(benchmark).size()
                    + " | " + speaking(benchmark) + " |");
        }
        benchmarks.all().forEach(benchmark -> add(benchmark, page));
        page.add("");
        page.add("## Controls of the secure score");
        page.add("");
        page.add("| control | points | rules |");
        page.add("| --- | --- | --- |");
        Arrays.stream(Control.values())
                .forEach(control -> page.add("| " + control.title() + " | " + control.points() + " | "
                        + rules.stream()
                                .filter(rule -> rule.control() == control)
                                .count() + " |"));
        return Markdown.page(page);
    }

    private void add(Benchmark benchmark, List<String> page) {
        List<Benchmark.Control> covered = covered(benchmark);
        page.add("");
        page.add("## " + benchmark.id());
        page.add("");
        page.add("[" + benchmark.name() + "](" + benchmark.link() + ") " + benchmark.version() + ", "
                + benchmark.publisher() + "; as of " + benchmark.asOf() + ". Of its "
                + benchmark.counted().size() + " controls, " + covered.size() + " have rules.");
        for (Benchmark.Mapping mapping : benchmark.mappings()) {
            page.add("Its controls lead to " + mapping.to() + " by " + mapping.by() + ".");
        }
        page.add("");
        page.add("| | | rules |");
        page.add("| --- | --- | --- |");
        covered.forEach(control -> page.add("| " + control.id() + " | " + Markdown.cell(control.title()) + " | "
                + rules(benchmark, control) + " |"));
        page.add("");
        page.add("No rule speaks to: "
                + benchmark.counted().stream()
                        .filter(control -> control.rules().isEmpty())
                        .map(Benchmark.Control::id)
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private static List<Benchmark.Control> covered(Benchmark benchmark) {
        return benchmark.counted().stream()
                .filter(control -> !control.rules().isEmpty())
                .toList();
    }

    private static long speaking(Benchmark benchmark) {
        return benchmark.counted().stream()
                .flatMap(control -> control.rules().stream())
                .distinct()
                .count();
    }

    /** Links to those that name the control, and how many others lead to it by whose mapping. */
    private String rules(Benchmark benchmark, Benchmark.Control control) {
        List<String> cell = new ArrayList<>();
        Map<String, Integer> led = new TreeMap<>();
        for (Rule rule : rules) {
            if (rule.benchmarks().getOrDefault(benchmark.id(), List.of()).contains(control.id())) {
                cell.add(Markdown.link(rule, ""));
            } else {
                benchmarks
                        .mappers(rule.benchmarks(), benchmark.id(), control.id())
                        .forEach(by -> led.merge(by, 1, Integer::sum));
            }
        }
        led.forEach((by, count) -> cell.add(count + " by " + by));
        return String.join(", ", cell);
    }
}
