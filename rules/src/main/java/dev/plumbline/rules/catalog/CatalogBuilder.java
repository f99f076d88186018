package dev.plumbline.rules.catalog;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.compile.RuleDirectory;
import dev.plumbline.rules.compliance.Benchmarks;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.loading.BenchmarkFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles the built-in rules and the benchmarks; run by the build, see the module's POM. */
public final class CatalogBuilder {
    private CatalogBuilder() {}

    /**
     * @param arguments the directory of the rule files, beside which {@code benchmarks} lies, and the directory of classes
     *     to write the catalogue into
     * @throws IllegalStateException where a file has errors; the message lists them with file and line
     */
    public static void main(String[] arguments) throws IOException {
        Path sources = Path.of(arguments[0]);
        List<Diagnostic> problems = new ArrayList<>();
        Benchmarks benchmarks = BenchmarkFiles.read(sources.resolveSibling("benchmarks"), problems::add);
        List<CompiledRule> rules = RuleDirectory.builtIn(sources, problems::add);
        if (!problems.isEmpty()) {
            StringBuilder message = new StringBuilder("The rules or benchmarks have errors:\n");
            for (Diagnostic problem : problems) {
                message.append(sources.resolve(problem.range().file()))
                        .append(':')
                        .append(problem.range().startLine())
                        .append(": ")
                        .append(problem.summary())
                        .append('\n');
            }
            throw new IllegalStateException(message.toString());
        }
        Path classes = Path.of(arguments[1]);
        write(
                classes,
                Catalog.class,
                Catalog.RESOURCE,
                Catalog.write(rules.stream()
                        .map(rule -> new CompiledRule(benchmarks.expand(rule.rule()), rule.conditions()))
                        .toList()));
        write(
                classes,
                Catalog.class,
                Examples.RESOURCE,
                Examples.write(rules.stream().map(CompiledRule::rule).toList()));
        write(
                classes,
                Benchmarks.class,
                Benchmarks.RESOURCE,
                benchmarks
                        .covering(rules.stream().map(CompiledRule::rule).toList())
                        .compiled());
    }

    private static void write(Path classes, Class<?> beside, String name, byte[] content) throws IOException {
        Path target = classes.resolve(beside.getPackageName().replace('.', '/')).resolve(name);
        Files.createDirectories(target.getParent());
        Files.write(target, content);
    }
}
