package dev.plumbline.maven;

import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.ReportFile;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.rules.ScanResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/** The reports that are written to a directory. */
record ReportFiles(Path directory, Set<ReportFormat> formats) {

    void write(ScanResult result, PublishOptions options) throws MojoExecutionException {
        for (ReportFormat format : formats) {
            Path file = file(format);
            try {
                new ReportFile(format, file).write(result, options);
            } catch (IOException e) {
                throw new MojoExecutionException(
                        "Parameter 'outputDirectory' (plumbline.outputDirectory): %s cannot be written: %s; "
                                        .formatted(file, e)
                                + "name a directory that can be made or written to.",
                        e);
            }
        }
    }

    /** The report to name where only one is. */
    Optional<Path> first() {
        return formats.stream().findFirst().map(this::file);
    }

    private Path file(ReportFormat format) {
        return directory.resolve(format.fileName());
    }
}
