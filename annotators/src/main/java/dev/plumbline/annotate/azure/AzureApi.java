package dev.plumbline.annotate.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.http.Json;
import dev.plumbline.annotate.http.Proxies;
import dev.plumbline.annotate.http.RestClient;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.http.Token;
import dev.plumbline.annotate.http.Waiting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Azure DevOps' interface for one pull request. */
final class AzureApi {
    /** Azure DevOps Server 2022.1 knows it too. */
    private static final String VERSION = "api-version=7.1";
    /** That much {@code filediffs} takes in one request. */
    private static final int DIFFS = 10;

    private static final int PAGE = 1000;

    private final RestClient rest;
    private final String repository;
    private final String request;
    private JsonNode iteration;

    AzureApi(Target target, Token token, Proxies proxies, Waiting waiting) {
        // A pipeline's own token is an OAuth token; a personal one goes as a password without a user.
        String authorization = token.source().equals("SYSTEM_ACCESSTOKEN") ? token.bearer() : token.basic();
        this.rest = new RestClient(
                "Azure DevOps",
                target.api(),
                token,
                Map.of("Authorization", authorization, "X-TFS-FedAuthRedirect", "Suppress"),
                proxies,
                waiting);
        String[] names = target.repository().split("/", 2);
        this.repository = "/" + RestClient.encode(names[0]) + "/_apis/git/repositories/" + RestClient.encode(names[1]);
        this.request = repository + "/pullRequests/" + target.pullRequest().orElseThrow();
    }

    /** The identity that the token stands for. */
    String us() throws RestException {
        return rest.get("/_apis/connectionData?api-version=7.1-preview.1")
                .at("/authenticatedUser/id")
                .asText();
    }

    JsonNode get(String path) throws RestException {
        return rest.get(versioned(path));
    }

    JsonNode post(String path, JsonNode body) throws RestException {
        return rest.post(versioned(path), body);
    }

    void patch(String path, JsonNode body) throws RestException {
        rest.patch(versioned(path), body);
    }

    private String versioned(String path) {
        return request + path + (path.indexOf('?') < 0 ? "?" : "&") + VERSION;
    }

    /** The last push to the pull request: its commit, and where that branched off. */
    JsonNode iteration() throws RestException {
        if (iteration == null) {
            JsonNode iterations = get("/iterations").path("value");
            iteration = iterations.path(iterations.size() - 1);
        }
        return iteration;
    }

    String head() throws RestException {
        return iteration().at("/sourceRefCommit/commitId").asText();
    }

    /**
     * Changed lines. Azure DevOps gives no text with a difference, so each file is asked for too; only those that matter
     * are.
     */
    ChangedLines changedLines(Set<String> files) throws RestException {
        Map<String, String> originals = originals(files);
        ChangedLines changed = new ChangedLines();
        List<String> names = new ArrayList<>(originals.keySet());
        for (int from = 0; from < names.size(); from += DIFFS) {
            List<String> batch = names.subList(from, Math.min(from + DIFFS, names.size()));
            JsonNode reply = rest.post(repository + "/filediffs?" + VERSION, criteria(batch, originals));
            for (JsonNode file : reply.isArray() ? reply : reply.path("value")) {
                String name = file.path("path").asText().replaceFirst("^/", "");
                List<String> lines = lines(name);
                for (JsonNode block : file.path("lineDiffBlocks")) {
                    if (adds(block.path("changeType").asText())) {
                        int first = block.path("modifiedLineNumberStart").asInt();
                        int count = block.path("modifiedLinesCount").asInt();
                        changed.addAll(name, first, first + count - 1, lines);
                    }
                }
            }
        }
        return changed;
    }

    /** Changed files of those asked for, with the names they had before; empty for those that had none. */
    private Map<String, String> originals(Set<String> files) throws RestException {
        Map<String, String> originals = new LinkedHashMap<>();
        String id = iteration().path("id").asText();
        for (int skip = 0; ; skip += PAGE) {
            JsonNode page = get("/iterations/" + id + "/changes?$top=" + PAGE + "&$skip=" + skip);
            for (JsonNode change : page.path("changeEntries")) {
                String path = change.at("/item/path").asText();
                String name = path.replaceFirst("^/", "");
                if (files.contains(name) && !change.path("changeType").asText().contains("delete")) {
                    boolean isNew = change.path("changeType").asText().equals("add");
                    String original = change.path("originalPath").asText(path);
                    originals.put(name, isNew ? "" : original);
                }
            }
            if (page.path("changeEntries").size() < PAGE) {
                return originals;
            }
        }
    }

    private ObjectNode criteria(List<String> names, Map<String, String> originals) throws RestException {
        ObjectNode criteria = Json.object(
                        "baseVersionCommit",
                        iteration().at("/commonRefCommit/commitId").asText())
                .put("targetVersionCommit", head());
        ArrayNode files = criteria.putArray("fileDiffParams");
        for (String name : names) {
            ObjectNode file = files.addObject().put("path", "/" + name);
            if (!originals.get(name).isEmpty()) {
                file.put("originalPath", originals.get(name));
            }
        }
        return criteria;
    }

    /** {@code add} and {@code edit}, which older servers write as numbers. */
    private static boolean adds(String changeType) {
        return Set.of("add", "edit", "1", "3").contains(changeType);
    }

    private List<String> lines(String name) throws RestException {
        String query =
                "/items?path=%s&versionDescriptor.versionType=commit&versionDescriptor.version=%s&$format=text&%s";
        return rest.text(repository + query.formatted(RestClient.encode("/" + name), head(), VERSION))
                .lines()
                .toList();
    }
}
