package dev.plumbline.annotate.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.annotate.Conversation;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.github.GitHubReview.Handle;
import dev.plumbline.annotate.http.Json;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.plan.Comment;
import dev.plumbline.annotate.plan.Existing;
import dev.plumbline.annotate.plan.Existing.State;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.text.CommentText;
import dev.plumbline.annotate.text.Marker;
import dev.plumbline.rules.posture.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pull request's review comments, and a comment below it for the summary. New comments go out as reviews of many, since
 * GitHub limits how much is written in a minute and mails each review once.
 *
 * <p>Threads are resolved where the token may; that takes more than to comment, and the comment says so anyway.
 */
public final class GitHubReview implements Conversation<Handle> {
    private static final int BATCH = 50;
    private static final int UNPROCESSABLE = 422;

    private final GitHubApi api;
    private final String number;
    private String head;

    /** @param comment the first one of the thread, which is ours */
    public record Handle(String id, long comment, boolean resolved) {}

    public GitHubReview(GitHubApi api, String pullRequest) {
        this.api = api;
        this.number = pullRequest;
    }

    @Override
    public String suggestionFence() {
        return "suggestion";
    }

    @Override
    public int maxLength() {
        return 65_000;
    }

    @Override
    public String head() throws RestException {
        if (head == null) {
            head = api.head(number);
        }
        return head;
    }

    @Override
    public ChangedLines changedLines(Set<String> files) throws RestException {
        return api.changedLines(number);
    }

    @Override
    public List<Existing<Handle>> existing() throws RestException {
        List<Existing<Handle>> existing = new ArrayList<>();
        for (JsonNode thread : api.nodes(
                number,
                "reviewThreads",
                "id isResolved comments(first: 1) { nodes { databaseId body viewerDidAuthor } }")) {
            JsonNode first = thread.at("/comments/nodes/0");
            Optional<Marker> marker = Marker.of(first.path("body").asText());
            if (marker.isPresent() && first.path("viewerDidAuthor").asBoolean()) {
                boolean resolved = thread.path("isResolved").asBoolean();
                State state = marker.get().subject().equals(Marker.RESOLVED)
                        ? State.RESOLVED
                        : resolved ? State.DISMISSED : State.OPEN;
                existing.add(new Existing<>(
                        marker.get().fingerprint(),
                        marker.get().version(),
                        state,
                        new Handle(
                                thread.path("id").asText(),
                                first.path("databaseId").asLong(),
                                resolved)));
            }
        }
        return existing;
    }

    @Override
    public List<String> create(List<Comment> comments) throws RestException {
        List<String> problems = new ArrayList<>();
        for (int from = 0; from < comments.size(); from += BATCH) {
            List<Comment> batch = comments.subList(from, Math.min(from + BATCH, comments.size()));
            try {
                review(batch);
            } catch (RestException e) {
                if (e.status() != UNPROCESSABLE) {
                    throw e;
                }
                // A review goes in whole or not at all: one by one, the others get through.
                problems.addAll(oneByOne(batch));
            }
        }
        return problems;
    }

    private void review(List<Comment> batch) throws RestException {
        ObjectNode review = Json.object("commit_id", head())
                .put("event", "COMMENT")
                .put("body", "Plumbline has findings at lines of this change: " + batch.size() + " new.");
        ArrayNode entries = review.putArray("comments");
        batch.forEach(comment -> entries.add(entry(comment)));
        api.rest().post(api.path("/pulls/" + number + "/reviews"), review);
    }

    private List<String> oneByOne(List<Comment> batch) throws RestException {
        List<String> problems = new ArrayList<>();
        for (Comment comment : batch) {
            try {
                api.rest()
                        .post(
                                api.path("/pulls/" + number + "/comments"),
                                entry(comment).put("commit_id", head()));
            } catch (RestException e) {
                if (e.isFinal()) {
                    throw e;
                }
                problems.add(comment.file() + ":" + comment.line() + ": " + e.getMessage());
            }
        }
        return problems;
    }

    private static ObjectNode entry(Comment comment) {
        return Json.object("path", comment.file())
                .put("line", comment.line())
                .put("side", "RIGHT")
                .put("body", body(comment));
    }

    private static String body(Comment comment) {
        return new Marker(Marker.FINDING, comment.fingerprint(), comment.version()).below(comment.body());
    }

    @Override
    public void update(Existing<Handle> existing, Comment comment) throws RestException {
        write(existing, body(comment));
        if (existing.handle().resolved()) {
            mark(existing, "unresolveReviewThread");
        }
    }

    @Override
    public void resolve(Existing<Handle> existing) throws RestException {
        write(
                existing,
                new Marker(Marker.RESOLVED, existing.fingerprint(), existing.version()).below(CommentText.resolved()));
        mark(existing, "resolveReviewThread");
    }

    private void write(Existing<Handle> existing, String body) throws RestException {
        api.rest().patch(api.path("/pulls/comments/" + existing.handle().comment()), Json.object("body", body));
    }

    private void mark(Existing<Handle> existing, String mutation) throws RestException {
        String query = "mutation($thread: ID!) { %s(input: { threadId: $thread }) { thread { id } } }";
        try {
            api.graph(
                    query.formatted(mutation),
                    Json.object("thread", existing.handle().id()));
        } catch (RestException e) {
            if (e.isFinal() && !e.isRefused()) {
                throw e;
            }
        }
    }

    @Override
    public void summarize(Report report, String markdown) throws RestException {
        String version = Comment.version(markdown);
        String body = new Marker(Marker.SUMMARY, "-", version).below(markdown);
        for (JsonNode comment : api.nodes(number, "comments", "databaseId body viewerDidAuthor")) {
            Optional<Marker> marker = Marker.of(comment.path("body").asText())
                    .filter(found -> found.subject().equals(Marker.SUMMARY));
            if (marker.isPresent() && comment.path("viewerDidAuthor").asBoolean()) {
                if (!marker.get().version().equals(version)) {
                    String id = comment.path("databaseId").asText();
                    api.rest().patch(api.path("/issues/comments/" + id), Json.object("body", body));
                }
                return;
            }
        }
        // A pull request with which nothing is wrong is not disturbed.
        if (!report.annotations().isEmpty() || report.status() != Gate.Status.PASSED) {
            api.rest().post(api.path("/issues/" + number + "/comments"), Json.object("body", body));
        }
    }
}
