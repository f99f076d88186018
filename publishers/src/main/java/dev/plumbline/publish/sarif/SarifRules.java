package dev.plumbline.publish.sarif;

import static dev.plumbline.publish.sarif.SarifReport.message;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.publish.RuleDocs;
import dev.plumbline.publish.RuleLinks;
import dev.plumbline.publish.json.JsonOutput;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of the run, as {@code reportingDescriptor} objects (SARIF 2.1.0, 3.49). */
final class SarifRules {
    /** GitHub shows as many tags of a rule. */
    private static final int MAX_TAGS = 10;
    /** GitHub takes as much of a description. */
    private static final int MAX_DESCRIPTION = 1024;

    private final JsonGenerator json;
    private final List<Rule> rules;
    private final RuleLinks links;
    private final Map<String, Integer> indices = new HashMap<>();

    SarifRules(JsonGenerator json, List<Rule> rules, RuleLinks links) {
        this.json = json;
        this.rules = rules;
        this.links = links;
        for (Rule rule : rules) {
            indices.put(rule.id(), indices.size());
        }
    }

    /** Where the rule stands in the array of rules, or -1. */
    int index(Rule rule) {
        return indices.getOrDefault(rule.id(), -1);
    }

    void write() throws IOException {
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            json.writeStringField("name", camelCase(rule.id()));
            message(json, "shortDescription", cut(rule.title()));
            message(json, "fullDescription", cut(rule.risk().isBlank() ? rule.title() : rule.risk()));
            json.writeObjectFieldStart("help");
            json.writeStringField("text", RuleDocs.text(rule));
            json.writeStringField("markdown", RuleDocs.markdown(rule));
            json.writeEndObject();
            JsonOutput.unlessEmpty(json, "helpUri", links.of(rule).orElse(""));
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(rule.severity()));
            json.writeEndObject();
            properties(rule);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void properties(Rule rule) throws IOException {
        json.writeObjectFieldStart("properties");
        json.writeStringField("precision", "high");
        json.writeStringField("security-severity", securitySeverity(rule.severity()));
        json.writeStringField("control", rule.control().id());
        JsonOutput.unlessEmpty(json, "defender", rule.defender());
        JsonOutput.strings(json, "aliases", rule.aliases());
        JsonOutput.strings(json, "tags", tags(rule));
        json.writeEndObject();
    }

    private static List<String> tags(Rule rule) {
        List<String> tags = new ArrayList<>(List.of("security", rule.control().id()));
        RuleDocs.benchmarks(rule).stream().limit(MAX_TAGS - tags.size()).forEach(tags::add);
        return tags;
    }

    /** GitHub reads above 9.0 as critical, from 7.0 as high, from 4.0 as medium, and what is below as low. */
    static String securitySeverity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "3.0";
        };
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    /** {@code AwsS3Encryption}, the style that the standard recommends for names. */
    private static String camelCase(String id) {
        StringBuilder name = new StringBuilder(id.length());
        for (String word : id.split("-")) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return name.isEmpty() ? id : name.toString();
    }

    private static String cut(String text) {
        String line = text.strip();
        return line.length() <= MAX_DESCRIPTION ? line : line.substring(0, MAX_DESCRIPTION - 3) + "...";
    }
}
