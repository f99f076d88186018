package dev.plumbline.publish.json;

import static dev.plumbline.publish.json.JsonOutput.strings;
import static dev.plumbline.publish.json.JsonOutput.unlessEmpty;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.publish.RuleDocs;
import dev.plumbline.rules.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Rules with all that their files say, for tools. */
public final class RulesJson {
    /** Changes when a reader of the format would have to. */
    public static final String FORMAT = "plumbline-rules/1";

    private RulesJson() {}

    public static void write(List<Rule> rules, OutputStream out) throws IOException {
        JsonGenerator json = JsonOutput.on(out);
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules) {
            json.writeStartObject();
            RuleWriter.write(json, rule);
            strings(json, "languages", RuleDocs.languages(rule));
            checks(json, rule.checks());
            examples(json, rule.examples());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        JsonOutput.end(json);
    }

    private static void checks(JsonGenerator json, List<Rule.Check> checks) throws IOException {
        json.writeArrayFieldStart("checks");
        for (Rule.Check check : checks) {
            json.writeStartObject();
            strings(json, "on", check.on());
            unlessEmpty(json, "when", check.when());
            json.writeStringField("require", check.require());
            unlessEmpty(json, "at", check.at());
            if (check.fix() != null) {
                json.writeObjectFieldStart("fix");
                json.writeStringField("set", check.fix().set());
                json.writeFieldName("to");
                json.writeRawValue(check.fix().to());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void examples(JsonGenerator json, List<Rule.Example> examples) throws IOException {
        json.writeArrayFieldStart("examples");
        for (Rule.Example example : examples) {
            json.writeStartObject();
            json.writeStringField("language", example.language());
            json.writeStringField("verdict", example.verdict().name().toLowerCase(Locale.ROOT));
            json.writeStringField("code", example.code());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
