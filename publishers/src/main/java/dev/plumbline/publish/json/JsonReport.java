package dev.plumbline.publish.json;

import static dev.plumbline.publish.json.JsonOutput.strings;
import static dev.plumbline.publish.json.JsonOutput.unlessEmpty;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.iac.Diagnostic;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.Publisher;
import dev.plumbline.publish.RuleLinks;
import dev.plumbline.publish.Tally;
import dev.plumbline.publish.ToolVersion;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.compliance.Benchmarks;
import dev.plumbline.rules.compliance.Compliance;
import dev.plumbline.rules.posture.Gate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Plumbline's own format, described by {@code plumbline-report.schema.json} beside this class: everything a result holds
 * but the single passes, which are counted.
 */
public final class JsonReport implements Publisher {
    /** Changes when a reader of the format would have to. */
    public static final String FORMAT = "plumbline-report/1";

    private final Supplier<Benchmarks> benchmarks;

    public JsonReport() {
        this(Benchmarks::builtIn);
    }

    /** @param benchmarks those of which the report tells */
    public JsonReport(Supplier<Benchmarks> benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Override
    public void publish(ScanResult result, PublishOptions options, OutputStream out) throws IOException {
        JsonGenerator json = JsonOutput.on(out);
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "Plumbline");
        json.writeStringField("version", ToolVersion.current());
        json.writeEndObject();
        gate(json, result.gate());
        summary(json, Tally.of(result));
        new ScoreWriter(json).write(result);
        ComplianceWriter.write(json, Compliance.of(result, benchmarks.get()));
        units(json, result.units());
        rules(json, result.rules(), options.rules());
        FindingWriter findings = new FindingWriter(json, result.comparison());
        json.writeArrayFieldStart("findings");
        findings.writeAll(result.findings(Verdict.FAIL).iterator());
        json.writeEndArray();
        json.writeArrayFieldStart("unknown");
        findings.writeAll(result.findings(Verdict.UNKNOWN).iterator());
        json.writeEndArray();
        json.writeArrayFieldStart("exempted");
        findings.writeAll(result.exempted().iterator());
        json.writeEndArray();
        new ComparisonWriter(json).write(result);
        diagnostics(json, result.diagnostics().iterator());
        json.writeEndObject();
        JsonOutput.end(json);
    }

    private static void gate(JsonGenerator json, Gate.Outcome gate) throws IOException {
        json.writeObjectFieldStart("gate");
        json.writeStringField("status", gate.status().name().toLowerCase(Locale.ROOT));
        strings(json, "reasons", gate.reasons());
        if (!gate.warnings().isEmpty()) {
            strings(json, "warnings", gate.warnings());
        }
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, Tally tally) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("resources", tally.resources());
        json.writeNumberField("passed", tally.passed());
        json.writeNumberField("failed", tally.failed());
        json.writeNumberField("unknown", tally.unknown());
        json.writeNumberField("exempted", tally.exempted());
        json.writeObjectFieldStart("failedBySeverity");
        for (Severity severity : Severity.values()) {
            json.writeNumberField(severity.id(), tally.failed(severity));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void units(JsonGenerator json, List<ScanResult.Unit> units) throws IOException {
        json.writeArrayFieldStart("units");
        for (ScanResult.Unit unit : units) {
            json.writeStartObject();
            json.writeStringField("path", unit.path());
            json.writeStringField("language", unit.dialect().id());
            json.writeNumberField("resources", unit.resources());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void rules(JsonGenerator json, List<Rule> rules, RuleLinks links) throws IOException {
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules) {
            json.writeStartObject();
            RuleWriter.write(json, rule, links);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void diagnostics(JsonGenerator json, Iterator<Diagnostic> diagnostics) throws IOException {
        json.writeArrayFieldStart("diagnostics");
        while (diagnostics.hasNext()) {
            Diagnostic diagnostic = diagnostics.next();
            json.writeStartObject();
            json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("code", diagnostic.code());
            json.writeStringField("summary", diagnostic.summary());
            unlessEmpty(json, "detail", diagnostic.detail());
            FindingWriter.location(json, "location", diagnostic.range());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
