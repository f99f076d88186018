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
import java.util.stream.Collectors;

/**
 * Code Insights of Bitbucket Data Center.
 *
 * @see <a href="https://developer.atlassian.com/server/bitbucket/how-tos/code-insights/">Code Insights</a>
 */
public final class DataCenterInsights implements Insights {
    private static final int MAX_MESSAGE = 2000;

    private final RestClient rest;
    private final String project;

    private DataCenterInsights(RestClient rest, String project) {
        this.rest = rest;
        this.project = project;
    }

    public static Annotator annotator(Target target, Token token, Proxies proxies, Waiting waiting) {
        String authorization = token.user().isEmpty() ? token.bearer() : token.basic();
        // Without the second header the server takes a change for one that a browser was made to send.
        Map<String, String> headers = Map.of("Authorization", authorization, "X-Atlassian-Token", "no-check");
        RestClient rest = new RestClient("Bitbucket", target.api(), token, headers, proxies, waiting);
        String[] names = target.repository().split("/", 2);
        String project = "/projects/" + RestClient.encode(names[0]) + "/repos/" + RestClient.encode(names[1]);
        return new InsightsAnnotator(new DataCenterInsights(rest, project), target);
    }

    private String reportPath(String commit) {
        return "/insights/1.0" + project + "/commits/" + commit + "/reports/" + KEY;
    }

    private String requestPath(String pullRequest) {
        return "/api/1.0" + project + "/pull-requests/" + pullRequest;
    }

    @Override
    public String head(String pullRequest) throws RestException {
        return rest.get(requestPath(pullRequest)).at("/fromRef/latestCommit").asText();
    }

    @Override
    public ChangedLines changedLines(String pullRequest) throws RestException {
        return UnifiedDiff.read(rest.text(requestPath(pullRequest) + ".diff?contextLines=0"));
    }

    @Override
    public ObjectNode report(Report report, String details) {
        ObjectNode body = Json.object("title", "Plumbline")
                .put("details", details)
                .put("reporter", "Plumbline")
                .put("result", report.status() == Gate.Status.PASSED ? "PASS" : "FAIL");
        body.set("data", Insights.data(report));
        return body;
    }

    @Override
    public ObjectNode annotation(Placed placed) {
        Annotation annotation = placed.annotation();
        String message = annotation.rule().title() + ": " + CommentText.details(annotation);
        String severity =
                switch (annotation.rule().severity()) {
                    case CRITICAL, HIGH -> "HIGH";
                    case MEDIUM -> "MEDIUM";
                    case LOW -> "LOW";
                };
        ObjectNode body = Json.object("message", InsightsAnnotator.limited(Neutral.line(message), MAX_MESSAGE))
                .put("severity", severity)
                .put("type", "VULNERABILITY")
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
        rest.get(reportPath(commit) + "/annotations")
                .path("annotations")
                .forEach(annotation -> ids.add(annotation.path("externalId").asText()));
        return ids;
    }

    @Override
    public void putReport(String commit, ObjectNode report) throws RestException {
        rest.put(reportPath(commit), report);
    }

    @Override
    public void addAnnotations(String commit, List<Insight> insights) throws RestException {
        ObjectNode body = Json.object();
        ArrayNode annotations = body.putArray("annotations");
        insights.forEach(insight -> annotations.add(insight.body().deepCopy().put("externalId", insight.id())));
        rest.post(reportPath(commit) + "/annotations", body);
    }

    @Override
    public void deleteAnnotations(String commit, List<String> ids) throws RestException {
        String query =
                ids.stream().map(id -> "externalId=" + RestClient.encode(id)).collect(Collectors.joining("&"));
        rest.delete(reportPath(commit) + "/annotations?" + query);
    }
}
