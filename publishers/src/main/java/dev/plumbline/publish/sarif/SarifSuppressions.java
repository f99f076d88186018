package dev.plumbline.publish.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.iac.Exemption;
import dev.plumbline.publish.json.JsonOutput;
import dev.plumbline.publish.text.Neutral;
import java.io.IOException;

/** An exemption as a {@code suppression} object (SARIF 2.1.0, 3.35). */
final class SarifSuppressions {
    private SarifSuppressions() {}

    /** The result's {@code suppressions}, of one element. */
    static void write(JsonGenerator json, Exemption exemption) throws IOException {
        json.writeArrayFieldStart("suppressions");
        json.writeStartObject();
        json.writeStringField("kind", exemption.syntax() == Exemption.Syntax.CONFIGURATION ? "external" : "inSource");
        json.writeStringField("status", "accepted");
        json.writeStringField("justification", Neutral.line(exemption.reason()));
        json.writeObjectFieldStart("location");
        SarifResults.physical(json, exemption.range());
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("category", exemption.category().id());
        json.writeStringField("writtenFor", exemption.syntax().tool());
        JsonOutput.unlessEmpty(json, "owner", Neutral.line(exemption.owner()));
        if (exemption.until() != null) {
            json.writeStringField("until", exemption.until().toString());
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }
}
