package dev.plumbline.annotate.ci;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/shop/infra/pull/5/files, GITHUB, https://api.github.com, shop/infra",
        "https://git.example/shop/infra/pull/5, GITHUB, https://git.example/api/v3, shop/infra",
        "https://gitlab.com/a/b/infra/-/merge_requests/5, GITLAB, https://gitlab.com/api/v4, a/b/infra",
        "https://git.example:8443/a/infra/merge_requests/5, GITLAB, https://git.example:8443/api/v4, a/infra",
        "https://dev.azure.com/org/The%20Project/_git/infra/pullrequest/5, AZURE, https://dev.azure.com/org, The Project/infra",
        "https://dev.azure.com/org/_git/infra/pullrequest/5, AZURE, https://dev.azure.com/org, infra/infra",
        "https://org.visualstudio.com/p/_git/infra/pullrequest/5, AZURE, https://org.visualstudio.com, p/infra",
        "https://tfs.example/tfs/C/p/_git/infra/pullrequest/5, AZURE, https://tfs.example/tfs/C, p/infra",
        "https://bitbucket.org/shop/infra/pull-requests/5/diff, BITBUCKET, https://api.bitbucket.org/2.0, shop/infra",
        "https://b.example/projects/SHOP/repos/infra/pull-requests/5/overview, BITBUCKET_SERVER, https://b.example/rest, SHOP/infra",
        "https://b.example/git/users/me/repos/infra/pull-requests/5, BITBUCKET_SERVER, https://b.example/git/rest, ~me/infra",
    })
    void tellsAllThatThereIsToKnow(String url, String platform, String api, String repository) {
        var target = PullRequestUrl.parse(url).orElseThrow();
        assertThat(target.platform().name()).isEqualTo(platform);
        assertThat(target.api()).hasToString(api);
        assertThat(target.repository()).isEqualTo(repository);
        assertThat(target.pullRequest()).contains("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "https://",
                "https://github.com/shop/infra",
                "https://github.com/shop/infra/pull/main",
                "https://github.com/pull/5",
                "https://dev.azure.com/pullrequest/5",
                "https://b.example/x/pull-requests/5",
                "https://gitlab.com/-/merge_requests/5",
                "http://a b/c/pull/5",
            })
    void whatIsNoneIsNone(String url) {
        assertThat(PullRequestUrl.parse(url)).isEmpty();
    }

    @Test
    void aRepositoryMayBeCalledLikeAPartOfTheAddress() {
        assertThat(PullRequestUrl.parse("https://github.com/pull/pull/pull/5")
                        .orElseThrow()
                        .repository())
                .isEqualTo("pull/pull");
    }
}
