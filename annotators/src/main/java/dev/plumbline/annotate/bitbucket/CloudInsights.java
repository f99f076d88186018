package dev.plumbline.annotate.bitbucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.annotate.Annotator;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.diff.UnifiedDiff;
import dev.plumbline.annotate.http.Json;
import dev.plumbline.annotate.http.Proxies;
import dev.plumbline.annotate.http.RestClient;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.http.Token;
import dev.plumbline.annotate.http.Waiting;
import dev.plumbline.annotate.plan.Placement.Placed;
import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.text.CommentText;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.posture.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Code Insights of Bitbucket Cloud.
 *
 * @see <a href="https://developer.atlassian.com/cloud/bitbucket/rest/api-group-reports/">Reports</a>
 */
public final class CloudInsights implements Insights {
    private static final int MAX_SUMMARY = 450;
    private static final int MAX_DETAILS = 2000;
    private static final int MAX_PAGES = 20;

    private final RestClient rest;
    private final String repository;

    private CloudInsights(RestClient rest, String repository) {
        this.rest = rest;
        this.repository = repository;
    }

    /** @param token null in a pipeline, whose own proxy knows it */
    public static Annotator annotator(Target target, Token token, Proxies proxies, Waiting waiting) {
        Map<String, String> headers = token == null
                ? Map.of()
                : Map.of("Authorization", token.user().isEmpty() ? token.bearer() : token.basic());
        RestClient rest = new RestClient("Bitbucket", target.api(), token, headers, proxies, waiting);
        return new InsightsAnnotator(new CloudInsights(rest, "/repositories/" + target.repository()), target);
    }

    private String reportPath(String commit) {
        return repository + "/commit/" + commit + "/reports/" + KEY;
    }

    @Override
    public String head(String pullRequest) throws RestException {
        return rest.get(repository + "/pullrequests/" + pullRequest)
                .at("/source/commit/hash")
                .asText();
    }

    @Override
    public ChangedLines changedLines(String pullRequest) throws RestException {
        return UnifiedDiff.read(rest.text(repository + "/pullrequests/" + pullRequest + "/diff"));
    }

    @Override
    public ObjectNode report(Report report, String details) {
        ObjectNode body = Json.object("title", "Plumbline")
                .put("details", details)
                .put("report_type", "SECURITY")
                .put("reporter", "Plumbline")
                .put("result", report.status() == Gate.Status.PASSED ? "PASSED" : "FAILED");
        body.set("data", Insights.data(report));
        return body;
    }

    @Override
    public ObjectNode annotation(Placed placed) {
        Annotation annotation = placed.annotation();
        ObjectNode body = Json.object("annotation_type", "VULNERABILITY")
                .put(
                        "summary",
                        InsightsAnnotator.limited(Neutral.line(annotation.rule().title()), MAX_SUMMARY))
                .put("details", InsightsAnnotator.limited(Neutral.line(CommentText.details(annotation)), MAX_DETAILS))
                .put("severity", annotation.rule().severity().name())
                .put("result", "FAILED")
                .put("path", annotation.file())
                .put("line", placed.line());
        if (!annotation.rule().documentation().isEmpty()) {
            body.put("link", annotation.rule().documentation());
        }
        return body;
    }

    @Override
    public Optional<JsonNode> report(String commit) throws RestException {
        return rest.find(reportPath(commit));
    }

    @Override
    public List<String> annotations(String commit) throws RestException {
        List<String> ids = new ArrayList<>();
        for (int page = 1; page <= MAX_PAGES; page++) {
            JsonNode reply = rest.get(reportPath(commit) + "/annotations?pagelen=100&page=" + page);
            reply.path("values")
                    .forEach(
                            annotation -> ids.add(annotation.path("external_id").asText()));
            if (!reply.has("next")) {
                break;
            }
        }
        return ids;
    }

    @Override
    public void putReport(String commit, ObjectNode report) throws RestException {
        rest.put(reportPath(commit), report);
    }

    @Override
    public void addAnnotations(String commit, List<Insight> insights) throws RestException {
        ArrayNode body = Json.array();
        insights.forEach(insight -> body.add(insight.body().deepCopy().put("external_id", insight.id())));
        rest.post(reportPath(commit) + "/annotations", body);
    }

    @Override
    public void deleteAnnotations(String commit, List<String> ids) throws RestException {
        for (String id : ids) {
            rest.delete(reportPath(commit) + "/annotations/" + RestClient.encode(id));
        }
    }
}
