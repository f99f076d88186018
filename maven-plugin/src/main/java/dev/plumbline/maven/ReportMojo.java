package dev.plumbline.maven;

import dev.plumbline.publish.ReportFile;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.rules.ScanResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Writes a page of the project's site: the gate's verdict, the secure score, and what is recommended, with a link to the
 * report that shows each finding in its source. It fails no build; the goal {@code check} does.
 */
// The interface rather than AbstractMavenReport: all goals share their parameters by one base class, and that class
// would
// bring Doxia's renderer, Velocity and what they need onto the plugin's class path.
@Mojo(name = ReportMojo.GOAL, threadSafe = true, requiresProject = false)
public class ReportMojo extends ScanMojo implements MavenReport {
    static final String GOAL = "report";

    private static final String PAGE = "plumbline";

    /** The report of every finding, beside the page. */
    static final String FULL_REPORT = "plumbline-report.html";

    /** Where the site is made. */
    @Parameter(property = "plumbline.siteDirectory", defaultValue = "${project.reporting.outputDirectory}")
    private File siteDirectory;

    /** Outside of a site there is no page to be part of: the full report is all. */
    @Override
    void run() throws MojoExecutionException {
        Path file = fullReport(assessed());
        getLog().info("The report is in " + file);
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            ScanResult result = assessed();
            fullReport(result);
            new SitePage(sink, FULL_REPORT).write(getName(locale), result);
        } catch (MojoExecutionException e) {
            throw new MavenReportException(e.getMessage(), e);
        }
    }

    private ScanResult assessed() throws MojoExecutionException {
        return scan(configuration(List.of(ReportFormat.HTML.id())).request());
    }

    private Path fullReport(ScanResult result) throws MojoExecutionException {
        Path file = siteDirectory.toPath().toAbsolutePath().normalize().resolve(FULL_REPORT);
        try {
            new ReportFile(ReportFormat.HTML, file).write(result, publishOptions());
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "Parameter 'siteDirectory' (plumbline.siteDirectory): %s cannot be written: %s; name a directory that can be made or written to."
                            .formatted(file, e),
                    e);
        }
        return file;
    }

    @Override
    public boolean canGenerateReport() {
        return !isSkipped();
    }

    @Override
    public String getOutputName() {
        return PAGE;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "Plumbline";
    }

    @Override
    public String getDescription(Locale locale) {
        return "The secure score of the project's cloud infrastructure, and what is recommended for it.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        siteDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return siteDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }
}
