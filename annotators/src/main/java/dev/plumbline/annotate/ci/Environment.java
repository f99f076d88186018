package dev.plumbline.annotate.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plumbline.annotate.Platform;
import dev.plumbline.annotate.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the variables of a build say of where it runs and for what: GitHub Actions, GitLab CI, Azure Pipelines, Bitbucket
 * Pipelines, Jenkins.
 */
public final class Environment {
    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** All of it. */
    public Map<String, String> variables() {
        return variables;
    }

    /** The value of a variable; empty where it is not set, or to nothing. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private boolean is(String name) {
        return get(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Whether the log is read for GitHub's workflow commands. */
    public boolean isGitHubActions() {
        return is("GITHUB_ACTIONS");
    }

    /** Whether the log is read for Azure's logging commands. */
    public boolean isAzurePipelines() {
        return is("TF_BUILD");
    }

    /** Whether the build runs where Bitbucket has a proxy that knows it. */
    public boolean isBitbucketPipelines() {
        return get("BITBUCKET_BUILD_NUMBER").isPresent();
    }

    /** What the build is for; empty where that is not known. */
    public Optional<Target> target() {
        if (isGitHubActions()) {
            return gitHub();
        }
        if (is("GITLAB_CI")) {
            return gitLab();
        }
        if (isAzurePipelines()) {
            return azure();
        }
        if (isBitbucketPipelines()) {
            return bitbucket();
        }
        // Jenkins: the commit that it builds may be its own merge, and is therefore none that the platform knows.
        return get("CHANGE_URL").flatMap(PullRequestUrl::parse);
    }

    private Optional<Target> gitHub() {
        JsonNode event = event();
        // A build of a pull request is of a merge of it: the event tells what was pushed.
        JsonNode request = event.path("pull_request");
        JsonNode run = event.path("workflow_run");
        Optional<String> number = text(request.path("number")).or(() -> text(run.at("/pull_requests/0/number")));
        Optional<String> head = text(request.at("/head/sha"))
                .or(() -> text(run.path("head_sha")))
                .or(() -> number.isPresent() ? Optional.empty() : get("GITHUB_SHA"));
        URI api = get("GITHUB_API_URL").map(URI::create).orElseGet(() -> URI.create("https://api.github.com"));
        return get("GITHUB_REPOSITORY").map(repository -> new Target(Platform.GITHUB, api, repository, number, head));
    }

    private JsonNode event() {
        try {
            return get("GITHUB_EVENT_PATH").isPresent()
                    ? new ObjectMapper()
                            .readTree(Path.of(get("GITHUB_EVENT_PATH").get()).toFile())
                    : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node.asText());
    }

    private Optional<Target> gitLab() {
        // A fork's merge request belongs to the project that it goes to.
        Optional<String> project = get("CI_MERGE_REQUEST_PROJECT_ID").or(() -> get("CI_PROJECT_ID"));
        // The pipeline of a branch knows the requests that it is the source of: group/project!12,…
        Optional<String> number = get("CI_MERGE_REQUEST_IID").or(() -> get("CI_OPEN_MERGE_REQUESTS")
                .map(requests -> requests.split(",")[0])
                .map(request -> request.substring(request.indexOf('!') + 1)));
        // Set in pipelines of merged results, whose own commit is a merge.
        Optional<String> commit = get("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA").or(() -> get("CI_COMMIT_SHA"));
        URI api = get("CI_API_V4_URL").map(URI::create).orElseGet(() -> URI.create("https://gitlab.com/api/v4"));
        return project.map(id -> new Target(Platform.GITLAB, api, id, number, commit));
    }

    private Optional<Target> azure() {
        Optional<String> number = get("SYSTEM_PULLREQUEST_PULLREQUESTID");
        Optional<String> commit = get("SYSTEM_PULLREQUEST_SOURCECOMMITID").or(() -> get("BUILD_SOURCEVERSION"));
        String provider = get("BUILD_REPOSITORY_PROVIDER").orElse("TfsGit");
        if (provider.startsWith("GitHub")) {
            URI repository = URI.create(get("BUILD_REPOSITORY_URI").orElse("https://github.com"));
            URI api = PullRequestUrl.gitHubApi("https://" + repository.getHost());
            return get("BUILD_REPOSITORY_NAME")
                    .map(name -> new Target(
                            Platform.GITHUB, api, name, get("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER"), commit));
        }
        Optional<String> collection = get("SYSTEM_COLLECTIONURI").or(() -> get("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"));
        return collection.flatMap(uri -> get("SYSTEM_TEAMPROJECT").flatMap(project -> get("BUILD_REPOSITORY_ID")
                .map(repository ->
                        new Target(Platform.AZURE, URI.create(uri), project + "/" + repository, number, commit))));
    }

    private Optional<Target> bitbucket() {
        return get("BITBUCKET_WORKSPACE")
                .flatMap(workspace -> get("BITBUCKET_REPO_SLUG").map(name -> workspace + "/" + name))
                .map(repository -> new Target(
                        Platform.BITBUCKET,
                        URI.create("https://api.bitbucket.org/2.0"),
                        repository,
                        get("BITBUCKET_PR_ID"),
                        get("BITBUCKET_COMMIT")));
    }
}
