package dev.plumbline.publish.sonar;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.Publisher;
import dev.plumbline.publish.RuleDocs;
import dev.plumbline.publish.Trace;
import dev.plumbline.publish.json.JsonOutput;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** SonarQube's generic issue format, for {@code sonar.externalIssuesReportPaths}. */
public final class SonarReport implements Publisher {

    @Override
    public void publish(ScanResult result, PublishOptions options, OutputStream out) throws IOException {
        List<Finding> failed = result.findings(Verdict.FAIL).toList();
        JsonGenerator json = JsonOutput.on(out);
        json.writeStartObject();
        json.writeArrayFieldStart("rules");
        Set<String> failing =
                failed.stream().map(finding -> finding.rule().id()).collect(Collectors.toSet());
        for (Rule rule : result.rules()) {
            if (failing.contains(rule.id())) {
                rule(json, rule);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("issues");
        for (Finding finding : failed) {
            issue(json, finding);
        }
        json.writeEndArray();
        json.writeEndObject();
        JsonOutput.end(json);
    }

    private static void rule(JsonGenerator json, Rule rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("name", Neutral.line(rule.title()));
        json.writeStringField("description", Neutral.lines(RuleDocs.text(rule)));
        json.writeStringField("engineId", "plumbline");
        json.writeStringField("cleanCodeAttribute", "TRUSTWORTHY");
        json.writeStringField("type", "VULNERABILITY");
        json.writeStringField("severity", severity(rule.severity()));
        json.writeArrayFieldStart("impacts");
        json.writeStartObject();
        json.writeStringField("softwareQuality", "SECURITY");
        json.writeStringField("severity", impact(rule.severity()));
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void issue(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule().id());
        json.writeFieldName("primaryLocation");
        location(
                json,
                finding.range(),
                finding.rule().title() + " (" + finding.resource().address() + ")");
        List<Trace.Step> steps = Trace.of(finding);
        if (!steps.isEmpty()) {
            json.writeArrayFieldStart("secondaryLocations");
            for (Trace.Step step : steps) {
                location(json, step.range(), "value from " + (step.label().isEmpty() ? "here" : step.label()));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, SourceRange range, String message) throws IOException {
        json.writeStartObject();
        json.writeStringField("message", Neutral.line(message));
        json.writeStringField("filePath", Neutral.line(range.file()));
        json.writeObjectFieldStart("textRange");
        json.writeNumberField("startLine", range.startLine());
        boolean empty = range.startLine() == range.endLine() && range.startColumn() == range.endColumn();
        if (!empty) { // SonarQube refuses a file's whole report for one empty range; a line alone is allowed
            json.writeNumberField("endLine", range.endLine());
            json.writeNumberField("startColumn", range.startColumn() - 1);
            json.writeNumberField("endColumn", range.endColumn() - 1);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Of the standard experience, to 10.2 the only one. */
    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "BLOCKER";
            case HIGH -> "CRITICAL";
            case MEDIUM -> "MAJOR";
            case LOW -> "MINOR";
        };
    }

    /** Of the multi-quality rule mode. BLOCKER would be refused before 10.8. */
    private static String impact(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "HIGH";
            case MEDIUM -> "MEDIUM";
            case LOW -> "LOW";
        };
    }
}
