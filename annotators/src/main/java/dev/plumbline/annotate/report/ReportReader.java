package dev.plumbline.annotate.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.annotate.report.Annotation.Edit;
import dev.plumbline.annotate.report.Annotation.Fix;
import dev.plumbline.annotate.report.Annotation.RuleText;
import dev.plumbline.publish.json.JsonReport;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.posture.Gate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the JSON report of a scan. */
public final class ReportReader {
    private static final int MAX_FINGERPRINT = 128;
    /** A report of tens of thousands of findings is smaller. */
    private static final long MAX_SIZE = 100_000_000;
    /** No rule says more; what does would not fit into a comment. */
    private static final int MAX_TEXT = 4000;

    private final JsonNode report;
    private final String prefix;
    private final Map<String, RuleText> rules = new HashMap<>();

    private ReportReader(JsonNode report, String prefix) {
        this.report = report;
        String directory = Path.of(prefix).normalize().toString().replace('\\', '/');
        this.prefix = directory.isEmpty() ? "" : directory + "/";
    }

    /**
     * Reads a report from a file.
     *
     * @param prefix the path from the repository's root to the directory that the report's paths are relative to; empty
     *     where it is the root itself
     * @throws IOException where the file cannot be read or is no such report; the message says which
     */
    public static Report read(Path file, String prefix) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > MAX_SIZE) {
                throw new IOException("the report " + file + " is larger than " + MAX_SIZE / 1_000_000 + " MB");
            }
            return read(in, file.toString(), prefix);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no report " + file + "; plumbline scan --report json=FILE writes one", e);
        }
    }

    /** Reads a report that {@code name} names in messages. */
    public static Report read(InputStream in, String name, String prefix) throws IOException {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(in);
        } catch (JsonProcessingException e) {
            throw new IOException("the report " + name + " is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!json.path("format").asText().equals(JsonReport.FORMAT)) {
            throw new IOException(
                    "the report " + name + " is not a JSON report of Plumbline; write one with --report json=FILE");
        }
        return new ReportReader(json, prefix).read();
    }

    private Report read() throws IOException {
        for (JsonNode rule : report.path("rules")) {
            RuleText text = rule(rule);
            rules.put(text.id(), text);
        }
        Map<String, Annotation> byPlace = new LinkedHashMap<>();
        Set<String> standing = new HashSet<>();
        int known = 0;
        for (JsonNode finding : report.path("findings")) {
            standing.add(fingerprint(finding));
            if (finding.path("known").asBoolean()) {
                known++;
            } else {
                Annotation annotation = annotation(finding);
                byPlace.merge(place(annotation), annotation, ReportReader::together);
            }
        }
        for (JsonNode finding : report.path("unknown")) {
            standing.add(fingerprint(finding));
        }
        List<String> reasons = new ArrayList<>();
        report.at("/gate/reasons").forEach(reason -> reasons.add(text(reason)));
        report.at("/gate/warnings").forEach(warning -> reasons.add("Warning: " + text(warning)));
        boolean complete = true;
        for (JsonNode diagnostic : report.path("diagnostics")) {
            complete &= !diagnostic.path("severity").asText().equals("error");
        }
        return new Report(
                status(report.at("/gate/status").asText()),
                reasons,
                number(report.at("/score/percent")),
                number(report.at("/score/before")),
                new ArrayList<>(byPlace.values()),
                known,
                report.path("unknown").size(),
                standing,
                complete);
    }

    /** What is not known to have passed has not. */
    private static Gate.Status status(String id) {
        for (Gate.Status status : Gate.Status.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(id)) {
                return status;
            }
        }
        return Gate.Status.INCOMPLETE;
    }

    private static OptionalDouble number(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }

    private static RuleText rule(JsonNode rule) {
        return new RuleText(
                text(rule.path("id")),
                text(rule.path("title")),
                Severity.of(rule.path("severity").asText()).orElse(Severity.LOW),
                text(rule.path("risk")),
                text(rule.at("/remediation/text")),
                rule.path("documentation").asText());
    }

    private static String text(JsonNode node) {
        String text = node.asText();
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
    }

    /** Part of what is written to the platform unescaped, and therefore looked at. */
    private static String fingerprint(JsonNode finding) throws IOException {
        String text = finding.path("fingerprint").asText();
        if (text.isEmpty()
                || text.length() > MAX_FINGERPRINT
                || !text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80)) {
            throw new IOException("the report is damaged: a fingerprint in it is none");
        }
        return text;
    }

    private Annotation annotation(JsonNode finding) throws IOException {
        String id = finding.path("rule").asText();
        Severity severity = Severity.of(finding.path("severity").asText()).orElse(Severity.LOW);
        JsonNode location = finding.path("location");
        int start = Math.max(1, location.path("startLine").asInt());
        // The end is exclusive: a range that ends before the first column of a line does not touch that line.
        int end = location.path("endLine").asInt() - (location.path("endColumn").asInt() == 1 ? 1 : 0);
        return new Annotation(
                fingerprint(finding),
                rules.getOrDefault(id, new RuleText(id, id, severity, "", "")),
                prefix + text(location.path("file")),
                start,
                Math.max(start, end),
                List.of(text(finding.at("/resource/address"))),
                text(finding.path("attribute")),
                text(finding.path("assumption")),
                fix(finding.path("fix"), location.path("file").asText()));
    }

    private static Fix fix(JsonNode fix, String file) {
        if (fix.isMissingNode()) {
            return null;
        }
        JsonNode place = fix.path("replaces");
        boolean onOneLine = place.path("file").asText().equals(file)
                && place.path("startLine").asInt() == place.path("endLine").asInt(-1);
        return new Fix(
                text(fix.path("set")),
                text(fix.path("to")),
                onOneLine
                        ? new Edit(
                                place.path("startLine").asInt(),
                                place.path("startColumn").asInt(),
                                place.path("endColumn").asInt())
                        : null);
    }

    private static String place(Annotation annotation) {
        return annotation.file()
                + '\0'
                + annotation.startLine()
                + '\0'
                + annotation.rule().id()
                + '\0'
                + annotation.attribute();
    }

    private static Annotation together(Annotation first, Annotation further) {
        List<String> resources = new ArrayList<>(first.resources());
        further.resources().stream()
                .filter(address -> !resources.contains(address))
                .forEach(resources::add);
        return new Annotation(
                first.fingerprint(),
                first.rule(),
                first.file(),
                first.startLine(),
                first.endLine(),
                resources,
                first.attribute(),
                first.assumption(),
                first.fix());
    }
}
