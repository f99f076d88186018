package dev.plumbline.annotate.text;

import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.publish.Scores;
import dev.plumbline.publish.markdown.Escape;
import dev.plumbline.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a pull request is told as a whole: the verdict, the score and its change, and the findings outside of its lines. */
public final class SummaryText {
    private SummaryText() {}

    /**
     * Markdown.
     *
     * @param told annotations that are told by themselves, at lines of the change
     * @param listed annotations that are told here, the gravest first
     * @param maxLength UTF-16 code units that the platform takes
     */
    public static String of(Report report, int told, List<Annotation> listed, int maxLength) {
        StringBuilder text = new StringBuilder("## Plumbline: ")
                .append(report.status().name().toLowerCase(Locale.ROOT))
                .append("\n\n");
        report.reasons()
                .forEach(reason -> text.append("- ").append(Escape.text(reason)).append('\n'));
        score(report)
                .ifPresent(
                        score -> text.append("\n**Secure score: ").append(score).append("**\n"));
        text.append('\n').append(counts(report)).append('\n');
        if (told > 0) {
            text.append('\n')
                    .append(told)
                    .append(told == 1 ? " finding stands" : " findings stand")
                    .append(" at the lines of this change.\n");
        }
        table(text, listed, told > 0, maxLength);
        return text.toString();
    }

    /** {@code "63.4 % (71.0 % before)"}. */
    public static Optional<String> score(Report report) {
        if (report.score().isEmpty()) {
            return Optional.empty();
        }
        String now = Scores.percent(report.score().getAsDouble());
        return Optional.of(
                report.before().isEmpty()
                        ? now
                        : now + " (" + Scores.percent(report.before().getAsDouble()) + " before)");
    }

    /** {@code "2 high, 1 low, 3 known, 4 unknown"}, in one line. */
    public static String counts(Report report) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (report.count(severity) > 0) {
                parts.add(report.count(severity) + " " + severity.id());
            }
        }
        StringBuilder text =
                new StringBuilder(parts.isEmpty() ? "No findings" : "Findings: " + String.join(", ", parts));
        if (report.known() > 0) {
            text.append(" · ").append(report.known()).append(" known");
        }
        return text.append(" · ").append(report.unknown()).append(" unknown").toString();
    }

    private static void table(StringBuilder text, List<Annotation> listed, boolean others, int maxLength) {
        if (listed.isEmpty()) {
            return;
        }
        text.append(others ? "\nElsewhere:\n" : "")
                .append("\n| Severity | Recommendation | Resource | Place |\n| --- | --- | --- | --- |\n");
        int told = 0;
        for (Annotation annotation : listed) {
            String row = row(annotation);
            // Room for the last line, and for a marker below it.
            if (text.length() + row.length() > maxLength - 200) {
                break;
            }
            text.append(row);
            told++;
        }
        if (told < listed.size()) {
            text.append("\n…and ").append(listed.size() - told).append(" more.\n");
        }
    }

    private static String row(Annotation annotation) {
        List<String> resources = annotation.resources();
        String more = resources.size() > 1 ? " and " + (resources.size() - 1) + " more" : "";
        return "| " + annotation.rule().severity().id() + " | "
                + Escape.text(annotation.rule().title()) + " | "
                + Escape.code(resources.get(0)) + more + " | "
                + Escape.code(annotation.file() + ":" + annotation.startLine()) + " |\n";
    }
}
