package dev.plumbline.rules.compile;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.rules.compliance.Benchmarks;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.loading.RuleFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Directories of rule files. */
public final class RuleDirectory {
    private RuleDirectory() {}

    /** The rules of our own source tree, as their files stand; ranges are relative to the directory. */
    public static List<CompiledRule> builtIn(Path directory, Consumer<Diagnostic> problems) throws IOException {
        return compile(directory, "", new RuleCompiler(true), new HashSet<>(), problems);
    }

    /**
     * A team's own rules. What cannot be read or compiled is a problem, with the file as the user named it; the others
     * are there all the same.
     *
     * @param taken the ids that are in use
     */
    public static List<CompiledRule> custom(
            List<Path> directories, Collection<String> taken, Consumer<Diagnostic> problems) {
        Set<String> ids = new HashSet<>(taken);
        List<CompiledRule> rules = new ArrayList<>();
        RuleCompiler compiler = directories.isEmpty() ? null : new RuleCompiler(false);
        for (Path directory : directories) {
            String name = directory.toString().replace('\\', '/');
            try {
                rules.addAll(compile(directory, name + "/", compiler, ids, problems));
            } catch (IOException e) {
                problems.accept(RuleFile.problem("the directory of rules cannot be read", name));
            }
        }
        return expanded(rules);
    }

    /** The rules, speaking to what the controls that their files name lead to as well. */
    private static List<CompiledRule> expanded(List<CompiledRule> rules) {
        return rules.stream()
                .map(rule -> rule.rule().benchmarks().isEmpty()
                        ? rule
                        : new CompiledRule(Benchmarks.builtIn().expand(rule.rule()), rule.conditions()))
                .toList();
    }

    private static List<CompiledRule> compile(
            Path directory, String prefix, RuleCompiler compiler, Set<String> ids, Consumer<Diagnostic> problems)
            throws IOException {
        SourceTree tree = SourceTree.open(directory);
        tree.diagnostics().forEach(problems);
        List<CompiledRule> rules = new ArrayList<>();
        for (String path : tree.files()) {
            if (path.endsWith(".yaml") || path.endsWith(".yml")) {
                tree.read(path, problems)
                        .map(file -> new SourceFile(prefix + path, file.text()))
                        .flatMap(file -> compiler.compile(file, problems))
                        .filter(rule -> isNew(rule, prefix + path, ids, problems))
                        .ifPresent(rules::add);
            }
        }
        return rules;
    }

    private static boolean isNew(CompiledRule rule, String path, Set<String> ids, Consumer<Diagnostic> problems) {
        boolean added = ids.add(rule.rule().id());
        if (!added) {
            problems.accept(RuleFile.problem(
                    "there is another rule called " + rule.rule().id(), path));
        }
        return added;
    }
}
