package dev.plumbline.publish.json;

import static dev.plumbline.publish.json.JsonOutput.strings;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.rules.compliance.Compliance;
import dev.plumbline.rules.compliance.Compliance.OfBenchmark;
import dev.plumbline.rules.compliance.Compliance.OfControl;
import dev.plumbline.rules.compliance.ControlState;
import java.io.IOException;
import java.util.List;

/** Writes compliance as {@code plumbline-report.schema.json} describes it. */
final class ComplianceWriter {
    private ComplianceWriter() {}

    static void write(JsonGenerator json, Compliance compliance) throws IOException {
        json.writeArrayFieldStart("compliance");
        for (OfBenchmark of : compliance.benchmarks()) {
            json.writeStartObject();
            json.writeStringField("benchmark", of.benchmark().id());
            json.writeStringField("name", of.benchmark().name());
            json.writeStringField("version", of.benchmark().version());
            json.writeObjectFieldStart("controls");
            json.writeNumberField("total", of.controls().size());
            for (ControlState state : ControlState.values()) {
                json.writeNumberField(name(state), of.count(state));
            }
            json.writeEndObject();
            json.writeArrayFieldStart("assessed");
            for (OfControl control : of.assessed()) {
                control(json, control);
            }
            json.writeEndArray();
            strings(json, name(ControlState.NOT_ASSESSED), ids(of.in(ControlState.NOT_ASSESSED)));
            strings(json, name(ControlState.NOT_COVERED), ids(of.in(ControlState.NOT_COVERED)));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void control(JsonGenerator json, OfControl control) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", control.control().id());
        json.writeStringField("title", control.control().title());
        json.writeStringField("state", name(control.state()));
        json.writeNumberField("passed", control.passed());
        json.writeNumberField("failed", control.failed());
        json.writeNumberField("unknown", control.unknown());
        json.writeNumberField("waived", control.waived());
        json.writeEndObject();
    }

    private static List<String> ids(List<OfControl> controls) {
        return controls.stream().map(control -> control.control().id()).toList();
    }

    private static String name(ControlState state) {
        return switch (state) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case UNKNOWN -> "unknown";
            case WAIVED -> "waived";
            case NOT_ASSESSED -> "notAssessed";
            case NOT_COVERED -> "notCovered";
        };
    }
}
