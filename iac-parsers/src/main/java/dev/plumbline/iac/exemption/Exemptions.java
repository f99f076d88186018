package dev.plumbline.iac.exemption;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** What a file exempts, and what is wrong with how it says so; as much as is read of a file. */
public final class Exemptions {
    /** In a file. Somebody who writes more has no use for a scanner. */
    static final int MAX = 10_000;

    private final List<Exemption> found = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private boolean full;

    public List<Exemption> found() {
        return found;
    }

    /** Warnings, each at the comment or the entry that it is about. */
    public List<Diagnostic> problems() {
        return problems;
    }

    void add(Exemption exemption) {
        if (hasRoom(exemption.range())) {
            found.add(exemption);
        }
    }

    void problem(Diagnostic problem) {
        if (hasRoom(problem.range())) {
            problems.add(problem);
        }
    }

    boolean isFull() {
        return full;
    }

    private boolean hasRoom(SourceRange range) {
        if (!full && found.size() + problems.size() >= MAX) {
            full = true;
            problems.add(Diagnostic.warning(
                    "exemption-limit",
                    "File with more than %,d exemptions".formatted(MAX),
                    "From here on they exempt nothing.",
                    range));
        }
        return !full;
    }
}
