package dev.plumbline.rules.posture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.rules.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Findings that are known: those of an earlier scan, by their fingerprints.
 *
 * @param fingerprints of failed verdicts
 */
public record Baseline(Set<String> fingerprints) {
    public static final Baseline NONE = new Baseline(Set.of());

    private static final String TOOL = "Plumbline";
    private static final String JSON_FORMAT = "plumbline-report/1";
    private static final String FINGERPRINT = "plumbline/v1";

    public Baseline {
        fingerprints = Set.copyOf(fingerprints);
    }

    public boolean knows(Finding finding) {
        return fingerprints.contains(finding.fingerprint());
    }

    /**
     * Reads an earlier report of ours, JSON or SARIF. Exempted findings are not known: they count from the day on which
     * nothing exempts them.
     *
     * @throws IOException where the file cannot be read or is no such report; the message says which
     */
    public static Baseline read(Path file) throws IOException {
        Set<String> fingerprints = new HashSet<>();
        Map<String, String> results = new HashMap<>();
        Set<String> suppressed = new HashSet<>();
        boolean ours = false;
        try (JsonParser json = new JsonFactory().createParser(Files.newBufferedReader(file))) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && json.currentName() != null) {
                    switch (json.currentName()) {
                        case "format" ->
                            ours |= at(json, "format") && json.getText().equals(JSON_FORMAT);
                        case "name" ->
                            ours |= at(json, "runs", "", "tool", "driver", "name")
                                    && json.getText().equals(TOOL);
                        case "fingerprint" -> {
                            if (at(json, "findings", "", "fingerprint")) {
                                fingerprints.add(json.getText());
                            }
                        }
                        case FINGERPRINT -> {
                            if (at(json, "runs", "", "results", "", "partialFingerprints", FINGERPRINT)) {
                                results.put(result(json), json.getText());
                            }
                        }
                        case "kind" -> {
                            if (at(json, "runs", "", "results", "", "suppressions", "", "kind")) {
                                suppressed.add(result(json));
                            }
                        }
                        default -> {}
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw new IOException("the baseline " + file + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IOException("the baseline " + file + " cannot be read: " + e, e);
        }
        if (!ours) {
            throw new IOException("the baseline " + file + " is not a JSON or SARIF report of " + TOOL);
        }
        results.keySet().removeAll(suppressed);
        fingerprints.addAll(results.values());
        return new Baseline(fingerprints);
    }

    /** Which of a SARIF log's results the parser is in. */
    private static String result(JsonParser json) {
        JsonPointer pointer = json.getParsingContext().pathAsPointer();
        return pointer.tail().getMatchingIndex() + "/"
                + pointer.tail().tail().tail().getMatchingIndex();
    }

    /** Whether the parser stands at that path; an empty segment is any element of an array. */
    private static boolean at(JsonParser json, String... path) {
        JsonPointer pointer = json.getParsingContext().pathAsPointer();
        for (String segment : path) {
            if (pointer.matches()
                    || (segment.isEmpty()
                            ? pointer.getMatchingIndex() < 0
                            : !segment.equals(pointer.getMatchingProperty()))) {
                return false;
            }
            pointer = pointer.tail();
        }
        return pointer.matches();
    }
}
