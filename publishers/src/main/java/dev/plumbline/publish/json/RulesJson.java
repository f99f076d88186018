package dev.plumbline.publish.json;

import static dev.plumbline.publish.json.JsonOutput.strings;
import static dev.plumbline.publish.json.JsonOutput.unlessEmpty;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.publish.RuleDocs;
import dev.plumbline.publish.RuleLinks;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.compliance.Benchmark;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rules with all that their files say, for tools. */
public final class RulesJson {
    /** Changes when a reader of the format would have to. */
    public static final String FORMAT = "plumbline-rules/1";

    private RulesJson() {}

    /** @param benchmark the one whose rules these are, to be told of with all of its controls */
    public static void write(List<Rule> rules, Optional<Benchmark> benchmark, OutputStream out) throws IOException {
        JsonGenerator json = JsonOutput.on(out);
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        if (benchmark.isPresent()) {
            benchmark(json, benchmark.get());
        }
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules) {
            json.writeStartObject();
            RuleWriter.write(json, rule, RuleLinks.NONE);
            strings(json, "languages", RuleDocs.languages(rule));
            checks(json, rule.checks());
            examples(json, rule.examples());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        JsonOutput.end(json);
    }

    private static void benchmark(JsonGenerator json, Benchmark benchmark) throws IOException {
        json.writeObjectFieldStart("benchmark");
        json.writeStringField("id", benchmark.id());
        json.writeStringField("name", benchmark.name());
        json.writeStringField("version", benchmark.version());
        json.writeStringField("publisher", benchmark.publisher());
        json.writeStringField("link", benchmark.link());
        json.writeStringField("asOf", benchmark.asOf());
        json.writeArrayFieldStart("controls");
        for (Benchmark.Control control : benchmark.counted()) {
            json.writeStartObject();
            json.writeStringField("id", control.id());
            json.writeStringField("title", control.title());
            strings(json, "rules", control.rules());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
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
