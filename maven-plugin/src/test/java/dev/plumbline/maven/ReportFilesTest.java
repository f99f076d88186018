package dev.plumbline.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.posture.Gate.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    private static final ScanResult RESULT = Results.of(Status.PASSED, List.of(), List.of(), List.of());

    @TempDir
    private Path directory;

    @Test
    void writesOneFileAFormat() throws Exception {
        ReportFiles files = new ReportFiles(
                directory.resolve("a/b"), EnumSet.of(ReportFormat.CONSOLE, ReportFormat.SARIF, ReportFormat.JSON));

        files.write(RESULT, PublishOptions.DEFAULT);

        assertThat(directory.resolve("a/b"))
                .isDirectoryContaining("glob:**/plumbline.txt")
                .isDirectoryContaining("glob:**/plumbline.sarif")
                .isDirectoryContaining("glob:**/plumbline.json");
    }

    @Test
    void namesAReportToReadOnIn() {
        assertThat(new ReportFiles(directory, EnumSet.of(ReportFormat.JSON)).first())
                .contains(directory.resolve("plumbline.json"));
        assertThat(new ReportFiles(directory, Set.of()).first()).isEmpty();
    }

    @Test
    void saysWhichParameterToMend() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() ->
                        new ReportFiles(file, EnumSet.of(ReportFormat.JSON)).write(RESULT, PublishOptions.DEFAULT))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Parameter 'outputDirectory' (plumbline.outputDirectory): ");
    }
}
