package dev.plumbline.rules.comparison;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.rules.Severity;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Reads baseline files, and our reports as such: their findings are the accepted ones. What a report tells as exempted is
 * not known: it counts from the day on which nothing exempts it.
 */
final class BaselineReader {
    private static final String TOOL = "Plumbline";
    private static final String REPORT = "plumbline-report/1";
    private static final String FINGERPRINT = "plumbline/v1";

    private final Path file;
    private final List<KnownFinding> accepted = new ArrayList<>();
    private final List<KnownFinding> resolved = new ArrayList<>();
    private final Map<String, String> titles = new HashMap<>();
    private OptionalDouble score = OptionalDouble.empty();
    private String format = "";
    private boolean sarif;

    private BaselineReader(Path file) {
        this.file = file;
    }

    static Baseline read(Path file) throws IOException {
        return new BaselineReader(file).read();
    }

    private Baseline read() throws IOException {
        try (JsonParser json = new JsonFactory().createParser(Files.newBufferedReader(file))) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    member(json, json.currentName());
                }
                if (json.currentToken() != JsonToken.END_OBJECT) {
                    throw refused("ends too early");
                }
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw refused("is not JSON at line " + line + ": " + e.getOriginalMessage());
        }
        if (format.startsWith(BaselineFile.FORMAT_NAME) && !format.equals(BaselineFile.FORMAT)) {
            throw new IOException("the baseline " + file + " has the format " + format + ", and " + BaselineFile.FORMAT
                    + " is the newest that is known here: use the version of Plumbline that wrote it");
        }
        if (!sarif && !format.equals(BaselineFile.FORMAT) && !format.equals(REPORT)) {
            throw refused("is neither a baseline nor a JSON or SARIF report of " + TOOL);
        }
        return new Baseline(
                file.getFileName().toString(),
                accepted.stream().map(this::titled).toList(),
                resolved.stream().map(this::titled).toList(),
                score);
    }

    private void member(JsonParser json, String name) throws IOException {
        JsonToken token = json.nextToken();
        switch (name) {
            case "format" -> format = token == JsonToken.VALUE_STRING ? json.getText() : "";
            case "score" -> score = score(JsonValues.read(json));
            case "rules" ->
                forEach(json, rule -> titles.put(JsonValues.text(rule, "id"), JsonValues.text(rule, "title")));
            case "findings" -> forEach(json, finding -> accepted.add(finding(finding)));
            case "resolved" -> forEach(json, finding -> resolved.add(finding(finding)));
            case "runs" -> runs(json);
            default -> json.skipChildren();
        }
    }

    private interface Taker {
        void take(Map<?, ?> object) throws IOException;
    }

    /** The objects of an array; the parser stands at its start. */
    private void forEach(JsonParser json, Taker taker) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
            int line = json.currentTokenLocation().getLineNr();
            Object element = JsonValues.read(json);
            try {
                taker.take(element instanceof Map<?, ?> object ? object : Map.of());
            } catch (IncompleteException e) {
                throw refused("has a finding without a " + e.getMessage() + " at line " + line);
            }
        }
    }

    private static OptionalDouble score(Object value) {
        Object percent = value instanceof Map<?, ?> object ? object.get("percent") : value;
        return percent instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    private static KnownFinding finding(Map<?, ?> object) throws IncompleteException {
        Object resource = object.get("resource");
        Object location = object.get("location");
        return new KnownFinding(
                JsonValues.text(object, "rule"),
                "",
                Severity.of(JsonValues.text(object, "severity")).orElse(null),
                JsonValues.text(object, "unit"),
                location == null ? JsonValues.text(object, "file") : JsonValues.text(location, "file"),
                resource instanceof String text ? text : JsonValues.text(resource, "address"),
                required(JsonValues.text(object, "fingerprint"), "fingerprint"));
    }

    private void runs(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "tool" -> sarif |= TOOL.equals(JsonValues.at(JsonValues.read(json), "driver", "name"));
                    case "properties" -> score = score(JsonValues.at(JsonValues.read(json), "secureScore"));
                    case "results" -> forEach(json, this::result);
                    default -> json.skipChildren();
                }
            }
        }
    }

    private void result(Map<?, ?> result) {
        String fingerprint = JsonValues.text(JsonValues.at(result, "partialFingerprints"), FINGERPRINT);
        boolean exempted = result.get("suppressions") instanceof List<?> list && !list.isEmpty();
        if (fingerprint.isEmpty() || exempted || "open".equals(result.get("kind"))) {
            return;
        }
        Object location = JsonValues.first(result.get("locations"));
        KnownFinding known = new KnownFinding(
                JsonValues.text(result, "ruleId"),
                "",
                Severity.of(JsonValues.text(result.get("properties"), "severity"))
                        .orElse(null),
                JsonValues.text(result.get("properties"), "unit"),
                path(JsonValues.text(JsonValues.at(location, "physicalLocation", "artifactLocation"), "uri")),
                JsonValues.text(JsonValues.first(JsonValues.at(location, "logicalLocations")), "fullyQualifiedName"),
                fingerprint);
        ("absent".equals(result.get("baselineState")) ? resolved : accepted).add(known);
    }

    private static String path(String uri) {
        try {
            return Objects.requireNonNullElse(new URI(uri).getPath(), "");
        } catch (URISyntaxException e) {
            return uri;
        }
    }

    private KnownFinding titled(KnownFinding known) {
        String title = titles.getOrDefault(known.rule(), "");
        return title.isEmpty() ? known : known.titled(title);
    }

    /** A member that a finding cannot do without is not there. */
    private static final class IncompleteException extends IOException {
        private static final long serialVersionUID = 1;

        IncompleteException(String member) {
            super(member);
        }
    }

    private static String required(String text, String member) throws IncompleteException {
        if (text.isEmpty()) {
            throw new IncompleteException(member);
        }
        return text;
    }

    private IOException refused(String fault) {
        return new IOException("the baseline " + file + " " + fault + "; write it anew with: plumbline baseline");
    }
}
