package dev.plumbline.maven;

import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.BaselineFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Accepts the findings of today: writes them to a file that the goal check compares with, and brings one up to date that
 * is there. What the gate would say does not matter.
 */
@Mojo(name = "baseline", threadSafe = true, requiresProject = false)
public final class BaselineMojo extends ScanMojo {

    /**
     * The file to write. By default that of the parameter baseline or of {@code plumbline.yaml}, or else {@code
     * plumbline-baseline.json} in the project's directory.
     */
    @Parameter(property = "plumbline.output")
    private File output;

    @Override
    void run() throws MojoExecutionException {
        CheckConfiguration configuration = configuration(List.of());
        Path named = configuration.baseline().orElse(projectDirectory().resolve(BaselineFile.NAME));
        Path file = output == null ? named : normal(output);
        ScanResult result = scanAlone(configuration.requestWithoutBaseline().withBaseline(before(file, named)));
        try {
            BaselineFile.write(file, Baseline.after(file.getFileName().toString(), result));
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "Parameter 'output' (plumbline.output): %s cannot be written: %s; name a file that can be."
                            .formatted(file, e),
                    e);
        }
        long accepted = result.findings(Verdict.FAIL).count();
        getLog().info("%s: %d accepted; %d resolved"
                .formatted(
                        file,
                        accepted + result.comparison().unseen().size(),
                        result.comparison().resolved().size()));
    }

    private static Baseline before(Path file, Path named) throws MojoExecutionException {
        try {
            return Files.exists(file)
                    ? BaselineFile.read(file)
                    : Files.exists(named) ? BaselineFile.read(named) : Baseline.NONE;
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage() + " (remove the file first to start afresh).", e);
        }
    }
}
