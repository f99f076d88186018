package dev.plumbline.annotate.github;

import dev.plumbline.annotate.Annotator;
import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.plan.Placement;
import dev.plumbline.annotate.plan.Placement.Placed;
import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.text.CommentText;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Severity;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Commands in the log of a GitHub workflow, {@code ::error file=…,line=…::…}, which need no token. GitHub shows ten of
 * each level and step: the gravest, those at lines of the change before others.
 */
public final class WorkflowCommands implements Annotator {
    private static final int LIMIT = 10;

    /** What GitHub calls a severity. */
    enum Level {
        ERROR,
        WARNING,
        NOTICE;

        static Level of(Severity severity) {
            return switch (severity) {
                case CRITICAL, HIGH -> ERROR;
                case MEDIUM -> WARNING;
                case LOW -> NOTICE;
            };
        }
    }

    private final PrintStream log;
    private final Optional<ChangedLines> changed;

    /** @param changed the lines of the change, where they are known: then others are not annotated */
    public WorkflowCommands(PrintStream log, Optional<ChangedLines> changed) {
        this.log = log;
        this.changed = changed;
    }

    @Override
    public Outcome annotate(Report report) {
        Map<Level, Integer> told = new EnumMap<>(Level.class);
        int created = 0;
        for (Placed placed : placed(report)) {
            Level level = Level.of(placed.annotation().rule().severity());
            if (told.merge(level, 1, Integer::sum) <= LIMIT) {
                log.println(command(level, placed));
                created++;
            }
        }
        log.flush();
        return new Outcome(created, 0, 0, 0, report.annotations().size() - created, "", List.of());
    }

    private List<Placed> placed(Report report) {
        int all = report.annotations().size();
        return changed.map(lines -> Placement.of(report, lines, all))
                .orElseGet(() -> Placement.of(report, all))
                .placed();
    }

    /** A warning about the run itself. */
    public static String warning(String message) {
        return "::warning title=Plumbline::" + data(message);
    }

    private static String command(Level level, Placed placed) {
        Annotation annotation = placed.annotation();
        return "::" + level.name().toLowerCase(Locale.ROOT)
                + " file=" + property(annotation.file())
                + ",line=" + placed.line()
                + ",title="
                + property(CommentText.severity(annotation) + ": "
                        + annotation.rule().title())
                + "::" + data(CommentText.details(annotation));
    }

    /** The text after the last {@code ::}, in which a line break would end the command. */
    static String data(String text) {
        return Neutral.lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** The value of a property, which a comma or a colon would end. */
    static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
