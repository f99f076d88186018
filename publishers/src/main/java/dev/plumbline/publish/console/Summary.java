package dev.plumbline.publish.console;

import dev.plumbline.publish.Scores;
import dev.plumbline.publish.Tally;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.compliance.Compliance;
import dev.plumbline.rules.compliance.ControlState;
import dev.plumbline.rules.posture.Gate;
import dev.plumbline.rules.posture.ScoreGains;
import dev.plumbline.rules.posture.ScoreGains.Gain;
import dev.plumbline.rules.posture.SecureScore;
import dev.plumbline.rules.posture.SecureScore.ControlScore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The end of the report: counts, score, verdict. */
final class Summary {
    private static final int MOST_GAINS = 3;

    private final Page page;

    Summary(Page page) {
        this.page = page;
    }

    void counts(ScanResult result) throws IOException {
        if (result.units().isEmpty()) {
            page.line("No Terraform, ARM or CloudFormation template was found.");
            return;
        }
        Tally tally = Tally.of(result);
        page.line("Scanned %s in %s with %s: %s passed, %s failed, %s unknown%s."
                .formatted(
                        Page.count(tally.resources(), "resource"),
                        Page.count(result.units().size(), "unit"),
                        Page.count(result.rules().size(), "rule"),
                        tally.passed(),
                        tally.failed(),
                        tally.unknown(),
                        tally.exempted() == 0 ? "" : ", " + tally.exempted() + " exempted"));
        if (tally.failed() > 0) {
            List<String> parts = new ArrayList<>();
            for (Severity severity : Severity.values()) {
                if (tally.failed(severity) > 0) {
                    parts.add(page.paint(Style.of(severity), tally.failed(severity) + " " + severity.id()));
                }
            }
            page.line("Findings: " + String.join(", ", parts));
        }
    }

    void score(ScanResult result) throws IOException {
        SecureScore score = result.score();
        if (score.controls().isEmpty()) {
            return;
        }
        page.blank();
        page.line(page.paint(
                Style.TITLE,
                "Secure score: "
                        + (score.percent().isPresent()
                                ? Scores.percent(score.percent().getAsDouble())
                                : "none, nothing that counts was assessed")
                        + before(result)));
        int title = 7;
        for (ControlScore control : score.controls()) {
            title = Math.max(title, control.control().title().length());
        }
        String row = "  %-" + title + "s  %9s  %7s  %9s  %7s";
        page.line(page.paint(Style.FAINT, row.formatted("Control", "Points", "Healthy", "Unhealthy", "Unknown")));
        for (ControlScore control : score.controls()) {
            String points = control.counts() ? Scores.points(control.current()) : "-";
            page.line(row.formatted(
                    control.control().title(),
                    points + " of " + control.control().points(),
                    control.healthy(),
                    control.unhealthy(),
                    control.unknown()));
        }
        gains(ScoreGains.of(result.findings(), score));
        page.blank();
    }

    private static String before(ScanResult result) {
        return result.comparison().scoreBefore().isPresent()
                ? ", before " + Scores.percent(result.comparison().scoreBefore().getAsDouble())
                : "";
    }

    private void gains(List<Gain> gains) throws IOException {
        if (gains.isEmpty()) {
            return;
        }
        page.blank();
        page.line("What would raise it most:");
        for (Gain gain : gains.subList(0, Math.min(MOST_GAINS, gains.size()))) {
            page.wrapped(
                    "  +%-7s ".formatted(Scores.percent(gain.percent())),
                    gain.rule().title() + " (" + Page.count(gain.resources(), "resource") + ", "
                            + gain.rule().id() + ")");
        }
    }

    void compliance(Compliance compliance) throws IOException {
        if (compliance.benchmarks().isEmpty()) {
            return;
        }
        page.line(page.paint(Style.TITLE, "Compliance: controls passed, failed, unknown, without a verdict"));
        for (Compliance.OfBenchmark of : compliance.benchmarks()) {
            int without = of.count(ControlState.NOT_ASSESSED) + of.count(ControlState.NOT_COVERED);
            page.line("  %-12s  %3d  %3d  %3d  %3d of %d%s"
                    .formatted(
                            of.benchmark().id(),
                            of.count(ControlState.PASSED),
                            of.count(ControlState.FAILED),
                            of.count(ControlState.UNKNOWN),
                            without,
                            of.controls().size(),
                            of.count(ControlState.WAIVED) == 0
                                    ? ""
                                    : ", " + of.count(ControlState.WAIVED) + " waived"));
        }
        page.blank();
    }

    void gate(Gate.Outcome outcome) throws IOException {
        page.line("Gate: "
                + switch (outcome.status()) {
                    case PASSED -> page.paint(Style.GOOD, "passed");
                    case BLOCKED -> page.paint(Style.BAD, "blocked");
                    case INCOMPLETE -> page.paint(Style.WARNING, "incomplete");
                });
        for (String reason : outcome.reasons()) {
            page.wrapped("  - ", Neutral.line(reason));
        }
        for (String warning : outcome.warnings()) {
            page.wrapped("  - ", "Warning: " + Neutral.line(warning));
        }
    }
}
