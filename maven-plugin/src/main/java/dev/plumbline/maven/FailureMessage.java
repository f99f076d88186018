package dev.plumbline.maven;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.posture.Gate;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** What Maven prints at the end of a build that did not pass: why, the gravest few places, and where to read on. */
final class FailureMessage {
    private static final int SHOWN = 3;

    private FailureMessage() {}

    /** @param report a report of all of it, if one was written */
    static String of(ScanResult result, Gate gate, Optional<Path> report) {
        StringJoiner message = new StringJoiner(System.lineSeparator());
        message.add("Plumbline: " + String.join(" ", result.gate().reasons()));
        if (result.gate().status() == Gate.Status.INCOMPLETE) {
            addFirst(message, unassessed(result));
        } else {
            addFirst(message, gravest(result, gate));
        }
        report.ifPresent(path -> message.add("All of it: " + path));
        return message.toString();
    }

    private static void addFirst(StringJoiner message, List<String> lines) {
        lines.stream().limit(SHOWN).forEach(message::add);
        if (lines.size() > SHOWN) {
            message.add("  and %d more".formatted(lines.size() - SHOWN));
        }
    }

    private static List<String> unassessed(ScanResult result) {
        return result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .map(diagnostic -> "  %s %s".formatted(place(diagnostic.range()), Neutral.line(diagnostic.summary())))
                .toList();
    }

    /** The findings that block, the gravest first; all of them where it is the score that does. */
    private static List<String> gravest(ScanResult result, Gate gate) {
        List<Finding> failed = result.findings(Verdict.FAIL)
                .filter(finding -> !gate.newOnly() || !result.comparison().accepts(finding))
                .sorted(Comparator.comparing(finding -> finding.rule().severity()))
                .toList();
        List<Finding> blocking = failed.stream().filter(gate::blocks).toList();
        return (blocking.isEmpty() ? failed : blocking)
                .stream().map(FailureMessage::line).toList();
    }

    private static String line(Finding finding) {
        return "  %s [%s] %s (%s)"
                .formatted(
                        place(finding.range()),
                        finding.rule().severity().id(),
                        Neutral.line(finding.rule().title()),
                        Neutral.line(finding.resource().address()));
    }

    private static String place(SourceRange range) {
        return Neutral.line(range.file()) + ":" + range.startLine();
    }
}
