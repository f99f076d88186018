package dev.plumbline.annotate.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.diff.UnifiedDiff;
import dev.plumbline.annotate.http.Json;
import dev.plumbline.annotate.http.Proxies;
import dev.plumbline.annotate.http.RestClient;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.http.Token;
import dev.plumbline.annotate.http.Waiting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * GitHub's interfaces for one repository, of github.com and of an Enterprise Server: REST, and GraphQL for what REST does
 * not tell.
 */
public final class GitHubApi {
    private static final String NAME = "GitHub";

    private final RestClient rest;
    private final RestClient graph;
    private final String repository;

    public GitHubApi(Target target, Token token, Proxies proxies, Waiting waiting) {
        Map<String, String> headers = Map.of(
                "Authorization", token.bearer(),
                "Accept", "application/vnd.github+json",
                "X-GitHub-Api-Version", "2022-11-28");
        String base = target.api().toString().replaceAll("/+$", "");
        this.rest = new RestClient(NAME, URI.create(base), token, headers, proxies, waiting);
        // An Enterprise Server has REST at /api/v3 and GraphQL at /api/graphql.
        this.graph = base.endsWith("/v3")
                ? new RestClient(
                        NAME, URI.create(base.substring(0, base.length() - 3)), token, headers, proxies, waiting)
                : rest;
        this.repository = target.repository();
    }

    RestClient rest() {
        return rest;
    }

    /** The path of something in the repository. */
    String path(String inRepository) {
        return "/repos/" + repository + inRepository;
    }

    /** The lines that a pull request changes. Large and binary files come without their changes, and have none. */
    public ChangedLines changedLines(String pullRequest) throws RestException {
        ChangedLines changed = new ChangedLines();
        for (JsonNode file : rest.all(path("/pulls/" + pullRequest + "/files?per_page=100"))) {
            UnifiedDiff.read(file.path("filename").asText(), file.path("patch").asText(), changed);
        }
        return changed;
    }

    String head(String pullRequest) throws RestException {
        return rest.get(path("/pulls/" + pullRequest)).at("/head/sha").asText();
    }

    /**
     * The nodes of a connection of a pull request, over all its pages.
     *
     * @param connection its name
     * @param fields what is asked of each node
     */
    List<JsonNode> nodes(String pullRequest, String connection, String fields) throws RestException {
        String query = ("query($owner: String!, $name: String!, $number: Int!, $after: String) {"
                        + " repository(owner: $owner, name: $name) { pullRequest(number: $number) {"
                        + " %s(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { %s } } } } }")
                .formatted(connection, fields);
        int slash = repository.indexOf('/');
        ObjectNode variables = Json.object("owner", repository.substring(0, slash))
                .put("name", repository.substring(slash + 1))
                .put("number", Integer.parseInt(pullRequest));
        List<JsonNode> nodes = new ArrayList<>();
        JsonNode page;
        do {
            page = graph(query, variables).at("/repository/pullRequest/" + connection);
            page.path("nodes").forEach(nodes::add);
            variables.put("after", page.at("/pageInfo/endCursor").asText());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return nodes;
    }

    /** Runs a query or a mutation; what it gives under {@code data}. */
    JsonNode graph(String query, ObjectNode variables) throws RestException {
        ObjectNode body = Json.object("query", query);
        body.set("variables", variables);
        JsonNode reply = graph.post("/graphql", body);
        JsonNode errors = reply.path("errors");
        if (!errors.isEmpty()) {
            throw graph.failure("a GraphQL query", errors.at("/0/message").asText());
        }
        return reply.path("data");
    }
}
