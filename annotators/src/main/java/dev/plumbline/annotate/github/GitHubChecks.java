package dev.plumbline.annotate.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.annotate.Annotator;
import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.http.Json;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.plan.Comment;
import dev.plumbline.annotate.plan.Placement;
import dev.plumbline.annotate.plan.Placement.Placed;
import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.text.CommentText;
import dev.plumbline.annotate.text.SummaryText;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.posture.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A check run on a commit: a verdict that a branch's protection can require, a summary, and annotations. GitHub takes 50
 * annotations a request and adds them to those before, so that a run that says something else is a new one: GitHub shows
 * the newest of a name.
 */
public final class GitHubChecks implements Annotator {
    private static final String NAME = "Plumbline";
    private static final int BATCH = 50;
    private static final int LIMIT = 1000;
    private static final int MAX_SUMMARY = 65_000;
    private static final int MAX_TITLE = 255;

    private final GitHubApi api;
    private final Target target;

    public GitHubChecks(GitHubApi api, Target target) {
        this.api = api;
        this.target = target;
    }

    @Override
    public Outcome annotate(Report report) throws RestException {
        Optional<String> number = target.pullRequest();
        Optional<ChangedLines> changed =
                number.isPresent() ? Optional.of(api.changedLines(number.get())) : Optional.empty();
        String commit = target.commit().isPresent()
                ? target.commit().get()
                : api.head(number.orElseThrow(() -> new IllegalArgumentException("which commit is to be annotated?")));
        Placement placement =
                changed.map(lines -> Placement.of(report, lines, LIMIT)).orElseGet(() -> Placement.of(report, LIMIT));
        List<Placed> placed = placement.placed();
        List<Annotation> elsewhere = placement.elsewhere();
        ObjectNode output = Json.object("title", title(report))
                .put("summary", SummaryText.of(report, placed.size(), elsewhere, MAX_SUMMARY));
        List<ArrayNode> batches = batches(placed);
        String version = Comment.version(output + batches.toString() + conclusion(report));
        if (isPublished(commit, version)) {
            return new Outcome(0, 0, 0, placed.size(), elsewhere.size(), "", List.of());
        }
        publish(commit, version, output, batches, conclusion(report));
        return new Outcome(placed.size(), 0, 0, 0, elsewhere.size(), "", List.of());
    }

    private boolean isPublished(String commit, String version) throws RestException {
        JsonNode runs = api.rest()
                .get(api.path("/commits/" + commit + "/check-runs?check_name=" + NAME + "&filter=latest&per_page=100"));
        for (JsonNode run : runs.path("check_runs")) {
            if (run.path("external_id").asText().equals(version)
                    && run.path("status").asText().equals("completed")) {
                return true;
            }
        }
        return false;
    }

    /** A run that is not published as a whole is completed all the same, so that nobody waits for it: as failed. */
    private void publish(String commit, String version, ObjectNode output, List<ArrayNode> batches, String conclusion)
            throws RestException {
        ObjectNode first = Json.object("name", NAME).put("head_sha", commit).put("status", "in_progress");
        first.set("output", with(output, batches.isEmpty() ? Json.array() : batches.get(0)));
        String run = api.rest().post(api.path("/check-runs"), first).path("id").asText();
        String path = api.path("/check-runs/" + run);
        try {
            for (ArrayNode batch : batches.subList(Math.min(1, batches.size()), batches.size())) {
                ObjectNode further = Json.object();
                further.set("output", with(output, batch));
                api.rest().patch(path, further);
            }
        } catch (RestException e) {
            if (e.status() != 0 && !e.isRefused()) {
                api.rest().patch(path, completed("failure"));
            }
            throw e;
        }
        api.rest().patch(path, completed(conclusion).put("external_id", version));
    }

    private static ObjectNode completed(String conclusion) {
        return Json.object("status", "completed").put("conclusion", conclusion);
    }

    private static ObjectNode with(ObjectNode output, ArrayNode annotations) {
        ObjectNode whole = output.deepCopy();
        whole.set("annotations", annotations);
        return whole;
    }

    /** What is incomplete has not passed: {@code neutral} would let a pull request be merged. */
    private static String conclusion(Report report) {
        return report.status() == Gate.Status.PASSED ? "success" : "failure";
    }

    private static String title(Report report) {
        String counts = SummaryText.counts(report);
        return SummaryText.score(report)
                .map(score -> counts + " · secure score " + score)
                .orElse(counts);
    }

    private static List<ArrayNode> batches(List<Placed> placed) {
        List<ArrayNode> batches = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            if (i % BATCH == 0) {
                batches.add(Json.array());
            }
            batches.get(i / BATCH).add(annotation(placed.get(i)));
        }
        return batches;
    }

    private static ObjectNode annotation(Placed placed) {
        Annotation annotation = placed.annotation();
        String title = Neutral.line(
                CommentText.severity(annotation) + ": " + annotation.rule().title());
        String level =
                switch (annotation.rule().severity()) {
                    case CRITICAL, HIGH -> "failure";
                    case MEDIUM -> "warning";
                    case LOW -> "notice";
                };
        return Json.object("path", annotation.file())
                .put("start_line", placed.line())
                .put("end_line", placed.line())
                .put("annotation_level", level)
                .put("title", title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE - 1) + "…" : title)
                .put("message", Neutral.lines(CommentText.details(annotation)));
    }
}
