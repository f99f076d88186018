package dev.plumbline.annotate.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.annotate.Conversation;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.azure.PullRequestThreads.Handle;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.http.Json;
import dev.plumbline.annotate.http.Proxies;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.http.Token;
import dev.plumbline.annotate.http.Waiting;
import dev.plumbline.annotate.plan.Comment;
import dev.plumbline.annotate.plan.Existing;
import dev.plumbline.annotate.plan.Existing.State;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.text.CommentText;
import dev.plumbline.annotate.text.Marker;
import dev.plumbline.annotate.text.SummaryText;
import dev.plumbline.rules.posture.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pull request's threads in Azure DevOps. What a thread is about is in its properties, which people do not see; its
 * status says what people made of it. Beside them goes a status that a branch policy can require,
 * {@code plumbline/gate}.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/azure/devops/git/pull-request-threads">Pull Request Threads</a>
 */
public final class PullRequestThreads implements Conversation<Handle> {
    private static final String FINGERPRINT = "plumbline.fingerprint";
    private static final String SUMMARY = "summary";

    private final AzureApi api;
    private List<Existing<Handle>> threads;
    private ChangedLines changed = new ChangedLines();

    /** @param comment the first one of the thread, which is ours */
    public record Handle(String id, String comment) {}

    public PullRequestThreads(Target target, Token token, Proxies proxies, Waiting waiting) {
        this.api = new AzureApi(target, token, proxies, waiting);
    }

    @Override
    public String suggestionFence() {
        return "suggestion";
    }

    @Override
    public int maxLength() {
        return 150_000;
    }

    @Override
    public String head() throws RestException {
        return api.head();
    }

    @Override
    public ChangedLines changedLines(Set<String> files) throws RestException {
        changed = api.changedLines(files);
        return changed;
    }

    @Override
    public List<Existing<Handle>> existing() throws RestException {
        return threads().stream()
                .filter(thread -> !thread.fingerprint().equals(SUMMARY))
                .toList();
    }

    private List<Existing<Handle>> threads() throws RestException {
        if (threads == null) {
            String us = api.us();
            threads = new ArrayList<>();
            for (JsonNode thread : api.get("/threads").path("value")) {
                JsonNode first = thread.at("/comments/0");
                String fingerprint = thread.path("properties")
                        .path(FINGERPRINT)
                        .path("$value")
                        .asText();
                Optional<Marker> marker = Marker.of(first.path("content").asText());
                if (!fingerprint.isEmpty()
                        && !thread.path("isDeleted").asBoolean()
                        && first.at("/author/id").asText().equalsIgnoreCase(us)) {
                    threads.add(new Existing<>(
                            fingerprint,
                            marker.map(Marker::version).orElse(""),
                            state(thread.path("status").asText()),
                            new Handle(
                                    thread.path("id").asText(), first.path("id").asText())));
                }
            }
        }
        return threads;
    }

    /**
     * {@code wontFix}, {@code byDesign} and {@code closed} are what people say, and are left so. {@code fixed} can be seen
     * to be true or not: where the finding is there, the thread is opened again.
     */
    private static State state(String status) {
        return switch (status) {
            case "wontFix", "byDesign", "closed" -> State.DISMISSED;
            case "fixed" -> State.RESOLVED;
            default -> State.OPEN;
        };
    }

    @Override
    public List<String> create(List<Comment> comments) throws RestException {
        List<String> problems = new ArrayList<>();
        for (Comment comment : comments) {
            try {
                ObjectNode thread = thread(comment.fingerprint(), body(comment)).put("status", "active");
                ObjectNode context = thread.putObject("threadContext").put("filePath", "/" + comment.file());
                context.putObject("rightFileStart").put("line", comment.line()).put("offset", 1);
                int length = changed.text(comment.file(), comment.line())
                        .map(String::length)
                        .orElse(0);
                context.putObject("rightFileEnd").put("line", comment.line()).put("offset", length + 1);
                api.post("/threads", thread);
            } catch (RestException e) {
                if (e.isFinal()) {
                    throw e;
                }
                problems.add(comment.file() + ":" + comment.line() + ": " + e.getMessage());
            }
        }
        return problems;
    }

    private static ObjectNode thread(String fingerprint, String body) {
        ObjectNode thread = Json.object();
        thread.putArray("comments")
                .addObject()
                .put("parentCommentId", 0)
                .put("content", body)
                .put("commentType", "text");
        thread.putObject("properties").put(FINGERPRINT, fingerprint);
        return thread;
    }

    private static String body(Comment comment) {
        return new Marker(Marker.FINDING, comment.fingerprint(), comment.version()).below(comment.body());
    }

    @Override
    public void update(Existing<Handle> existing, Comment comment) throws RestException {
        write(existing.handle(), body(comment), "active");
    }

    @Override
    public void resolve(Existing<Handle> existing) throws RestException {
        Marker marker = new Marker(Marker.RESOLVED, existing.fingerprint(), existing.version());
        write(existing.handle(), marker.below(CommentText.resolved()), "fixed");
    }

    private void write(Handle thread, String body, String status) throws RestException {
        api.patch("/threads/" + thread.id() + "/comments/" + thread.comment(), Json.object("content", body));
        api.patch("/threads/" + thread.id(), Json.object("status", status));
    }

    @Override
    public void summarize(Report report, String markdown) throws RestException {
        status(report);
        String version = Comment.version(markdown);
        String body = new Marker(Marker.SUMMARY, "-", version).below(markdown);
        for (Existing<Handle> thread : threads()) {
            if (thread.fingerprint().equals(SUMMARY)) {
                if (!thread.version().equals(version)) {
                    write(thread.handle(), body, "closed");
                }
                return;
            }
        }
        // A pull request with which nothing is wrong is not disturbed.
        if (!report.annotations().isEmpty() || report.status() != Gate.Status.PASSED) {
            // Closed, since a policy may ask that every comment be resolved.
            api.post("/threads", thread(SUMMARY, body).put("status", "closed"));
        }
    }

    /** A new push needs a new status, so that a policy does not go by the one before. */
    private void status(Report report) throws RestException {
        int iteration = api.iteration().path("id").asInt();
        String state = report.status() == Gate.Status.PASSED ? "succeeded" : "failed";
        String description = "Plumbline: " + SummaryText.counts(report);
        JsonNode last = Json.object();
        for (JsonNode status : api.get("/statuses").path("value")) {
            if (status.at("/context/genre").asText().equals("plumbline")) {
                last = status;
            }
        }
        if (last.path("iterationId").asInt() == iteration
                && last.path("state").asText().equals(state)
                && last.path("description").asText().equals(description)) {
            return;
        }
        ObjectNode status =
                Json.object("state", state).put("description", description).put("iterationId", iteration);
        status.putObject("context").put("genre", "plumbline").put("name", "gate");
        api.post("/statuses", status);
    }
}
