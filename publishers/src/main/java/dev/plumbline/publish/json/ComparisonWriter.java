package dev.plumbline.publish.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.publish.ChangeCounts;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.comparison.KnownFinding;
import java.io.IOException;

/** Writes what became of the baseline's findings, where there is one. */
final class ComparisonWriter {
    private final JsonGenerator json;

    ComparisonWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(ScanResult result) throws IOException {
        if (!result.comparison().isGiven()) {
            return;
        }
        ChangeCounts counts = ChangeCounts.of(result);
        json.writeObjectFieldStart("comparison");
        json.writeStringField("baseline", result.comparison().baseline());
        for (Change change : Change.values()) {
            json.writeNumberField(change.id(), counts.of(change));
        }
        json.writeNumberField("resolved", counts.resolved());
        json.writeEndObject();
        json.writeArrayFieldStart("resolved");
        for (KnownFinding known : result.comparison().resolved()) {
            json.writeStartObject();
            json.writeStringField("rule", known.rule());
            JsonOutput.unlessEmpty(json, "title", known.title());
            if (known.severity() != null) {
                json.writeStringField("severity", known.severity().id());
            }
            json.writeStringField("fingerprint", known.fingerprint());
            json.writeStringField("unit", known.unit());
            json.writeStringField("file", known.file());
            json.writeStringField("resource", known.resource());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
