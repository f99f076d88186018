package dev.plumbline.publish;

import dev.plumbline.rules.ScanResult;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Makes one kind of report of a scan.
 *
 * <p>The same result and options give the same bytes: no clock, no absolute path, no order of hash tables. What comes
 * from scanned files is hostile: control characters are neutralised, and values that are sensitive are not written.
 */
@FunctionalInterface
public interface Publisher {

    /**
     * Writes the report. Does not close the stream.
     *
     * @throws IOException where the stream cannot be written to
     */
    void publish(ScanResult result, PublishOptions options, OutputStream out) throws IOException;
}
