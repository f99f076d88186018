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
    CONSOLE("text for people", "plumbline.txt", new ConsoleReport()),
    SARIF("SARIF 2.1.0, for code scanning services and editors", "plumbline.sarif", new SarifReport()),
    JSON("Plumbline's own format, with everything", "plumbline.json", new JsonReport()),
    HTML("one self-contained page for people", "plumbline.html", new HtmlReport()),
    MARKDOWN("a summary for a comment or a job's page", "plumbline.md", new MarkdownReport()),
    JUNIT("JUnit's XML, for Jenkins and GitLab", "plumbline-junit.xml", new JUnitReport()),
    GITLAB("GitLab's Code Quality report", "gl-code-quality-report.json", new GitLabReport()),
    SONAR("SonarQube's generic issues", "plumbline-sonar.json", new SonarReport()),
    CSV("failed and unknown verdicts for spreadsheets", "plumbline.csv", new CsvReport());

    private final String description;
    private final String fileName;
    private final Publisher publisher;

    ReportFormat(String description, String fileName, Publisher publisher) {
        this.description = description;
        this.fileName = fileName;
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

    /** What its file is called where nobody says otherwise. */
    public String fileName() {
        return fileName;
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
