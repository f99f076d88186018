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

/**
 * Whether changes touch what a finding is about: the place that it names, a step on the way of the value that decides it,
 * or, where something is missing in a resource, that resource. Lines are those that git knows to differ.
 */
final class Modified implements AutoCloseable {
    private final GitBase base;
    private final ChangedLines lines;

    private Modified(GitBase base, ChangedLines lines) {
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
            return new Modified(null, null);
        }
        GitBase base = null;
        try {
            base = GitBase.of(workspace, revision);
            SourceTree now = SourceTree.open(workspace, List.of(), List.of());
            return new Modified(base, ChangedLines.between(base.open(now), now));
        } catch (IOException e) {
            if (base != null) {
                base.close();
            }
            log.println("[Plumbline] Changes are known by file only, not by line: " + e.getMessage());
            return new Modified(null, null);
        }
    }

    /** Null where it is not known. */
    Boolean touches(Finding finding) {
        if (lines == null) {
            return null;
        }
        SourceRange range = finding.range();
        return isChanged(
                        range.equals(finding.resource().header())
                                ? finding.resource().range()
                                : range)
                || Trace.of(finding).stream().anyMatch(step -> isChanged(step.range()));
    }

    private boolean isChanged(SourceRange range) {
        return lines.within(range.file(), range.startLine(), range.endLine());
    }

    @Override
    public void close() {
        if (base != null) {
            base.close();
        }
    }
}
