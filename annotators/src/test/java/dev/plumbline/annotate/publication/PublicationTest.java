package dev.plumbline.annotate.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.annotate.Channel;
import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.Platform;
import dev.plumbline.annotate.Reports;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.ci.Environment;
import dev.plumbline.annotate.http.NoWaiting;
import dev.plumbline.annotate.http.Proxies;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.http.Token;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationTest {
    private static final Map<String, String> WORKFLOW = Map.of("GITHUB_ACTIONS", "true");

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private Publication publication(
            Platform platform, Optional<String> pullRequest, Channel channel, Map<String, String> environment) {
        return new Publication(
                new Target(platform, URI.create("https://localhost:1"), "a/b", pullRequest, Optional.of("aa")),
                Optional.ofNullable(channel),
                Optional.empty(),
                Proxies.of((Proxies.Route) null),
                new Environment(environment),
                new PrintStream(log, true, StandardCharsets.UTF_8),
                new NoWaiting());
    }

    @Test
    void withoutATokenTheLogIsLeft() throws RestException {
        publication(Platform.GITHUB, Optional.of("5"), null, WORKFLOW).run(Reports.blocked(Reports.fixable()));
        assertThat(log.toString(StandardCharsets.UTF_8)).startsWith("::error ");
        log.reset();
        publication(Platform.AZURE, Optional.of("5"), null, Map.of("TF_BUILD", "True"))
                .run(Reports.blocked(Reports.fixable()));
        assertThat(log.toString(StandardCharsets.UTF_8)).startsWith("##vso[");
    }

    @Test
    void aMissingTokenIsNamed() {
        assertThatThrownBy(() -> publication(Platform.GITHUB, Optional.of("5"), null, Map.of())
                        .run(Reports.passed()))
                .isInstanceOf(RestException.class)
                .hasMessage("there is no token for GitHub: GITHUB_TOKEN or GH_TOKEN is not set");
    }

    @Test
    void aBuildOfNoPullRequestHasNothingToCommentOn() throws RestException {
        assertThat(publication(Platform.GITLAB, Optional.empty(), null, Map.of())
                        .run(Reports.blocked(Reports.fixable()))
                        .note())
                .isEqualTo("the build is of no merge request: there is nothing to annotate");
    }

    @ParameterizedTest
    @CsvSource({
        "BITBUCKET, COMMENTS, 'Bitbucket Cloud is annotated by checks, not by comments'",
        "GITLAB, CHECKS, 'GitLab is annotated by comments, not by checks'",
        "GITHUB, LOG, nothing reads the log for annotations but GitHub Actions and Azure Pipelines",
    })
    void channelsAreForThePlatformsThatHaveThem(Platform platform, Channel channel, String message) {
        Publication publication = new Publication(
                new Target(platform, URI.create("https://localhost:1"), "a/b", Optional.of("5"), Optional.empty()),
                Optional.of(channel),
                Optional.of(new Token("X", "", "secret")),
                Proxies.of((Proxies.Route) null),
                new Environment(Map.of()),
                new PrintStream(log, true, StandardCharsets.UTF_8),
                new NoWaiting());
        assertThatThrownBy(() -> publication.run(Reports.passed()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void thePageOfAJobShowsAll() throws RestException, IOException {
        Path page = directory.resolve("summary.md");
        Files.writeString(page, "before\n");
        publication(
                        Platform.GITHUB,
                        Optional.of("5"),
                        null,
                        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", page.toString()))
                .run(Reports.blocked(Reports.fixable(), Reports.elsewhere()));
        assertThat(Files.readString(page))
                .startsWith("before\n## Plumbline: blocked\n")
                .contains("azurerm_storage_account.shop", "azurerm_storage_account.old");
    }

    @Test
    void aPageThatCannotBeWrittenIsToldAndKeepsNothingBack() throws RestException {
        Outcome outcome = publication(
                        Platform.GITHUB,
                        Optional.of("5"),
                        null,
                        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", directory.toString()))
                .run(Reports.blocked(Reports.fixable()));
        assertThat(outcome.problems()).singleElement().asString().startsWith("the job's summary cannot be written");
        assertThat(outcome.created()).isEqualTo(1);
    }

    @Test
    void aWarningIsSeenOnTheBuildsPage() {
        assertThat(Warning.line(new Environment(WORKFLOW), "a\nb")).contains("::warning title=Plumbline::a%0Ab");
        assertThat(Warning.line(new Environment(Map.of("TF_BUILD", "true")), "a%"))
                .contains("##vso[task.logissue type=warning;]Plumbline: a%AZP25");
        assertThat(Warning.line(new Environment(Map.of()), "a")).isEmpty();
    }
}
