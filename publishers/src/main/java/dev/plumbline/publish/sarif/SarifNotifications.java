package dev.plumbline.publish.sarif;

import static dev.plumbline.publish.sarif.SarifReport.message;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.ScanResult;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/** Diagnostics as notifications of the run's one invocation (SARIF 2.1.0, 3.20.21 and 3.58). */
final class SarifNotifications {
    private static final String LEFT_OUT = "results-left-out";

    private final JsonGenerator json;
    private final List<Diagnostic> diagnostics;
    private final int leftOut;
    private final List<String> codes;

    SarifNotifications(JsonGenerator json, ScanResult result, int leftOut) {
        this.json = json;
        this.diagnostics = result.diagnostics();
        this.leftOut = leftOut;
        TreeSet<String> distinct = new TreeSet<>();
        diagnostics.forEach(diagnostic -> distinct.add(diagnostic.code()));
        if (leftOut > 0) {
            distinct.add(LEFT_OUT);
        }
        this.codes = List.copyOf(distinct);
    }

    void descriptors() throws IOException {
        json.writeArrayFieldStart("notifications");
        for (String code : codes) {
            json.writeStartObject();
            json.writeStringField("id", code);
            message(json, "shortDescription", described(code));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** {@code "File unreadable"}: what GitHub asks of each descriptor, notifications' too. */
    private static String described(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }

    void invocation() throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField(
                "executionSuccessful",
                diagnostics.stream().noneMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR));
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Diagnostic diagnostic : diagnostics) {
            start(diagnostic.code(), level(diagnostic.severity()), text(diagnostic));
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            SarifResults.physical(json, diagnostic.range());
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        if (leftOut > 0) {
            start(
                    LEFT_OUT,
                    "warning",
                    "%s results of the least severity are left out: a run holds at most %s."
                            .formatted(leftOut, SarifReport.MAX_RESULTS));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void start(String code, String level, String text) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("descriptor");
        json.writeStringField("id", code);
        json.writeNumberField("index", codes.indexOf(code));
        json.writeEndObject();
        json.writeStringField("level", level);
        message(json, "message", text);
    }

    private static String text(Diagnostic diagnostic) {
        String detail = diagnostic.detail().isBlank() ? "" : " " + diagnostic.detail();
        return SarifResults.plain(diagnostic.summary() + "." + detail);
    }

    private static String level(Diagnostic.Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
