package io.jenkins.plugins.plumbline.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Reports in builds' directories, where they live and go with their builds. */
public final class ReportStore {
    private ReportStore() {}

    public static void write(Path runDirectory, String id, Report report) throws IOException {
        Path file = file(runDirectory, id);
        Path written = file.resolveSibling(file.getFileName() + ".part");
        Files.write(written, ReportCodec.write(report));
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    public static Report read(Path runDirectory, String id) throws IOException {
        return ReportCodec.read(Files.readAllBytes(file(runDirectory, id)));
    }

    private static Path file(Path runDirectory, String id) {
        return runDirectory.resolve("plumbline-" + id + ".json.gz");
    }
}
