package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, up to a limit: a hostile file does not make a million diagnostics. */
final class Problems {
    private static final int LIMIT = 100;

    private final List<Diagnostic> found = new ArrayList<>();

    void syntax(SourceRange range, String summary, String detail) {
        add(Diagnostic.error("hcl-syntax", summary, detail, range));
    }

    void tooDeep(SourceRange range, String summary, String detail) {
        add(Diagnostic.error("hcl-nesting", summary, detail, range));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** By place. */
    List<Diagnostic> sorted() {
        return found.stream().sorted().toList();
    }

    private void add(Diagnostic problem) {
        if (found.size() < LIMIT) {
            found.add(problem);
        } else if (found.size() == LIMIT) {
            found.add(Diagnostic.error(
                    "hcl-syntax", "Too many syntax errors", "The first " + LIMIT + " are listed.", problem.range()));
        }
    }
}
