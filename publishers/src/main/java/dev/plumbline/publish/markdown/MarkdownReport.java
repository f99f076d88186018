package dev.plumbline.publish.markdown;

import dev.plumbline.publish.ChangeCounts;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.Publisher;
import dev.plumbline.publish.RuleLinks;
import dev.plumbline.publish.Scores;
import dev.plumbline.publish.Tally;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.comparison.KnownFinding;
import dev.plumbline.rules.compliance.Benchmarks;
import dev.plumbline.rules.compliance.Compliance;
import dev.plumbline.rules.compliance.ControlState;
import dev.plumbline.rules.posture.ScoreGains;
import dev.plumbline.rules.posture.ScoreGains.Gain;
import dev.plumbline.rules.posture.SecureScore.ControlScore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A summary for a comment or a job's page, in GitHub's flavour of Markdown, which GitLab, Azure DevOps and Bitbucket read
 * too: the verdict, the score, the gravest findings. Kept below what a comment may hold.
 */
public final class MarkdownReport implements Publisher {
    /** GitHub allows a comment 65,536 characters; the rest is left to whoever adds to it. */
    private static final int MAX_LENGTH = 60_000;

    private static final int MOST_GAINS = 3;
    private static final int MOST_RESOLVED = 50;

    private final Supplier<Benchmarks> benchmarks;

    public MarkdownReport() {
        this(Benchmarks::builtIn);
    }

