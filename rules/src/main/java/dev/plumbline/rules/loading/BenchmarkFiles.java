package dev.plumbline.rules.loading;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import dev.plumbline.rules.compliance.Benchmark;
import dev.plumbline.rules.compliance.Benchmarks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the files of benchmarks, one a benchmark, in the format that {@code docs/rules/writing-rules.md} describes. */
public final class BenchmarkFiles {
    private final List<Diagnostic> problems = new ArrayList<>();

    private BenchmarkFiles() {}

    /** All files of a directory. What is wrong with a file is a problem, and the benchmark is missing. */
    public static Benchmarks read(Path directory, Consumer<Diagnostic> problems) throws IOException {
        SourceTree tree = SourceTree.open(directory);
        List<Benchmark> benchmarks = new ArrayList<>();
        for (String path : tree.files()) {
            tree.read(path, problems).flatMap(file -> read(file, problems)).ifPresent(benchmarks::add);
        }
        Benchmarks all = new Benchmarks(benchmarks);
        benchmarks.forEach(benchmark -> dangling(benchmark, all)
                .forEach(summary -> problems.accept(RuleFile.problem(summary, benchmark.id() + ".yaml"))));
        return all;
    }

    private static Optional<Benchmark> read(SourceFile file, Consumer<Diagnostic> problems) {
        BenchmarkFiles reader = new BenchmarkFiles();
        Document document = TreeReader.yaml(file);
        document.diagnostics().forEach(problems);
        Benchmark benchmark = document.root() == null ? null : reader.benchmark(document.root());
        if (benchmark == null) {
            problems.accept(RuleFile.problem("the file holds no benchmark", file.path()));
        } else if (!file.path().equals(benchmark.id() + ".yaml")) {
            problems.accept(RuleFile.problem("the id " + benchmark.id() + " is not the file's name", file.path()));
        }
        reader.problems.forEach(problems);
        return Optional.ofNullable(benchmark);
    }

    private Benchmark benchmark(Node root) {
        Fields fields = Fields.of(root, "a benchmark", problems);
        Benchmark benchmark = new Benchmark(
                fields.requiredText("id"),
                fields.requiredText("name"),
                fields.requiredText("version"),
                fields.requiredText("publisher"),
                fields.requiredText("link"),
                fields.requiredText("as-of"),
                fields.texts(fields.required("clouds"), "clouds"),
                mappings(fields.optional("mappings")),
                controls(fields.required("controls")));
        fields.finish();
        return benchmark;
    }

    private List<Benchmark.Mapping> mappings(Node node) {
        if (node == null) {
            return List.of();
        }
        Fields fields = Fields.of(node, "mappings", problems);
        return fields.members().stream()
                .map(member -> new Benchmark.Mapping(member.key(), fields.text(member.value(), member.key())))
                .toList();
    }

    private List<Benchmark.Control> controls(Node node) {
        if (node == null) {
            return List.of();
        }
        Fields fields = Fields.of(node, "controls", problems);
        Set<String> seen = new HashSet<>();
        List<Benchmark.Control> controls = new ArrayList<>();
        for (Node.Member member : fields.members()) {
            if (!seen.add(member.key())) {
                fields.problem(member.keyRange(), "the control " + member.key() + " is there twice");
            }
            controls.add(control(member, fields));
        }
        return controls;
    }

    /** A title, or a mapping with the title and where the control leads to. */
    private Benchmark.Control control(Node.Member member, Fields controls) {
        if (!(member.value() instanceof Node.Mapping)) {
            return new Benchmark.Control(
                    member.key(), controls.text(member.value(), member.key()), true, Map.of(), List.of());
        }
        Fields fields = Fields.of(member.value(), "a control", problems);
        String title = fields.requiredText("title");
        boolean counts = !fields.optionalText("counts").equals("false");
        Map<String, List<String>> maps = new LinkedHashMap<>();
        for (Node.Member map : fields.members()) {
            if (!map.key().equals("title") && !map.key().equals("counts")) {
                maps.put(map.key(), fields.texts(map.value(), map.key()));
            }
        }
        return new Benchmark.Control(member.key(), title, counts, maps, List.of());
    }

    /** What leads nowhere. */
    private static List<String> dangling(Benchmark benchmark, Benchmarks all) {
        List<String> problems = new ArrayList<>();
        for (Benchmark.Control control : benchmark.controls()) {
            control.maps().forEach((to, ids) -> {
                if (benchmark.mapper(to).isEmpty()) {
                    problems.add(control.id() + " leads to " + to + ", which is not among the mappings");
                }
                ids.stream()
                        .filter(id -> all.control(to, id).isEmpty())
                        .forEach(id ->
                                problems.add(control.id() + " leads to " + to + " " + id + ", which there is not"));
            });
        }
        return problems;
    }
}
