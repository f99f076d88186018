package io.jenkins.plugins.plumbline.scan;

import dev.plumbline.git.ChangedLines;
import dev.plumbline.git.GitBase;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.publish.Trace;
import dev.plumbline.rules.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether changes touch what a finding is about: the place that it names, a step on the way of the value that decides it,
 * or, where something is missing in a resource, that resource. Lines are those that git knows to differ.
 */
final class Modified implements AutoCloseable {
    private final GitBase base;
    private final Optional<ChangedLines> lines;

    private Modified(GitBase base, Optional<ChangedLines> lines) {
        this.base = base;
        this.lines = lines;
    }

    /**
     * What was changed since the work branched off from a revision.
     *
     * @param revision a branch or a commit; empty where changes do not matter
     * @param log is told why where that cannot be known
     */
    static Modified since(String revision, Path workspace, PrintStream log) {
        if (revision.isEmpty()) {
            return new Modified(null, Optional.empty());
        }
        GitBase base = null;
        try {
            base = GitBase.of(workspace, revision);
            SourceTree now = SourceTree.open(workspace, List.of(), List.of());
            return new Modified(base, Optional.of(ChangedLines.between(base.open(now), now)));
        } catch (IOException e) {
            if (base != null) {
                base.close();
            }
            log.println("[Plumbline] Changes are known by file only, not by line: " + e.getMessage());
            return new Modified(null, Optional.empty());
        }
    }

    /** Empty where it is not known. */
    Optional<Boolean> touches(Finding finding) {
        return lines.map(changed -> {
            SourceRange range = finding.range();
            boolean missing = range.equals(finding.resource().header());
            return isIn(changed, missing ? finding.resource().range() : range)
                    || Trace.of(finding).stream().anyMatch(step -> isIn(changed, step.range()));
        });
    }

    private static boolean isIn(ChangedLines changed, SourceRange range) {
        return changed.within(range.file(), range.startLine(), range.endLine());
    }

    @Override
    public void close() {
        if (base != null) {
            base.close();
        }
    }
}
