package io.jenkins.plugins.plumbline.checks;

import io.jenkins.plugins.plumbline.report.Report.Change;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import java.util.Set;
import java.util.function.Predicate;

/** Which failed findings a scope lets through. */
final class Scoped {
    private Scoped() {}

    /** @param modified the files that changes touch, for findings of which the lines are not known */
    static Predicate<Finding> by(ChecksScope scope, Set<String> modified) {
        return switch (scope) {
            case NONE -> finding -> false;
            case ALL -> Finding::failed;
            case NEW -> finding -> finding.failed() && finding.change() != Change.UNCHANGED;
            case MODIFIED ->
                finding -> finding.failed()
                        && (finding.modified() == null
                                ? modified.contains(finding.place().file())
                                : finding.modified());
        };
    }
}
