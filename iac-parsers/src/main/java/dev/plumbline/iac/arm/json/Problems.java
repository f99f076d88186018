package dev.plumbline.iac.arm.json;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what there is to say about a template; the same thing at the same place once. */
public final class Problems {

    /** A hostile template can have a fault on each of a million lines. */
    private static final int MAX = 1_000;

    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    public void add(Diagnostic diagnostic) {
        if (diagnostics.size() < MAX) {
            diagnostics.add(diagnostic);
        }
    }

    public void addAll(Collection<Diagnostic> all) {
        all.forEach(this::add);
    }

    public void error(String code, String summary, String detail, SourceRange range) {
        add(Diagnostic.error(code, summary, detail, range));
    }

    public void warning(String code, String summary, String detail, SourceRange range) {
        add(Diagnostic.warning(code, summary, detail, range));
    }

    /** In the order of their places. */
    public List<Diagnostic> sorted() {
        return diagnostics.stream().sorted().toList();
    }
}
