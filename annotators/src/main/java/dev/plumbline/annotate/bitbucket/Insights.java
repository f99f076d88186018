package dev.plumbline.annotate.bitbucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.http.Json;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.plan.Placement.Placed;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.publish.Scores;
import java.util.List;
import java.util.Optional;

/** Code Insights as {@link InsightsAnnotator} needs them; Cloud and Data Center have the same by other names. */
interface Insights {
    /** By which a report and its annotations are known to be ours. */
    String KEY = "plumbline";

    /** The last commit of a pull request, perhaps abbreviated. */
    String head(String pullRequest) throws RestException;

    /** The lines that a pull request changes. */
    ChangedLines changedLines(String pullRequest) throws RestException;

    /** What a report is to say. */
    ObjectNode report(Report report, String details);

    /** What an annotation is to say, without its id. */
    ObjectNode annotation(Placed placed);

    /** The report on a commit. */
    Optional<JsonNode> report(String commit) throws RestException;

    /** The ids of the annotations on a commit. */
    List<String> annotations(String commit) throws RestException;

    /** Writes the report, which keeps its annotations. */
    void putReport(String commit, ObjectNode report) throws RestException;

    /** Adds annotations, at most 100 of them. */
    void addAnnotations(String commit, List<Insight> insights) throws RestException;

    /** Takes annotations away. */
    void deleteAnnotations(String commit, List<String> ids) throws RestException;

    /** The figures of a report, which both show alike. */
    static ArrayNode data(Report report) {
        ArrayNode data = Json.array();
        report.score().ifPresent(score -> data.addObject()
                .put("title", "Secure score")
                .put("type", "PERCENTAGE")
                .put("value", Scores.rounded(score, 1)));
        data.addObject()
                .put("title", "Findings")
                .put("type", "NUMBER")
                .put("value", report.annotations().size());
        return data;
    }

    /** An annotation and its id. */
    record Insight(String id, ObjectNode body) {}
}
