package dev.plumbline.rules.catalog;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.compile.RuleDirectory;
import dev.plumbline.rules.engine.CompiledRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles the built-in rules; run by the build, see the module's POM. */
public final class CatalogBuilder {
    private CatalogBuilder() {}

    /**
     * @param arguments the directory of the rule files, and the directory of classes to write the catalogue into
     * @throws IllegalStateException where a rule has errors; the message lists them with file and line
     */
    public static void main(String[] arguments) throws IOException {
        Path sources = Path.of(arguments[0]);
        List<Diagnostic> problems = new ArrayList<>();
        List<CompiledRule> rules = RuleDirectory.builtIn(sources, problems::add);
        if (!problems.isEmpty()) {
            StringBuilder message = new StringBuilder("The rules have errors:\n");
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
        Path target = Path.of(arguments[1])
                .resolve(Catalog.class.getPackageName().replace('.', '/'))
                .resolve(Catalog.RESOURCE);
        Files.createDirectories(target.getParent());
        Files.write(target, Catalog.write(rules));
    }
}
