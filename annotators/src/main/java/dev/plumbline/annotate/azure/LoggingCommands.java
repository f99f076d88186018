package dev.plumbline.annotate.azure;

import dev.plumbline.annotate.Annotator;
import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.plan.Placement;
import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.text.CommentText;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Severity;
import java.io.PrintStream;
import java.util.List;

/**
 * Commands in the log of an Azure pipeline, {@code ##vso[task.logissue type=error;sourcepath=…]…}, which need no token.
 * They show on the build's page. The grave ones are errors there; that alone fails no build.
 */
public final class LoggingCommands implements Annotator {
    /** The page of a build shows no more of them. */
    private static final int LIMIT = 100;

    private final PrintStream log;

    public LoggingCommands(PrintStream log) {
        this.log = log;
    }

    @Override
    public Outcome annotate(Report report) {
        Placement placement = Placement.of(report, LIMIT);
        placement.placed().forEach(placed -> log.println(command(placed.annotation())));
        log.flush();
        return new Outcome(
                placement.placed().size(), 0, 0, 0, placement.elsewhere().size(), "", List.of());
    }

    /** A warning about the run itself. */
    public static String warning(String message) {
        return "##vso[task.logissue type=warning;]" + data("Plumbline: " + message);
    }

    private static String command(Annotation annotation) {
        Severity severity = annotation.rule().severity();
        return "##vso[task.logissue type=" + (severity.compareTo(Severity.HIGH) <= 0 ? "error" : "warning")
                + ";sourcepath=" + property(annotation.file())
                + ";linenumber=" + annotation.startLine()
                + ";code=" + property(annotation.rule().id())
                + ";]" + data(annotation.rule().title() + ": " + CommentText.details(annotation));
    }

    /** The text after the bracket, in which a line break would end the command. */
    static String data(String text) {
        return Neutral.lines(text).replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** The value of a property, which a semicolon or a bracket would end. */
    static String property(String text) {
        return data(text).replace("]", "%5D").replace(";", "%3B");
    }
}