    /** @param benchmarks those of which the summary tells */
    public MarkdownReport(Supplier<Benchmarks> benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Override
    public void publish(ScanResult result, PublishOptions options, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("## Plumbline: ")
                .append(result.gate().status().name().toLowerCase(Locale.ROOT))
                .append("\n\n");
        result.gate()
                .reasons()
                .forEach(reason -> text.append("- ").append(Escape.text(reason)).append('\n'));
        result.gate().warnings().forEach(warning -> text.append("- Warning: ")
                .append(Escape.text(warning))
                .append('\n'));
        counts(text, result);
        comparison(text, result);
        score(text, result);
        compliance(text, Compliance.of(result, benchmarks.get()));
        findings(text, result, options.rules());
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void counts(StringBuilder text, ScanResult result) {
        Tally tally = Tally.of(result);
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (tally.failed(severity) > 0) {
                parts.add("**" + tally.failed(severity) + "** " + severity.id());
            }
        }
        text.append('\n')
                .append(parts.isEmpty() ? "No findings" : "Findings: " + String.join(", ", parts))
                .append(" · ")
                .append(tally.unknown())
                .append(" unknown · ")
                .append(tally.passed())
                .append(" passed · ")
                .append(tally.resources())
                .append(" resources\n");
    }

    private static void comparison(StringBuilder text, ScanResult result) {
        if (!result.comparison().isGiven()) {
            return;
        }
        text.append("\nAgainst ")
                .append(Escape.code(result.comparison().baseline()))
                .append(": ")
                .append(ChangeCounts.of(result).text())
                .append('\n');
        List<KnownFinding> resolved = result.comparison().resolved();
        if (resolved.isEmpty()) {
            return;
        }
        text.append("\n<details><summary>Resolved</summary>\n\n");
        resolved.stream().limit(MOST_RESOLVED).forEach(known -> text.append("- ")
                .append(Escape.text(known.title().isEmpty() ? known.rule() : known.title()))
                .append(": ")
                .append(Escape.code(known.resource()))
                .append(" in ")
                .append(Escape.code(known.file()))
                .append('\n'));
        if (resolved.size() > MOST_RESOLVED) {
            text.append("- and ").append(resolved.size() - MOST_RESOLVED).append(" more\n");
        }
        text.append("\n</details>\n");
    }

    private static void score(StringBuilder text, ScanResult result) {
        if (result.score().percent().isEmpty()) {
            return;
        }
        text.append("\n**Secure score: ")
                .append(Scores.percent(result.score().percent().getAsDouble()))
                .append("**");
        result.comparison().scoreBefore().ifPresent(before -> text.append(" (")
                .append(Scores.percent(before))
                .append(" before)"));
        text.append('\n');
        gains(text, result);
        text.append("\n<details><summary>Controls</summary>\n\n")
                .append("| Control | Points | Healthy | Unhealthy | Unknown |\n| --- | ---: | ---: | ---: | ---: |\n");
        for (ControlScore control : result.score().controls()) {
            text.append("| ")
                    .append(control.control().title())
                    .append(" | ")
                    .append(control.counts() ? Scores.points(control.current()) : "–")
                    .append(" of ")
                    .append(control.control().points())
                    .append(" | ")
                    .append(control.healthy())
                    .append(" | ")
                    .append(control.unhealthy())
                    .append(" | ")
                    .append(control.unknown())
                    .append(" |\n");
        }
        text.append("\n</details>\n");
    }

    private static void gains(StringBuilder text, ScanResult result) {
        List<Gain> gains = ScoreGains.of(result.findings(), result.score());
        if (gains.isEmpty()) {
            return;
        }
        text.append("\nWhat would raise it most:\n\n");
        for (Gain gain : gains.subList(0, Math.min(MOST_GAINS, gains.size()))) {
            text.append("- **+")
                    .append(Scores.percent(gain.percent()))
                    .append("** ")
                    .append(Escape.text(gain.rule().title()))
                    .append(gain.resources() == 1 ? " (1 resource" : " (" + gain.resources() + " resources")
                    .append(")\n");
        }
    }

    private static void compliance(StringBuilder text, Compliance compliance) {
        if (compliance.benchmarks().isEmpty()) {
            return;
        }
        text.append("\n<details><summary>Compliance, controls of benchmarks</summary>\n\n")
                .append(
                        "| Benchmark | Controls | Passed | Failed | Unknown | Waived | Not assessed | Without a rule |\n")
                .append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (Compliance.OfBenchmark of : compliance.benchmarks()) {
            text.append("| ")
                    .append(Escape.text(
                            of.benchmark().name() + " " + of.benchmark().version()))
                    .append(" | ")
                    .append(of.controls().size());
            for (ControlState state : List.of(
                    ControlState.PASSED,
                    ControlState.FAILED,
                    ControlState.UNKNOWN,
                    ControlState.WAIVED,
                    ControlState.NOT_ASSESSED,
                    ControlState.NOT_COVERED)) {
                text.append(" | ").append(of.count(state));
            }
            text.append(" |\n");
        }
        text.append("\n</details>\n");
    }

    private static void findings(StringBuilder text, ScanResult result, RuleLinks links) {
        List<Finding> failed = result.findings(Verdict.FAIL)
                .sorted(Comparator.comparing((Finding finding) -> finding.rule().severity()))
                .toList();
        if (failed.isEmpty()) {
            return;
        }
        text.append("\n| Severity | Recommendation | Resource | Place |\n| --- | --- | --- | --- |\n");
        int told = 0;
        for (Finding finding : failed) {
            String row = row(finding, result, links);
            if (text.length() + row.length() > MAX_LENGTH) {
                break;
            }
            text.append(row);
            told++;
        }
        if (told < failed.size()) {
            text.append("\n…and ").append(failed.size() - told).append(" more.\n");
        }
    }

    private static String title(Rule rule, RuleLinks links) {
        String title = Escape.text(rule.title());
        return links.of(rule)
                .map(address -> "[" + title + "](" + address.replace("(", "%28").replace(")", "%29") + ")")
                .orElse(title);
    }

    private static String row(Finding finding, ScanResult result, RuleLinks links) {
        String change = result.comparison()
                .of(finding)
                .map(is -> is == Change.UNCHANGED ? " (known)" : " (" + is.id() + ")")
                .orElse("");
        return "| " + finding.rule().severity().id() + change + " | "
                + title(finding.rule(), links) + " | "
                + Escape.code(finding.resource().address()) + " | "
                + Escape.code(finding.range().file() + ":" + finding.range().startLine()) + " |\n";
    }
}
