package dev.plumbline.annotate.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.annotate.Platform;
import dev.plumbline.annotate.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    @TempDir
    private Path directory;

    private static Target target(Map<String, String> variables) {
        return new Environment(variables).target().orElseThrow();
    }

    private Target gitHub(String event) throws IOException {
        Path file = Files.writeString(directory.resolve("event.json"), event);
        return target(Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_API_URL", "https://git.example/api/v3",
                "GITHUB_REPOSITORY", "shop/infra",
                "GITHUB_SHA", "aa",
                "GITHUB_EVENT_PATH", file.toString()));
    }

    @Test
    void gitHubTellsThePushedCommitInItsEvent() throws IOException {
        Target target = gitHub("{\"pull_request\": {\"number\": 5, \"head\": {\"sha\": \"bb\"}}}");
        assertThat(target.platform()).isEqualTo(Platform.GITHUB);
        assertThat(target.api()).hasToString("https://git.example/api/v3");
        assertThat(target.repository()).isEqualTo("shop/infra");
        assertThat(target.pullRequest()).contains("5");
        assertThat(target.commit()).contains("bb");
        assertThat(target.text()).isEqualTo("GitHub pull request 5 of shop/infra");
    }

    @Test
    void gitHubBuildsPushesAndRunsAfterOthers() throws IOException {
        assertThat(gitHub("{}").pullRequest()).isEmpty();
        assertThat(gitHub("{}").commit()).contains("aa");
        Target run = gitHub("{\"workflow_run\": {\"head_sha\": \"cc\", \"pull_requests\": [{\"number\": 6}]}}");
        assertThat(run.pullRequest()).contains("6");
        assertThat(run.commit()).contains("cc");
    }

    @Test
    void gitLabTellsTheProjectThatAForkGoesTo() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "GITLAB_CI", "true",
                "CI_API_V4_URL", "https://git.example/api/v4",
                "CI_PROJECT_ID", "2",
                "CI_COMMIT_SHA", "aa",
                "CI_OPEN_MERGE_REQUESTS", "shop/infra!7,shop/infra!8"));
        assertThat(target(variables).pullRequest()).contains("7");
        variables.putAll(Map.of(
                "CI_MERGE_REQUEST_PROJECT_ID", "1",
                "CI_MERGE_REQUEST_IID", "5",
                "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "bb"));
        Target target = target(variables);
        assertThat(target.repository()).isEqualTo("1");
        assertThat(target.pullRequest()).contains("5");
        assertThat(target.commit()).contains("bb");
    }

    @Test
    void azureBuildsItsOwnRepositoriesAndThoseOfGitHub() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "TF_BUILD", "True",
                "SYSTEM_COLLECTIONURI", "https://dev.azure.com/shop/",
                "SYSTEM_TEAMPROJECT", "The Project",
                "BUILD_REPOSITORY_ID", "1234",
                "BUILD_SOURCEVERSION", "aa",
                "SYSTEM_PULLREQUEST_PULLREQUESTID", "5",
                "SYSTEM_PULLREQUEST_SOURCECOMMITID", "bb"));
        Target target = target(variables);
        assertThat(target.platform()).isEqualTo(Platform.AZURE);
        assertThat(target.repository()).isEqualTo("The Project/1234");
        assertThat(target.pullRequest()).contains("5");
        assertThat(target.commit()).contains("bb");
        variables.putAll(Map.of(
                "BUILD_REPOSITORY_PROVIDER", "GitHub",
                "BUILD_REPOSITORY_URI", "https://github.com/shop/infra",
                "BUILD_REPOSITORY_NAME", "shop/infra",
                "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER", "12"));
        Target gitHub = target(variables);
        assertThat(gitHub.platform()).isEqualTo(Platform.GITHUB);
        assertThat(gitHub.api()).hasToString("https://api.github.com");
        assertThat(gitHub.pullRequest()).contains("12");
    }

    @Test
    void bitbucketAndJenkins() {
        Target pipelines = target(Map.of(
                "BITBUCKET_BUILD_NUMBER", "1",
                "BITBUCKET_WORKSPACE", "shop",
                "BITBUCKET_REPO_SLUG", "infra",
                "BITBUCKET_PR_ID", "5",
                "BITBUCKET_COMMIT", "aa"));
        assertThat(pipelines.repository()).isEqualTo("shop/infra");
        assertThat(pipelines.pullRequest()).contains("5");
        Target jenkins = target(
                Map.of("CHANGE_ID", "5", "CHANGE_URL", "https://github.com/shop/infra/pull/5", "GIT_COMMIT", "merge"));
        assertThat(jenkins.pullRequest()).contains("5");
        assertThat(jenkins.commit()).isEmpty();
        assertThat(new Environment(Map.of("PATH", "/bin")).target()).isEmpty();
    }

    @Test
    void whatIsGivenGoesBeforeWhatIsFound() {
        Environment environment = new Environment(
                Map.of("GITLAB_CI", "true", "CI_PROJECT_ID", "2", "CI_COMMIT_SHA", "aa", "CI_MERGE_REQUEST_IID", "5"));
        Target target = new Targeting(null, null, "6", "bb", "https://git.example/api/v4").target(environment);
        assertThat(target.pullRequest()).contains("6");
        assertThat(target.commit()).contains("bb");
        assertThat(target.repository()).isEqualTo("2");
        Target other = new Targeting("github", "shop/infra", null, null, null).target(environment);
        assertThat(other)
                .isEqualTo(new Target(
                        Platform.GITHUB,
                        URI.create("https://api.github.com"),
                        "shop/infra",
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void whatIsMissingIsNamed() {
        Environment nothing = new Environment(Map.of());
        assertThatThrownBy(() -> Targeting.NONE.target(nothing)).hasMessageContaining("give its address");
        assertThatThrownBy(() -> new Targeting("github", null, "5", null, null).target(nothing))
                .hasMessage("nothing says which repository is meant");
        assertThatThrownBy(() -> new Targeting("azure", "a/b", "5", null, null).target(nothing))
                .hasMessageContaining("where the interface of Azure DevOps is");
        assertThatThrownBy(() -> new Targeting("github", "a/b", "five", null, null).target(nothing))
                .hasMessage("'five' is not the number of a pull request");
        assertThatThrownBy(() -> new Targeting("github", "a/b", "5", "main", null).target(nothing))
                .hasMessage("'main' is not the id of a commit");
        assertThatThrownBy(() -> new Targeting("azure", "ab", "5", null, "https://a.b").target(nothing))
                .hasMessage("'ab' is not a repository: it takes two names with / between them");
    }

    @Test
    void tokensAreThePlatformsOwn() {
        Environment environment =
                new Environment(Map.of("GH_TOKEN", " secret\n", "BITBUCKET_TOKEN", "b", "BITBUCKET_USERNAME", "me"));
        assertThat(Tokens.of(environment, Platform.GITHUB).orElseThrow().bearer())
                .isEqualTo("Bearer secret");
        assertThat(Tokens.of(environment, Platform.BITBUCKET).orElseThrow().user())
                .isEqualTo("me");
        assertThat(Tokens.of(environment, Platform.GITLAB)).isEmpty();
        assertThatThrownBy(() -> Tokens.of(new Environment(Map.of("GITLAB_TOKEN", "a\nb")), Platform.GITLAB))
                .hasMessage("the token in GITLAB_TOKEN is empty or holds characters that none has");
    }

    @Test
    void aDirectoryIsPlacedInItsRepository() throws IOException {
        Path infra = Files.createDirectories(directory.resolve("repository/infra/prod"));
        Files.writeString(directory.resolve("repository/.git"), "gitdir: elsewhere");
        assertThat(RepositoryRoot.prefix(infra)).isEqualTo("infra/prod");
        assertThat(RepositoryRoot.prefix(directory.resolve("repository"))).isEmpty();
    }
}
