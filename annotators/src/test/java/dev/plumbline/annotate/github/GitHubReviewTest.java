package dev.plumbline.annotate.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static dev.plumbline.annotate.Platforms.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.plumbline.annotate.Channel;
import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.Platform;
import dev.plumbline.annotate.Platforms;
import dev.plumbline.annotate.Reports;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Report;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * By GitHub's REST documentation of pull requests, reviews and review comments, and its GraphQL schema, as an Enterprise
 * Server has them.
 */
class GitHubReviewTest {
    private static final String REPOSITORY = "/api/v3/repos/shop/infra";

    @RegisterExtension
    static final WireMockExtension SERVER = Platforms.server();

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void aPullRequest() {
        SERVER.stubFor(get(urlEqualTo(REPOSITORY + "/pulls/5"))
                .willReturn(okJson("{\"number\": 5, \"head\": {\"sha\": \"" + Platforms.HEAD + "\"}}")));
        changes(Reports.PATCH);
        threads();
        comments();
        SERVER.stubFor(post(urlEqualTo(REPOSITORY + "/pulls/5/reviews")).willReturn(okJson("{\"id\": 80}")));
        SERVER.stubFor(post(urlEqualTo(REPOSITORY + "/pulls/5/comments")).willReturn(okJson("{\"id\": 10}")));
        SERVER.stubFor(post(urlEqualTo(REPOSITORY + "/issues/5/comments")).willReturn(okJson("{\"id\": 20}")));
        SERVER.stubFor(patch(urlPathMatching(REPOSITORY + "/(pulls|issues)/comments/\\d+"))
                .willReturn(okJson("{}")));
        SERVER.stubFor(post(urlEqualTo("/api/graphql"))
                .withRequestBody(containing("mutation"))
                .willReturn(okJson("{\"data\": {}}")));
    }

    private static void changes(String patch) {
        SERVER.stubFor(get(urlEqualTo(REPOSITORY + "/pulls/5/files?per_page=100"))
                .willReturn(okJson("[{\"filename\": \"%s\", \"status\": \"modified\", \"patch\": %s},"
                                .formatted(Reports.FILE, quoted(patch))
                        + "{\"filename\": \"logo.png\", \"status\": \"added\"}]")));
    }

    private static void threads(String... nodes) {
        connection("reviewThreads", nodes);
    }

    private static void comments(String... nodes) {
        connection("comments", nodes);
    }

    private static void connection(String name, String... nodes) {
        SERVER.stubFor(post(urlEqualTo("/api/graphql"))
                .withRequestBody(containing(" " + name + "(first: 100, after: $after) { pageInfo"))
                .willReturn(okJson(
                        "{\"data\": {\"repository\": {\"pullRequest\": {\"%s\": {\"pageInfo\": {\"hasNextPage\": false,"
                                        .formatted(name)
                                + " \"endCursor\": \"x\"}, \"nodes\": [" + String.join(",", nodes) + "]}}}}}")));
    }

    private static String comment(int id, String body, boolean ours) {
        return "{\"databaseId\": %d, \"body\": %s, \"viewerDidAuthor\": %s}".formatted(id, quoted(body), ours);
    }

    private static String thread(String id, boolean resolved, String comment) {
        return "{\"id\": \"%s\", \"isResolved\": %s, \"comments\": {\"nodes\": [%s]}}".formatted(id, resolved, comment);
    }

    private Outcome annotate(Report report) throws RestException {
        return annotate(report, Map.of());
    }

    private Outcome annotate(Report report, Map<String, String> environment) throws RestException {
        return Platforms.publication(
                        Platform.GITHUB, SERVER.baseUrl() + "/api/v3", "shop/infra", Optional.empty(), log, environment)
                .run(report);
    }

    /** What a first run wrote, as the platform gives it back, and none of it in the journal any more. */
    private void asWritten() {
        List<String> threads = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (JsonNode body : Platforms.bodies(SERVER)) {
            for (JsonNode entry : body.path("comments")) {
                int id = 100 + threads.size();
                threads.add(
                        thread("T" + id, false, comment(id, entry.path("body").asText() + "\r\n", true)));
            }
            if (body.size() == 1 && body.has("body")) {
                comments.add(comment(200, body.path("body").asText(), true));
            }
        }
        threads(threads.toArray(String[]::new));
        comments(comments.toArray(String[]::new));
        SERVER.resetRequests();
    }

