package dev.plumbline.iac.arm;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what there is to say about a template; the same thing at the same place once. */
final class Problems {

    /** A hostile template can have a fault on each of a million lines. */
    private static final int MAX = 1_000;

    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    void add(Diagnostic diagnostic) {
        if (diagnostics.size() < MAX) {
            diagnostics.add(diagnostic);
        }
    }

    void addAll(Collection<Diagnostic> all) {
        all.forEach(this::add);
    }

    void error(String code, String summary, String detail, SourceRange range) {
        add(Diagnostic.error(code, summary, detail, range));
    }

    void warning(String code, String summary, String detail, SourceRange range) {
        add(Diagnostic.warning(code, summary, detail, range));
    }

    /** In the order of their places. */
    List<Diagnostic> sorted() {
        return diagnostics.stream().sorted().toList();
    }
}
