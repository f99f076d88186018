package dev.plumbline.publish.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.Publisher;
import dev.plumbline.publish.Scores;
import dev.plumbline.publish.Tally;
import dev.plumbline.publish.ToolVersion;
import dev.plumbline.publish.json.JsonOutput;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Comparison;
import dev.plumbline.rules.comparison.KnownFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0, the OASIS standard for results of static analysis, within what GitHub code scanning takes: 25,000 results
 * and rules a run, 1,024 characters a description. Failed verdicts are results, exempted ones with a suppression; unknown
 * ones only where asked for, then of kind {@code open}; passes are counted in the run's properties.
 */
public final class SarifReport implements Publisher {
    static final int MAX_RESULTS = 25_000;
    static final String BASE_ID = "%SRCROOT%";
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    @Override
    public void publish(ScanResult result, PublishOptions options, OutputStream out) throws IOException {
        List<Finding> told = result.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL
                        || (finding.verdict() == Verdict.UNKNOWN && options.unknowns()))
                .toList();
        List<Finding> reported = gravest(told);
        JsonGenerator json = JsonOutput.on(out);
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        SarifNotifications notifications = new SarifNotifications(json, result, told.size() - reported.size());
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Plumbline");
        json.writeStringField("version", ToolVersion.current());
        SarifRules rules = new SarifRules(json, result.rules(), options.rules());
        rules.write();
        notifications.descriptors();
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", "plumbline/");
        json.writeEndObject();
        notifications.invocation();
        json.writeObjectFieldStart("originalUriBaseIds");
        json.writeObjectFieldStart(BASE_ID);
        message(json, "description", "The base directory of the scan");
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        SarifResults results = new SarifResults(json, rules);
        for (Finding finding : reported) {
            results.write(
                    finding,
                    baselineState(result.comparison(), finding),
                    result.comparison().of(finding).orElse(null));
        }
        for (KnownFinding resolved : result.comparison().resolved().stream()
                .limit(MAX_RESULTS - reported.size())
                .toList()) {
            results.writeAbsent(resolved);
        }
        json.writeEndArray();
        properties(json, result);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        JsonOutput.end(json);
    }

    /** The findings in their order, without the least grave where there are more than a run may hold. */
    private static List<Finding> gravest(List<Finding> findings) {
        if (findings.size() <= MAX_RESULTS) {
            return findings;
        }
        Stream<Finding> kept = findings.stream()
                .sorted(Comparator.comparing(Finding::verdict, Comparator.comparing(verdict -> verdict != Verdict.FAIL))
                        .thenComparing(Finding::isExempted)
                        .thenComparing(finding -> finding.rule().severity()))
                .limit(MAX_RESULTS);
        return kept.sorted().toList();
    }

    private static String baselineState(Comparison comparison, Finding finding) {
        if (!comparison.isGiven() || finding.verdict() != Verdict.FAIL) {
            return "";
        }
        return comparison.accepts(finding) ? "unchanged" : "new";
    }

    private static void properties(JsonGenerator json, ScanResult result) throws IOException {
        Tally tally = Tally.of(result);
        json.writeObjectFieldStart("properties");
        json.writeStringField("gate", result.gate().status().name().toLowerCase(Locale.ROOT));
        JsonOutput.strings(json, "gateReasons", result.gate().reasons());
        if (!result.gate().warnings().isEmpty()) {
            JsonOutput.strings(json, "gateWarnings", result.gate().warnings());
        }
        if (result.comparison().isGiven()) {
            json.writeStringField("baseline", result.comparison().baseline());
            json.writeNumberField("resolved", result.comparison().resolved().size());
        }
        if (result.comparison().scoreBefore().isPresent()) {
            json.writeNumberField(
                    "secureScoreBefore",
                    Scores.rounded(result.comparison().scoreBefore().getAsDouble(), 2));
        }
        if (result.score().percent().isPresent()) {
            json.writeNumberField(
                    "secureScore", Scores.rounded(result.score().percent().getAsDouble(), 2));
        }
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

    static void message(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}