    @Test
    void aFirstRunCommentsOnChangedLinesAndSumsUpTheRest() throws RestException {
        Outcome outcome = annotate(Reports.blocked(Reports.fixable(), Reports.elsewhere()));
        assertThat(outcome.text()).isEqualTo("1 new; 1 in the summary alone");
        assertThat(outcome.problems()).isEmpty();
        assertThat(Platforms.writes(SERVER))
                .containsExactly(
                        "POST " + REPOSITORY + "/pulls/5/reviews", "POST " + REPOSITORY + "/issues/5/comments");
        JsonNode review = Platforms.bodies(SERVER).get(0);
        assertThat(review.path("event").asText()).isEqualTo("COMMENT");
        assertThat(review.path("commit_id").asText()).isEqualTo(Platforms.HEAD);
        assertThat(review.path("comments")).hasSize(1);
        JsonNode comment = review.at("/comments/0");
        assertThat(comment.path("path").asText()).isEqualTo(Reports.FILE);
        assertThat(comment.path("line").asInt()).isEqualTo(3);
        assertThat(comment.path("side").asText()).isEqualTo("RIGHT");
        assertThat(comment.path("body").asText())
                .contains("**High**", "Remediation", "```suggestion\n  https_traffic_only_enabled = true\n```")
                .endsWith(" -->");
        assertThat(Platforms.bodies(SERVER).get(1).path("body").asText())
                .contains("63.4 % (71.0 % before)", "azurerm_storage_account.old", "`infra/main.tf:40`")
                .doesNotContain("azurerm_storage_account.shop");
    }

    @Test
    void aSecondRunWithoutAChangeWritesNothing() throws RestException {
        annotate(Reports.blocked(Reports.fixable(), Reports.elsewhere(), Reports.hostile()));
        asWritten();
        Outcome outcome = annotate(Reports.blocked(Reports.fixable(), Reports.elsewhere(), Reports.hostile()));
        assertThat(Platforms.writes(SERVER)).isEmpty();
        assertThat(outcome.unchanged()).isEqualTo(2);
    }

    @Test
    void whatIsFixedIsResolvedAndWhatIsBackIsOpenedAgain() throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        asWritten();
        assertThat(annotate(Reports.passed()).resolved()).isEqualTo(1);
        assertThat(Platforms.writes(SERVER))
                .containsExactly(
                        "PATCH " + REPOSITORY + "/pulls/comments/100",
                        "POST /api/graphql",
                        "PATCH " + REPOSITORY + "/issues/comments/200");
        assertThat(Platforms.bodies(SERVER).get(0).path("body").asText()).startsWith("**Resolved**");
        assertThat(Platforms.bodies(SERVER).get(1).toString()).contains("resolveReviewThread", "\"T100\"");
        assertThat(Platforms.bodies(SERVER).get(2).path("body").asText()).startsWith("## Plumbline: passed");

