package dev.plumbline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.configuration.Configuration;
import dev.plumbline.rules.configuration.Key;
import dev.plumbline.rules.configuration.Setting;
import dev.plumbline.rules.policy.Assignment;
import dev.plumbline.rules.policy.ConfiguredExemption;
import dev.plumbline.rules.policy.ExemptionLimits;
import dev.plumbline.rules.policy.ScopedPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** A configuration for tools. */
final class ConfigurationJson {
    /** Changes when a reader of the format would have to. */
    private static final String FORMAT = "plumbline-config/1";

    private final Configuration configuration;
    private final JsonGenerator json;

    private ConfigurationJson(Configuration configuration, JsonGenerator json) {
        this.configuration = configuration;
        this.json = json;
    }

    static void print(Configuration configuration, PrintWriter out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new ConfigurationJson(configuration, json).write();
        }
        out.println(text);
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        texts("files", configuration.files());
        json.writeArrayFieldStart("settings");
        for (Key<?> key : Key.ALL) {
            setting(key);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("policy");
        for (ScopedPolicy scoped : configuration.policy().scopes()) {
            json.writeStartObject();
            json.writeStringField("scope", scoped.scope().label());
            json.writeArrayFieldStart("assignments");
            for (Assignment assignment : scoped.assignments()) {
                assignment(assignment);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("exemptions");
            for (ConfiguredExemption exemption : scoped.exemptions()) {
                exemption(exemption);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("limits");
            for (ExemptionLimits limits : scoped.limits()) {
                limits(limits);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("problems");
        for (Diagnostic problem : configuration.problems()) {
            json.writeStartObject();
            json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("code", problem.code());
            json.writeStringField("summary", problem.summary());
            json.writeStringField("detail", problem.detail());
            json.writeStringField("at", problem.range().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private <T> void setting(Key<T> key) throws IOException {
        for (Setting<T> part : configuration.effective().parts(key)) {
            json.writeStartObject();
            json.writeStringField("key", key.id());
            json.writeFieldName("value");
            value(part.value());
            json.writeStringField("from", part.source().kind().id());
            if (!part.source().place().isEmpty()) {
                json.writeStringField("at", part.source().place());
            }
            json.writeEndObject();
        }
    }

    private void value(Object value) throws IOException {
        if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                value(item);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> entries) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                json.writeFieldName(ConfigurationValues.text(entry.getKey(), configuration.base()));
                value(ConfigurationValues.shown(entry));
            }
            json.writeEndObject();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else {
            json.writeString(ConfigurationValues.text(value, configuration.base()));
        }
    }

    private void assignment(Assignment assignment) throws IOException {
        json.writeStartObject();
        if (assignment.initiative().isEmpty()) {
            texts("rules", assignment.rules());
        } else {
            json.writeStringField("initiative", assignment.initiative());
        }
        if (assignment.effect() != null) {
            json.writeStringField("effect", assignment.effect().id());
        }
        if (assignment.severity() != null) {
            json.writeStringField("severity", assignment.severity().id());
        }
        json.writeBooleanField("open", assignment.open());
        json.writeStringField("at", assignment.range().toString());
        json.writeEndObject();
    }

    private void exemption(ConfiguredExemption configured) throws IOException {
        json.writeStartObject();
        texts("rules", configured.exemption().rules());
        texts("resources", configured.resources());
        texts("paths", configured.paths().stream().map(Object::toString).toList());
        json.writeStringField("category", configured.exemption().category().id());
        json.writeStringField("reason", configured.exemption().reason());
        if (configured.exemption().until() != null) {
            json.writeStringField("until", configured.exemption().until().toString());
        }
        json.writeStringField("at", configured.exemption().range().toString());
        json.writeEndObject();
    }

    private void limits(ExemptionLimits limits) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("inline", limits.inline());
        texts("rules", limits.rules());
        if (limits.maxDays() != null) {
            json.writeNumberField("maxDays", limits.maxDays());
        }
        json.writeBooleanField("owner", limits.owner());
        json.writeStringField("at", limits.range().toString());
        json.writeEndObject();
    }

    private void texts(String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
