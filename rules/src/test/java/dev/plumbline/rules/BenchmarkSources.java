package dev.plumbline.rules;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.compliance.Benchmarks;
import dev.plumbline.rules.loading.BenchmarkFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of the benchmarks, as they stand in the source tree. */
public final class BenchmarkSources {
    private static final Path DIRECTORY = Path.of("src/main/resources/dev/plumbline/benchmarks");
    private static final List<Diagnostic> PROBLEMS = new ArrayList<>();
    private static final Benchmarks ALL = read();

    private BenchmarkSources() {}

    /** The benchmarks, without the rules at their controls. */
    public static Benchmarks all() {
        return ALL;
    }

    /** What is wrong with the files. */
    public static List<Diagnostic> problems() {
        return PROBLEMS;
    }

    /** The built-in rules as the catalogue holds them: speaking to what their files' controls lead to as well. */
    public static List<Rule> expandedRules() {
        return RuleSources.rules().stream().map(ALL::expand).toList();
    }

    private static Benchmarks read() {
        try {
            return BenchmarkFiles.read(DIRECTORY, PROBLEMS::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
