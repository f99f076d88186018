package io.jenkins.plugins.plumbline.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Reports as bytes: compressed JSON. That is all that an agent sends to the controller, and what a build keeps, so no
 * class of ours has to be deserialised from what an agent says, and a newer version reads what an older one wrote.
 */
public final class ReportCodec {
    /** Bytes of JSON that are read at most: what an agent sends is not to be trusted. */
    static final int MAX_BYTES = 256 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ReportCodec() {}

    public static byte[] write(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            JSON.writeValue(out, report);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException where the bytes are no report, or a report of more than 256 MiB */
    public static Report read(byte[] bytes) throws IOException {
        return read(bytes, MAX_BYTES);
    }

    static Report read(byte[] bytes, int most) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] json = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new IOException("the report is larger than " + most + " bytes");
            }
            Report report = JSON.readValue(json, Report.class);
            if (report == null) {
                throw new IOException("not a report: nothing");
            }
            if (report.format() > Report.FORMAT) {
                throw new IOException("the report is of format " + report.format() + ", and up to " + Report.FORMAT
                        + " is known: it was written by a newer version");
            }
            return report;
        } catch (JacksonException e) {
            throw new IOException("not a report: " + e.getOriginalMessage(), e);
        }
    }
}