        threads(thread(
                "T100",
                true,
                comment(100, Platforms.bodies(SERVER).get(0).path("body").asText(), true)));
        SERVER.resetRequests();
        assertThat(annotate(Reports.passed()).resolved()).isZero();
        SERVER.resetRequests();
        assertThat(annotate(Reports.blocked(Reports.fixable())).updated()).isEqualTo(1);
        assertThat(Platforms.bodies(SERVER).get(1).toString()).contains("unresolveReviewThread");
    }

    @Test
    void whatPeopleResolvedStaysSo() throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        String body = Platforms.bodies(SERVER).get(0).at("/comments/0/body").asText();
        asWritten();
        threads(thread("T100", true, comment(100, body, true)));
        assertThat(annotate(Reports.blocked(Reports.fixable())).unchanged()).isEqualTo(1);
        assertThat(Platforms.writes(SERVER)).isEmpty();
    }

    @Test
    void aMarkerThatSomebodyElseWroteCountsForNothing() throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        String body = Platforms.bodies(SERVER).get(0).at("/comments/0/body").asText();
        SERVER.resetRequests();
        threads(thread("T1", false, comment(1, body, false)));
        comments(comment(2, "<!-- plumbline:summary - 0 -->", false));
        assertThat(annotate(Reports.blocked(Reports.fixable())).created()).isEqualTo(1);
        assertThat(Platforms.writes(SERVER)).allMatch(write -> write.startsWith("POST"));
    }

    @Test
    void whatCouldNotBeAssessedIsNotResolved() throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        asWritten();
        assertThat(annotate(Reports.incomplete()).resolved()).isZero();
        assertThat(Platforms.writes(SERVER)).containsExactly("PATCH " + REPOSITORY + "/issues/comments/200");
    }

    @Test
    void nothingIsSaidOfAPullRequestWithoutFindings() throws RestException {
        assertThat(annotate(Reports.passed()).text()).isEqualTo("nothing to annotate");
        assertThat(Platforms.writes(SERVER)).isEmpty();
    }

    @Test
    void aReportOfAnOlderCommitIsLeftToANewerBuild() throws RestException {
        SERVER.stubFor(get(urlEqualTo(REPOSITORY + "/pulls/5"))
                .willReturn(okJson("{\"head\": {\"sha\": \"2222222222222222222222222222222222222222\"}}")));
        assertThat(annotate(Reports.blocked(Reports.fixable())).note()).contains("left to a newer build");
        assertThat(Platforms.writes(SERVER)).isEmpty();
    }

    @Test
    void oneCommentThatIsRefusedDoesNotTakeTheOthersWithIt() throws RestException {
        changes(Reports.patch(3));
        Annotation[] three = Reports.many(3);
        SERVER.stubFor(
                post(urlEqualTo(REPOSITORY + "/pulls/5/reviews"))
                        .willReturn(
                                aResponse()
                                        .withStatus(422)
                                        .withBody(
                                                "{\"message\": \"Unprocessable Entity\", \"errors\": [\"Line could not be resolved\"]}")));
        SERVER.stubFor(post(urlEqualTo(REPOSITORY + "/pulls/5/comments"))
                .withRequestBody(containing("\"line\":2,"))
                .willReturn(aResponse().withStatus(422).withBody("{\"message\": \"Validation Failed\"}")));
        Outcome outcome = annotate(Reports.blocked(three));
        assertThat(outcome.created()).isEqualTo(2);
        assertThat(outcome.problems())
                .singleElement()
                .asString()
                .startsWith("infra/main.tf:2: GitHub answers 422 to POST")
                .contains("Validation Failed");
        assertThat(Platforms.writes(SERVER)).contains("POST " + REPOSITORY + "/issues/5/comments");
    }

    @Test
    void oneHundredAndTwentyGoOutInReviewsOfFifty() throws RestException {
        changes(Reports.patch(120));
        Outcome outcome = annotate(Reports.blocked(Reports.many(120)));
        assertThat(outcome.created()).isEqualTo(120);
        assertThat(Platforms.bodies(SERVER).stream()
                        .filter(body -> body.has("comments"))
                        .map(body -> body.path("comments").size()))
                .containsExactly(50, 50, 20);
    }

    @Test
    void aLimitIsWaitedFor() throws RestException {
        SERVER.stubFor(post(urlEqualTo(REPOSITORY + "/pulls/5/reviews"))
                .inScenario("limit")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse()
                        .withStatus(403)
                        .withBody("{\"message\": \"You have exceeded a secondary rate limit.\"}"))
                .willSetStateTo("lifted"));
        assertThat(annotate(Reports.blocked(Reports.fixable())).created()).isEqualTo(1);
    }

    @Test
    void aBadTokenIsToldWithoutItself() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(401)
                        .withBody("{\"message\": \"Bad credentials " + Platforms.SECRET + "\"}")));
        assertThatThrownBy(() -> annotate(Reports.blocked(Reports.fixable())))
                .isInstanceOf(RestException.class)
                .hasMessageContaining("the token in GITHUB_TOKEN is not accepted")
                .hasMessageNotContaining(Platforms.SECRET);
    }

    @Test
    void whatATokenOfAForkMayNotSayIsSaidInTheLog() throws RestException {
        SERVER.stubFor(post(urlEqualTo(REPOSITORY + "/pulls/5/reviews"))
                .willReturn(aResponse()
                        .withStatus(403)
                        .withBody("{\"message\": \"Resource not accessible by integration\"}")));
        Outcome outcome =
                annotate(Reports.blocked(Reports.fixable(), Reports.elsewhere()), Map.of("GITHUB_ACTIONS", "true"));
        assertThat(log.toString(StandardCharsets.UTF_8))
                .startsWith("::error file=infra/main.tf,line=3,")
                .hasLineCount(1);
        assertThat(outcome.problems()).singleElement().asString().contains("Resource not accessible by integration");
    }

    @Test
    void hostileTextIsDataAndNothingElse() throws RestException {
        annotate(Reports.blocked(Reports.hostile()));
        JsonNode comment = Platforms.bodies(SERVER).get(0).at("/comments/0");
        assertThat(comment.path("line").asInt()).isEqualTo(2);
        assertThat(comment.path("body").asText()).contains("é🦊").doesNotContain("\u202E");
        assertThat(log.size()).isZero();
    }

    @Test
    void channelsAreForThePlatformsThatHaveThem() {
        assertThatThrownBy(() -> Platforms.publication(
                                Platform.GITHUB,
                                SERVER.baseUrl() + "/api/v3",
                                "shop/infra",
                                Optional.of(Channel.LOG),
                                log)
                        .run(Reports.passed()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing reads the log");
    }
}
