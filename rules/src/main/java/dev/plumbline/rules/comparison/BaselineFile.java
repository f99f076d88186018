package dev.plumbline.rules.comparison;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.rules.Identity;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;

/**
 * The file of accepted findings that a team keeps beside its templates: JSON, a finding a line, sorted, without anything
 * that changes from day to day, so that two versions of it can be compared and merged. {@code
 * plumbline-baseline.schema.json} beside this class describes it.
 */
public final class BaselineFile {
    /** Its usual name. */
    public static final String NAME = "plumbline-baseline.json";

    static final String FORMAT_NAME = "plumbline-baseline/";

    /** Changes when a reader of the format would have to. */
    static final String FORMAT = FORMAT_NAME + "1";

    private BaselineFile() {}

    /**
     * Reads a baseline file, or an earlier report of ours, JSON or SARIF.
     *
     * @throws IOException where the file cannot be read or is none of these; the message says which, where and what to do
     */
    public static Baseline read(Path file) throws IOException {
        return BaselineReader.read(file);
    }

    /**
     * Writes a baseline, and the directories that lead to it. The file is there as a whole or as it was before.
     *
     * @throws IOException where that cannot be done
     */
    public static void write(Path file, Baseline baseline) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path written = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.writeString(written, text(baseline));
            try {
                Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(written);
        }
    }

    static String text(Baseline baseline) throws IOException {
        StringBuilder text = new StringBuilder("{\n  \"format\": \"" + FORMAT + "\",\n");
        if (baseline.score().isPresent()) {
            BigDecimal score =
                    BigDecimal.valueOf(baseline.score().getAsDouble()).setScale(2, RoundingMode.HALF_UP);
            text.append("  \"score\": ").append(score).append(",\n");
        }
        list(text, "findings", baseline.accepted());
        if (!baseline.resolved().isEmpty()) {
            text.append(",\n");
            list(text, "resolved", baseline.resolved());
        }
        return text.append("\n}\n").toString();
    }

    private static void list(StringBuilder text, String name, List<KnownFinding> findings) throws IOException {
        text.append("  \"").append(name).append("\": [");
        for (Iterator<KnownFinding> left = findings.iterator(); left.hasNext(); ) {
            text.append("\n    ").append(line(left.next())).append(left.hasNext() ? "," : "\n  ");
        }
        text.append("]");
    }

    private static String line(KnownFinding finding) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("file", finding.file());
            json.writeStringField("resource", finding.resource());
            json.writeStringField("rule", finding.rule());
            if (finding.severity() != null) {
                json.writeStringField("severity", finding.severity().id());
            }
            json.writeStringField("unit", finding.unit());
            // Which of several like findings it is changes with the others; the unit tells them apart.
            json.writeStringField("fingerprint", Identity.content(finding.fingerprint()));
            json.writeEndObject();
        }
        return line.toString();
    }
}
