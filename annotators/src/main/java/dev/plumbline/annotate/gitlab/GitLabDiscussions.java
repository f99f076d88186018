package dev.plumbline.annotate.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.annotate.Conversation;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.diff.UnifiedDiff;
import dev.plumbline.annotate.gitlab.GitLabDiscussions.Handle;
import dev.plumbline.annotate.http.Json;
import dev.plumbline.annotate.http.Proxies;
import dev.plumbline.annotate.http.RestClient;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.http.Token;
import dev.plumbline.annotate.http.Waiting;
import dev.plumbline.annotate.plan.Comment;
import dev.plumbline.annotate.plan.Existing;
import dev.plumbline.annotate.plan.Existing.State;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.text.CommentText;
import dev.plumbline.annotate.text.Marker;
import dev.plumbline.rules.posture.Gate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A merge request's threads, which GitLab calls discussions, and a note for the summary.
 *
 * @see <a href="https://docs.gitlab.com/api/discussions/">Discussions API</a>
 */
public final class GitLabDiscussions implements Conversation<Handle> {
    private final RestClient rest;
    private final String path;
    private final Map<String, String> oldPaths = new HashMap<>();
    private JsonNode request;
    private List<Note> notes;

    /** @param note the first one of the discussion, which is ours */
    public record Handle(String discussion, String note, boolean resolved) {}

    /** A note of ours that carries a marker. */
    private record Note(Handle thread, Marker marker) {}

    public GitLabDiscussions(Target target, Token token, Proxies proxies, Waiting waiting) {
        this.rest =
                new RestClient("GitLab", target.api(), token, Map.of("PRIVATE-TOKEN", token.value()), proxies, waiting);
        this.path = "/projects/" + RestClient.encode(target.repository()) + "/merge_requests/"
                + target.pullRequest().orElseThrow();
    }

    /** The line that the comment stands at, and no other, is replaced. */
    @Override
    public String suggestionFence() {
        return "suggestion:-0+0";
    }

    @Override
    public int maxLength() {
        return 200_000;
    }

    private JsonNode request() throws RestException {
        if (request == null) {
            request = rest.get(path);
        }
        return request;
    }

    @Override
    public String head() throws RestException {
        return request().at("/diff_refs/head_sha").asText();
    }

    @Override
    public ChangedLines changedLines(Set<String> files) throws RestException {
        ChangedLines changed = new ChangedLines();
        for (JsonNode file : rest.all(path + "/diffs?per_page=100")) {
            String name = file.path("new_path").asText();
            oldPaths.put(name, file.path("old_path").asText());
            UnifiedDiff.read(name, file.path("diff").asText(), changed);
        }
        return changed;
    }

    @Override
    public List<Existing<Handle>> existing() throws RestException {
        List<Existing<Handle>> existing = new ArrayList<>();
        for (Note note : notes()) {
            Marker marker = note.marker();
            if (!marker.subject().equals(Marker.SUMMARY)) {
                State state = marker.subject().equals(Marker.RESOLVED)
                        ? State.RESOLVED
                        : note.thread().resolved() ? State.DISMISSED : State.OPEN;
                existing.add(new Existing<>(marker.fingerprint(), marker.version(), state, note.thread()));
            }
        }
        return existing;
    }

    private List<Note> notes() throws RestException {
        if (notes == null) {
            String us = rest.get("/user").path("id").asText();
            notes = new ArrayList<>();
            for (JsonNode discussion : rest.all(path + "/discussions?per_page=100")) {
                JsonNode first = discussion.at("/notes/0");
                Optional<Marker> marker = Marker.of(first.path("body").asText());
                if (marker.isPresent() && first.at("/author/id").asText().equals(us)) {
                    Handle thread = new Handle(
                            discussion.path("id").asText(),
                            first.path("id").asText(),
                            first.path("resolved").asBoolean());
                    notes.add(new Note(thread, marker.get()));
                }
            }
        }
        return notes;
    }

    @Override
    public List<String> create(List<Comment> comments) throws RestException {
        List<String> problems = new ArrayList<>();
        for (Comment comment : comments) {
            try {
                ObjectNode discussion = Json.object("body", body(comment));
                discussion.set("position", position(comment));
                rest.post(path + "/discussions", discussion);
            } catch (RestException e) {
                if (e.isFinal()) {
                    throw e;
                }
                problems.add(comment.file() + ":" + comment.line() + ": " + e.getMessage());
            }
        }
        return problems;
    }

    /** An added line is named by its new number alone. */
    private ObjectNode position(Comment comment) throws RestException {
        JsonNode refs = request().path("diff_refs");
        return Json.object("position_type", "text")
                .put("base_sha", refs.path("base_sha").asText())
                .put("start_sha", refs.path("start_sha").asText())
                .put("head_sha", refs.path("head_sha").asText())
                .put("old_path", oldPaths.getOrDefault(comment.file(), comment.file()))
                .put("new_path", comment.file())
                .put("new_line", comment.line());
    }

    private static String body(Comment comment) {
        return new Marker(Marker.FINDING, comment.fingerprint(), comment.version()).below(comment.body());
    }

    @Override
    public void update(Existing<Handle> existing, Comment comment) throws RestException {
        write(existing.handle(), body(comment));
        if (existing.handle().resolved()) {
            mark(existing.handle(), false);
        }
    }

    @Override
    public void resolve(Existing<Handle> existing) throws RestException {
        write(
                existing.handle(),
                new Marker(Marker.RESOLVED, existing.fingerprint(), existing.version()).below(CommentText.resolved()));
        mark(existing.handle(), true);
    }

    private void write(Handle thread, String body) throws RestException {
        rest.put(path + "/discussions/" + thread.discussion() + "/notes/" + thread.note(), Json.object("body", body));
    }

    private void mark(Handle thread, boolean resolved) throws RestException {
        rest.put(path + "/discussions/" + thread.discussion(), Json.object().put("resolved", resolved));
    }

    @Override
    public void summarize(Report report, String markdown) throws RestException {
        String version = Comment.version(markdown);
        String body = new Marker(Marker.SUMMARY, "-", version).below(markdown);
        for (Note note : notes()) {
            if (note.marker().subject().equals(Marker.SUMMARY)) {
                if (!note.marker().version().equals(version)) {
                    rest.put(path + "/notes/" + note.thread().note(), Json.object("body", body));
                }
                return;
            }
        }
        // A merge request with which nothing is wrong is not disturbed.
        if (!report.annotations().isEmpty() || report.status() != Gate.Status.PASSED) {
            rest.post(path + "/notes", Json.object("body", body));
        }
    }
}
