package dev.plumbline.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a consumer of a SARIF file sees of it. */
final class Sarif {

    /**
     * One result.
     *
     * @param kind {@code fail} where the file leaves it out, as SARIF says
     * @param address the resource's
     */
    record Result(
            String ruleId,
            String kind,
            String file,
            int startLine,
            int startColumn,
            int endLine,
            int endColumn,
            String address) {}

    private Sarif() {}

    /** The results of the only run, in the file's order. */
    static List<Result> results(Path file) throws IOException {
        JsonNode run =
                new ObjectMapper().readTree(file.toFile()).required("runs").required(0);
        return StreamSupport.stream(run.required("results").spliterator(), false)
                .map(Sarif::result)
                .toList();
    }

    /** The results that are failed recommendations. */
    static List<Result> failures(Path file) throws IOException {
        return results(file).stream()
                .filter(result -> result.kind().equals("fail"))
                .toList();
    }

    private static Result result(JsonNode result) {
        JsonNode location = result.required("locations").required(0);
        JsonNode physical = location.required("physicalLocation");
        JsonNode region = physical.required("region");
        int line = region.required("startLine").asInt();
        return new Result(
                result.required("ruleId").asText(),
                result.path("kind").asText("fail"),
                physical.required("artifactLocation").required("uri").asText(),
                line,
                region.path("startColumn").asInt(1),
                region.path("endLine").asInt(line),
                region.required("endColumn").asInt(),
                location.required("logicalLocations")
                        .required(0)
                        .required("fullyQualifiedName")
                        .asText());
    }
}
