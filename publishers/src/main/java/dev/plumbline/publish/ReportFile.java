package dev.plumbline.publish;

import dev.plumbline.rules.ScanResult;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A report in a file, which is there as a whole or as it was before. */
public record ReportFile(ReportFormat format, Path path) {

    /**
     * Writes the report, and the directories that lead to it.
     *
     * @throws IOException where that cannot be done; the file is then as it was
     */
    public void write(ScanResult result, PublishOptions options) throws IOException {
        Path target = path.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // A device or a pipe, /dev/stdout for one, is written to as it is.
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                format.publisher().publish(result, options, out);
            }
            return;
        }
        Files.createDirectories(target.getParent());
        Path written = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
                format.publisher().publish(result, options, out);
            }
            replace(written, target);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void replace(Path written, Path target) throws IOException {
        try {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
