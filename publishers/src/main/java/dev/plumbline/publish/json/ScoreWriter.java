package dev.plumbline.publish.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.publish.Scores;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.posture.ScoreGains;
import dev.plumbline.rules.posture.ScoreGains.Gain;
import dev.plumbline.rules.posture.SecureScore;
import dev.plumbline.rules.posture.SecureScore.ControlScore;
import dev.plumbline.rules.posture.SecureScores;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;

/** Writes the secure score as {@code plumbline-report.schema.json} describes it. */
final class ScoreWriter {
    private final JsonGenerator json;

    ScoreWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(ScanResult result) throws IOException {
        json.writeObjectFieldStart("score");
        percent(result.score());
        OptionalDouble before = result.comparison().scoreBefore();
        if (before.isPresent()) {
            json.writeNumberField("before", Scores.rounded(before.getAsDouble(), 2));
        }
        controls(result.score());
        parts("units", "path", SecureScores.byUnit(result.findings()));
        parts("accounts", "id", SecureScores.byAccount(result.findings()));
        json.writeArrayFieldStart("gains");
        for (Gain gain : ScoreGains.of(result.findings(), result.score())) {
            json.writeStartObject();
            json.writeStringField("rule", gain.rule().id());
            json.writeNumberField("resources", gain.resources());
            json.writeNumberField("percent", Scores.rounded(gain.percent(), 2));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void percent(SecureScore score) throws IOException {
        if (score.percent().isPresent()) {
            json.writeNumberField("percent", Scores.rounded(score.percent().getAsDouble(), 2));
        }
    }

    private void controls(SecureScore score) throws IOException {
        json.writeArrayFieldStart("controls");
        for (ControlScore control : score.controls()) {
            json.writeStartObject();
            json.writeStringField("id", control.control().id());
            json.writeStringField("title", control.control().title());
            json.writeNumberField("points", control.control().points());
            json.writeNumberField("current", Scores.rounded(control.current(), 2));
            json.writeNumberField("potential", Scores.rounded(control.potential(), 2));
            json.writeNumberField("healthy", control.healthy());
            json.writeNumberField("unhealthy", control.unhealthy());
            json.writeNumberField("unknown", control.unknown());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void parts(String field, String name, Map<String, SecureScore> scores) throws IOException {
        json.writeArrayFieldStart(field);
        for (Map.Entry<String, SecureScore> score : scores.entrySet()) {
            json.writeStartObject();
            json.writeStringField(name, score.getKey());
            percent(score.getValue());
            controls(score.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
