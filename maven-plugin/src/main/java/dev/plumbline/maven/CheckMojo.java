package dev.plumbline.maven;

import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.posture.Gate;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks the Terraform, ARM and CloudFormation templates of a project and fails the build where they do not pass the
 * gate. Needs no network and no credentials, and executes nothing of what it reads.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class CheckMojo extends ScanMojo {

    /**
     * The formats of the reports to write to the output directory: sarif, json, html, markdown, junit, gitlab, sonar,
     * csv, console. By default those that {@code plumbline.yaml} names or, where it names none, sarif and json.
     */
    @Parameter(property = "plumbline.reports")
    private List<String> reports;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        CheckConfiguration configuration = configuration(reports);
        ScanRequest request = configuration.request();
        ReportFiles files = new ReportFiles(reportDirectory(), configuration.formats());
        ScanResult result = scan(request);
        files.write(result, publishOptions());
        new LogReport(getLog()).write(result);
        if (result.gate().status() != Gate.Status.PASSED) {
            throw new MojoFailureException(FailureMessage.of(result, request.gate(), files.first()));
        }
    }
}
