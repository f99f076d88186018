package dev.plumbline.publish.sarif;

import static dev.plumbline.publish.sarif.SarifReport.message;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.Constructs;
import dev.plumbline.publish.Fixes;
import dev.plumbline.publish.Trace;
import dev.plumbline.publish.json.JsonOutput;
import dev.plumbline.publish.source.SourceEdit;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.comparison.KnownFinding;
import java.io.IOException;
import java.util.Optional;

/** Findings as {@code result} objects (SARIF 2.1.0, 3.27). */
final class SarifResults {
    private final JsonGenerator json;
    private final SarifRules rules;

    SarifResults(JsonGenerator json, SarifRules rules) {
        this.json = json;
        this.rules = rules;
    }

    /**
     * @param state the {@code baselineState} (3.27.24); empty where there is no baseline
     * @param change the same in our terms, of which SARIF has no reopened one; null where there is no baseline
     */
    void write(Finding finding, String state, Change change) throws IOException {
        Rule rule = finding.rule();
        boolean open = finding.verdict() == Verdict.UNKNOWN;
        json.writeStartObject();
        json.writeStringField("ruleId", rule.id());
        json.writeNumberField("ruleIndex", rules.index(rule));
        if (open) {
            json.writeStringField("kind", "open");
        }
        json.writeStringField("level", open ? "none" : SarifRules.level(rule.severity()));
        message(json, "message", text(finding));
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        physical(json, finding.range());
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("name", Neutral.line(finding.resource().name()));
        json.writeStringField(
                "fullyQualifiedName", Neutral.line(finding.resource().address()));
        json.writeStringField("kind", "resource");
        json.writeEndObject();
        construct(Neutral.line(Constructs.path(finding.resource())));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        related(finding);
        fixes(finding);
        JsonOutput.unlessEmpty(json, "baselineState", state);
        if (finding.isExempted()) {
            SarifSuppressions.write(json, finding.exemption());
        }
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("plumbline/v1", finding.fingerprint());
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("resourceType", Neutral.line(finding.resource().type()));
        json.writeStringField("language", finding.resource().dialect().id());
        json.writeStringField("unit", Neutral.line(finding.unit()));
        JsonOutput.unlessEmpty(json, "attribute", Neutral.line(finding.attribute()));
        JsonOutput.unlessEmpty(json, "assumption", Neutral.line(finding.assumption()));
        if (change == Change.REOPENED) {
            json.writeStringField("change", change.id());
        }
        if (finding.decision() != null) {
            json.writeStringField("policyEffect", finding.decision().effect().id());
            json.writeStringField(
                    "policyScope", Neutral.line(finding.decision().scope().label()));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /**
     * A finding of the baseline that has gone. No region: nobody knows where it would be. A pass, so that nothing takes it
     * for a finding that does not know of baselines.
     */
    void writeAbsent(KnownFinding known) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", known.rule());
        json.writeStringField("kind", "pass");
        json.writeStringField("level", "none");
        String title = known.title().isEmpty() ? known.rule() : sentence(known.title());
        message(json, "message", plain("Resolved: " + title + " (" + known.resource() + ")"));
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", UriPath.of(known.file()));
        json.writeStringField("uriBaseId", SarifReport.BASE_ID);
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("fullyQualifiedName", Neutral.line(known.resource()));
        json.writeStringField("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringField("baselineState", "absent");
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("plumbline/v1", Neutral.line(known.fingerprint()));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        if (known.severity() != null) {
            json.writeStringField("severity", known.severity().id());
        }
        json.writeStringField("unit", Neutral.line(known.unit()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void construct(String path) throws IOException {
        if (!path.isEmpty()) {
            json.writeStartObject();
            json.writeStringField("name", path.substring(path.lastIndexOf('/') + 1));
            json.writeStringField("fullyQualifiedName", path);
            json.writeStringField("kind", "construct");
            json.writeEndObject();
        }
    }

    private static String text(Finding finding) {
        Rule rule = finding.rule();
        StringBuilder text = new StringBuilder(sentence(rule.title()))
                .append(" (")
                .append(finding.resource().address());
        String construct = Constructs.path(finding.resource());
        text.append(construct.isEmpty() ? ")" : ", construct " + construct + ")");
        if (!finding.reason().isEmpty()) {
            text.append(finding.verdict() == Verdict.UNKNOWN ? " Unknown: " : " Because: ")
                    .append(sentence(finding.reason()));
        }
        if (!finding.assumption().isEmpty()) {
            text.append(" Holds when ").append(sentence(finding.assumption()));
        }
        if (!rule.remediation().text().isBlank()) {
            text.append(' ').append(sentence(rule.remediation().text().strip()));
        }
        Fixes.of(finding).ifPresent(fix -> text.append(" Set ")
                .append(fix.set())
                .append(" = ")
                .append(fix.to())
                .append('.'));
        return plain(text.toString());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /** Text that is not taken for a link: {@code [text](target)} is one in SARIF's plain text messages (3.11.6). */
    static String plain(String text) {
        return Neutral.line(text).replace("](", "] (");
    }

    private void related(Finding finding) throws IOException {
        var steps = Trace.of(finding);
        var calls = finding.resource().calls();
        if (steps.isEmpty() && calls.isEmpty()) {
            return;
        }
        int id = 1;
        json.writeArrayFieldStart("relatedLocations");
        for (Trace.Step step : steps) {
            related(id++, step.range(), step.label().isEmpty() ? "value from here" : "value from " + step.label());
        }
        for (Call call : calls) {
            related(id++, call.range(), "called as " + call.name());
        }
        json.writeEndArray();
    }

    /** The one edit that mends it (3.55), where there is one that can be made as it stands. */
    private void fixes(Finding finding) throws IOException {
        Optional<SourceEdit> edit = finding.verdict() == Verdict.FAIL ? SourceEdit.of(finding) : Optional.empty();
        if (edit.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("fixes");
        json.writeStartObject();
        message(
                json,
                "description",
                plain("Set " + finding.attribute() + " to " + edit.get().replacement() + "."));
        json.writeArrayFieldStart("artifactChanges");
        json.writeStartObject();
        artifact(json, edit.get().range());
        json.writeArrayFieldStart("replacements");
        json.writeStartObject();
        region(json, "deletedRegion", edit.get().range());
        json.writeObjectFieldStart("insertedContent");
        json.writeStringField("text", edit.get().replacement());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void related(int id, SourceRange range, String text) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", id);
        physical(json, range);
        message(json, "message", plain(text));
        json.writeEndObject();
    }

    static void physical(JsonGenerator json, SourceRange range) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        artifact(json, range);
        region(json, "region", range);
        json.writeEndObject();
    }

    private static void artifact(JsonGenerator json, SourceRange range) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", UriPath.of(range.file()));
        json.writeStringField("uriBaseId", SarifReport.BASE_ID);
        json.writeEndObject();
    }

    private static void region(JsonGenerator json, String field, SourceRange range) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("startLine", range.startLine());
        json.writeNumberField("startColumn", range.startColumn());
        json.writeNumberField("endLine", range.endLine());
        json.writeNumberField("endColumn", range.endColumn());
        json.writeEndObject();
    }
}
