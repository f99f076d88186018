package dev.plumbline.maven;

import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.PublishOptions.Detail;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.publish.ToolVersion;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.posture.Gate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.apache.maven.plugin.logging.Log;
import org.fusesource.jansi.Ansi;

/**
 * The report for people, in Maven's log. It is one message, so that its lines stay together in a build of several
 * threads and do not each carry Maven's level mark.
 */
record LogReport(Log log) {

    void write(ScanResult result) {
        String newLine = System.lineSeparator();
        String text = "Plumbline " + ToolVersion.current() + newLine + newLine + render(result);
        if (result.gate().status() == Gate.Status.PASSED) {
            log.info(text);
        } else {
            log.error(text);
        }
    }

    private String render(ScanResult result) {
        Charset charset = charset();
        PublishOptions options = new PublishOptions(
                coloured(),
                charset,
                PublishOptions.DEFAULT_WIDTH,
                log.isDebugEnabled() ? Detail.VERBOSE : Detail.NORMAL,
                false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ReportFormat.CONSOLE.publisher().publish(result, options, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toString(charset).stripTrailing();
    }

    /** What {@code System.out}, where the log goes, can show. */
    private static Charset charset() {
        String declared = System.getProperty("stdout.encoding");
        return declared != null && Charset.isSupported(declared) ? Charset.forName(declared) : Charset.defaultCharset();
    }

    /** Maven 3 turns Jansi on and off as its log is to be coloured or not; Maven 4 has none. */
    private static boolean coloured() {
        try {
            return Ansi.isEnabled();
        } catch (LinkageError e) {
            return false;
        }
    }
}
