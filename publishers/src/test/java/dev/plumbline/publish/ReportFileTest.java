package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    private Path directory;

    @Test
    void makesItsDirectoriesAndReplacesWhatWasThere() throws IOException {
        Path file = directory.resolve("a/b/report.json");
        ReportFile report = new ReportFile(ReportFormat.JSON, file);
        report.write(ScanResults.shop(), PublishOptions.DEFAULT);
        report.write(ScanResults.empty(), PublishOptions.DEFAULT);
        assertThat(file).content().contains("\"findings\": []");
        assertThat(file.getParent())
                .isDirectoryContaining(path -> path.equals(file))
                .isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void leavesNothingHalfWritten() throws IOException {
        Path file = directory.resolve("report.sarif");
        Files.createDirectory(file);
        Files.createFile(file.resolve("inside"));
        assertThatThrownBy(() ->
                        new ReportFile(ReportFormat.SARIF, file).write(ScanResults.shop(), PublishOptions.DEFAULT))
                .isInstanceOf(IOException.class);
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }
}
