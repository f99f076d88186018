package dev.plumbline.publish.gitlab;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.Publisher;
import dev.plumbline.publish.json.JsonOutput;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** GitLab's Code Quality report: an artifact {@code codequality}, shown in the merge request and its changes. */
public final class GitLabReport implements Publisher {

    @Override
    public void publish(ScanResult result, PublishOptions options, OutputStream out) throws IOException {
        List<Finding> failed = result.findings(Verdict.FAIL).toList();
        Map<String, Integer> seen = new HashMap<>();
        JsonGenerator json = JsonOutput.on(out);
        json.writeStartArray();
        for (Finding finding : failed) {
            json.writeStartObject();
            json.writeStringField(
                    "description",
                    Neutral.line(
                            finding.rule().title() + " (" + finding.resource().address() + ")"));
            json.writeStringField("check_name", finding.rule().id());
            // GitLab shows one issue a fingerprint.
            int before = seen.merge(finding.fingerprint(), 1, Integer::sum) - 1;
            json.writeStringField("fingerprint", finding.fingerprint() + (before == 0 ? "" : "-" + before));
            json.writeStringField("severity", severity(finding.rule().severity()));
            json.writeObjectFieldStart("location");
            json.writeStringField("path", Neutral.line(finding.range().file()));
            json.writeObjectFieldStart("lines");
            json.writeNumberField("begin", finding.range().startLine());
            json.writeNumberField("end", finding.range().endLine());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonOutput.end(json);
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "blocker";
            case HIGH -> "critical";
            case MEDIUM -> "major";
            case LOW -> "minor";
        };
    }
}
