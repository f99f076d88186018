package dev.plumbline.publish.json;

import static dev.plumbline.publish.json.JsonOutput.strings;
import static dev.plumbline.publish.json.JsonOutput.unlessEmpty;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.publish.RuleLinks;
import dev.plumbline.rules.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all JSON of ours says of a rule. */
final class RuleWriter {
    private RuleWriter() {}

    /** Writes the fields into an object that is begun. */
    static void write(JsonGenerator json, Rule rule, RuleLinks links) throws IOException {
        json.writeStringField("id", rule.id());
        json.writeStringField("title", rule.title());
        unlessEmpty(json, "documentation", links.of(rule).orElse(""));
        json.writeStringField("severity", rule.severity().id());
        json.writeStringField("control", rule.control().id());
        unlessEmpty(json, "defender", rule.defender());
        json.writeObjectFieldStart("benchmarks");
        for (Map.Entry<String, List<String>> benchmark : new TreeMap<>(rule.benchmarks()).entrySet()) {
            strings(json, benchmark.getKey(), benchmark.getValue());
        }
        json.writeEndObject();
        strings(json, "aliases", rule.aliases());
        json.writeStringField("risk", rule.risk());
        json.writeObjectFieldStart("remediation");
        unlessEmpty(json, "effort", rule.remediation().effort());
        unlessEmpty(json, "impact", rule.remediation().impact());
        json.writeStringField("text", rule.remediation().text());
        json.writeEndObject();
    }
}
