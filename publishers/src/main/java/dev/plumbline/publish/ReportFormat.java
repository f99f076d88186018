package dev.plumbline.publish;

import dev.plumbline.publish.console.ConsoleReport;
import dev.plumbline.publish.csv.CsvReport;
import dev.plumbline.publish.gitlab.GitLabReport;
import dev.plumbline.publish.html.HtmlReport;
import dev.plumbline.publish.json.JsonReport;
import dev.plumbline.publish.junit.JUnitReport;
import dev.plumbline.publish.markdown.MarkdownReport;
import dev.plumbline.publish.sarif.SarifReport;
import dev.plumbline.publish.sonar.SonarReport;
import java.util.Locale;
import java.util.Optional;

/** The table of report formats: a new one is a {@link Publisher} and a line here. */
public enum ReportFormat {
    CONSOLE("text for people", new ConsoleReport()),
    SARIF("SARIF 2.1.0, for code scanning services and editors", new SarifReport()),
    JSON("Plumbline's own format, with everything", new JsonReport()),
    HTML("one self-contained page for people", new HtmlReport()),
    MARKDOWN("a summary for a comment or a job's page", new MarkdownReport()),
    JUNIT("JUnit's XML, for Jenkins and GitLab", new JUnitReport()),
    GITLAB("GitLab's Code Quality report", new GitLabReport()),
    SONAR("SonarQube's generic issues", new SonarReport()),
    CSV("failed and unknown verdicts for spreadsheets", new CsvReport());

    private final String description;
    private final Publisher publisher;

    ReportFormat(String description, Publisher publisher) {
        this.description = description;
        this.publisher = publisher;
    }

    /** The name used in options: {@code sarif}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is for, a few words. */
    public String description() {
        return description;
    }

    public Publisher publisher() {
        return publisher;
    }

    /** The format of that {@link #id()}, in any case. */
    public static Optional<ReportFormat> of(String id) {
        for (ReportFormat format : values()) {
            if (format.id().equalsIgnoreCase(id)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
