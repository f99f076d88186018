package dev.plumbline.publish.json;

import static dev.plumbline.publish.json.JsonOutput.unlessEmpty;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.Fixes;
import dev.plumbline.publish.Trace;
import dev.plumbline.publish.source.SourceEdit;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule.Fix;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.comparison.Comparison;
import dev.plumbline.rules.policy.Decision;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/** Writes findings as {@code plumbline-report.schema.json} describes them. */
final class FindingWriter {
    private final JsonGenerator json;
    private final Comparison comparison;

    FindingWriter(JsonGenerator json, Comparison comparison) {
        this.json = json;
        this.comparison = comparison;
    }

    void writeAll(Iterator<Finding> findings) throws IOException {
        while (findings.hasNext()) {
            write(findings.next());
        }
    }

    private void write(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule().id());
        json.writeStringField("severity", finding.rule().severity().id());
        json.writeStringField("fingerprint", finding.fingerprint());
        if (comparison.accepts(finding)) {
            json.writeBooleanField("known", true);
        }
        Optional<Change> change = comparison.of(finding);
        if (change.isPresent()) {
            json.writeStringField("change", change.get().id());
        }
        json.writeStringField("unit", finding.unit());
        location(json, "location", finding.range());
        resource(finding.resource());
        unlessEmpty(json, "attribute", finding.attribute());
        unlessEmpty(json, "reason", finding.reason());
        unlessEmpty(json, "assumption", finding.assumption());
        if (finding.isExempted()) {
            json.writeStringField("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
            exemption(finding.exemption());
        }
        if (finding.decision() != null) {
            policy(finding.decision());
        }
        json.writeArrayFieldStart("origin");
        for (Trace.Step step : Trace.of(finding)) {
            json.writeStartObject();
            unlessEmpty(json, "label", step.label());
            location(json, "location", step.range());
            json.writeEndObject();
        }
        json.writeEndArray();
        Optional<Fix> fix = Fixes.of(finding);
        if (fix.isPresent()) {
            json.writeObjectFieldStart("fix");
            json.writeStringField("set", fix.get().set());
            json.writeStringField("to", fix.get().to());
            Optional<SourceEdit> edit = SourceEdit.of(finding);
            if (edit.isPresent()) {
                location(json, "replaces", edit.get().range());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void policy(Decision decision) throws IOException {
        json.writeObjectFieldStart("policy");
        json.writeStringField("effect", decision.effect().id());
        json.writeStringField("scope", decision.scope().label());
        location(json, "location", decision.range());
        json.writeEndObject();
    }

    private void exemption(Exemption exemption) throws IOException {
        json.writeObjectFieldStart("exemption");
        json.writeStringField("category", exemption.category().id());
        json.writeStringField("reason", exemption.reason());
        unlessEmpty(json, "owner", exemption.owner());
        if (exemption.until() != null) {
            json.writeStringField("until", exemption.until().toString());
        }
        json.writeStringField("writtenFor", exemption.syntax().tool());
        location(json, "location", exemption.range());
        json.writeEndObject();
    }

    private void resource(Resource resource) throws IOException {
        json.writeObjectFieldStart("resource");
        json.writeStringField("address", resource.address());
        json.writeStringField("type", resource.type());
        json.writeStringField("name", resource.name());
        json.writeStringField("language", resource.dialect().id());
        json.writeStringField("mode", resource.mode().name().toLowerCase(Locale.ROOT));
        unlessEmpty(json, "existence", resource.existence().reason());
        json.writeArrayFieldStart("calls");
        for (Call call : resource.calls()) {
            json.writeStartObject();
            json.writeStringField("name", call.name());
            location(json, "location", call.range());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void location(JsonGenerator json, String field, SourceRange range) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("file", range.file());
        json.writeNumberField("startLine", range.startLine());
        json.writeNumberField("startColumn", range.startColumn());
        json.writeNumberField("endLine", range.endLine());
        json.writeNumberField("endColumn", range.endColumn());
        json.writeEndObject();
    }
}
