package dev.plumbline.rules;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.rules.compile.RuleCompiler;
import dev.plumbline.rules.engine.CompiledRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The files of the built-in rules, as they stand in the source tree. */
public final class RuleSources {
    private static final Path DIRECTORY = Path.of("src/main/resources/dev/plumbline/rules");
    private static final RuleCompiler COMPILER = new RuleCompiler(true);
    private static final List<Source> ALL = read();

    private RuleSources() {}

    /** @param compiled empty where the file has errors */
    public record Source(String path, String text, Optional<CompiledRule> compiled, List<Diagnostic> problems) {
        public String id() {
            return path.substring(path.lastIndexOf('/') + 1, path.length() - ".yaml".length());
        }

        @Override
        public String toString() {
            return id();
        }

        /** {@code [cloud, service, file]} */
        public List<String> directories() {
            return List.of(path.split("/"));
        }
    }

    /** Every file, in the order of the paths. */
    public static List<Source> all() {
        return ALL;
    }

    /** The rules of all files without errors, by id. */
    public static List<Rule> rules() {
        return ALL.stream()
                .flatMap(source -> source.compiled().stream())
                .map(CompiledRule::rule)
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }

    private static List<Source> read() {
        try {
            SourceTree tree = SourceTree.open(DIRECTORY);
            return tree.files().stream()
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> compile(tree, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source compile(SourceTree tree, String path) {
        List<Diagnostic> problems = new ArrayList<>();
        Optional<SourceFile> file = tree.read(path, problems::add);
        Optional<CompiledRule> compiled = file.flatMap(read -> COMPILER.compile(read, problems::add));
        return new Source(path, file.map(SourceFile::text).orElse(""), compiled, problems);
    }
}
