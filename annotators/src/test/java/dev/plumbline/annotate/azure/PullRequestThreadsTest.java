package dev.plumbline.annotate.azure;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static dev.plumbline.annotate.Platforms.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.Platform;
import dev.plumbline.annotate.Platforms;
import dev.plumbline.annotate.Reports;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.report.Report;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By Microsoft's documentation of the pull request threads, iterations, statuses, file diffs and items of Azure DevOps. */
class PullRequestThreadsTest {
    private static final String REPOSITORY = "/shop/The%20Project/_apis/git/repositories/infra";
    private static final String REQUEST = REPOSITORY + "/pullRequests/5";

    @RegisterExtension
    static final WireMockExtension SERVER = Platforms.server();

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void aPullRequest() {
        SERVER.stubFor(get(urlPathEqualTo("/shop/_apis/connectionData"))
                .willReturn(okJson("{\"authenticatedUser\": {\"id\": \"U7\"}}")));
        SERVER.stubFor(get(urlPathEqualTo(REQUEST + "/iterations"))
                .willReturn(okJson("{\"value\": [{\"id\": 1}, {\"id\": 2, \"sourceRefCommit\": {\"commitId\": \"%s\"},"
                                .formatted(Platforms.HEAD)
                        + " \"commonRefCommit\": {\"commitId\": \"b0\"}}]}")));
        SERVER.stubFor(get(urlPathEqualTo(REQUEST + "/iterations/2/changes"))
                .willReturn(
                        okJson("{\"changeEntries\": [{\"changeType\": \"edit, rename\", \"originalPath\": \"/old.tf\","
                                + " \"item\": {\"path\": \"/infra/main.tf\"}}, {\"changeType\": \"add\", \"item\": {\"path\":"
                                + " \"/README.md\"}}]}")));
        changes("{\"changeType\": \"none\", \"modifiedLineNumberStart\": 1, \"modifiedLinesCount\": 1},"
                + "{\"changeType\": \"edit\", \"modifiedLineNumberStart\": 2, \"modifiedLinesCount\": 2}");
        SERVER.stubFor(get(urlPathEqualTo(REPOSITORY + "/items")).willReturn(ok("""
                        resource "azurerm_storage_account" "shop" {\r
                          name = "shop"\r
                          https_traffic_only_enabled = false\r
                        }\r
                        """)));
        threads();
        statuses();
        SERVER.stubFor(post(urlPathMatching(REQUEST + "/(threads|statuses)")).willReturn(okJson("{\"id\": 1}")));
        SERVER.stubFor(patch(urlPathMatching(REQUEST + "/threads/.*")).willReturn(okJson("{}")));
    }

    private static void changes(String blocks) {
        SERVER.stubFor(post(urlPathEqualTo(REPOSITORY + "/filediffs"))
                .willReturn(okJson("[{\"path\": \"/infra/main.tf\", \"lineDiffBlocks\": [" + blocks + "]}]")));
    }

    private static void threads(String... threads) {
        SERVER.stubFor(get(urlPathEqualTo(REQUEST + "/threads"))
                .willReturn(okJson("{\"value\": [" + String.join(",", threads) + "]}")));
    }

    private static void statuses(String... statuses) {
        SERVER.stubFor(get(urlPathEqualTo(REQUEST + "/statuses"))
                .willReturn(okJson("{\"value\": [" + String.join(",", statuses) + "]}")));
    }

    private static String thread(int id, String status, String author, JsonNode written) {
        return "{\"id\": %d, \"status\": \"%s\", \"properties\": {\"plumbline.fingerprint\": {\"$type\": \"System.String\","
                        .formatted(id, status)
                + " \"$value\": %s}}, \"comments\": [{\"id\": 1, \"content\": %s, \"author\": {\"id\": \"%s\"}}]}"
                        .formatted(
                                quoted(written.path("properties")
                                        .path("plumbline.fingerprint")
                                        .asText()),
                                quoted(written.at("/comments/0/content").asText()),
                                author);
    }

    private Outcome annotate(Report report, Map<String, String> environment) throws RestException {
        return Platforms.publication(
                        Platform.AZURE,
                        SERVER.baseUrl() + "/shop/",
                        "The Project/infra",
                        Optional.empty(),
                        log,
                        environment)
                .run(report);
    }

    private Outcome annotate(Report report) throws RestException {
        return annotate(report, Map.of());
    }

    private static List<JsonNode> writtenThreads() {
        return Platforms.bodies(SERVER).stream()
                .filter(body -> body.has("comments"))
                .toList();
    }

    private static List<String> writes() {
        return Platforms.writes(SERVER).stream()
                .filter(write -> !write.contains("/filediffs"))
                .map(write -> write.replace(REQUEST, "").replace("?api-version=7.1", ""))
                .toList();
    }

    private static void asWritten(String status) {
        List<String> threads = new ArrayList<>();
        for (JsonNode body : writtenThreads()) {
            threads.add(thread(threads.size(), body.has("threadContext") ? status : "closed", "u7", body));
        }
        threads(threads.toArray(String[]::new));
        Platforms.bodies(SERVER).stream()
                .filter(body -> body.has("iterationId"))
                .forEach(body -> statuses(body.toString()));
        SERVER.resetRequests();
    }

    @Test
    void aFirstRunOpensAThreadAtEachChangedLineAndSetsAStatus() throws RestException {
        assertThat(annotate(Reports.blocked(Reports.fixable(), Reports.elsewhere()))
                        .text())
                .isEqualTo("1 new; 1 in the summary alone");
        assertThat(writes()).containsExactly("POST /threads", "POST /statuses", "POST /threads");
        JsonNode thread = writtenThreads().get(0);
        assertThat(thread.path("status").asText()).isEqualTo("active");
        assertThat(thread.at("/properties/plumbline.fingerprint").asText()).isEqualTo("a1");
        assertThat(thread.path("threadContext"))
                .isEqualTo(Platforms.json(
                        "{\"filePath\": \"/infra/main.tf\", \"rightFileStart\": {\"line\": 3, \"offset\": 1},"
                                + " \"rightFileEnd\": {\"line\": 3, \"offset\": 37}}"));
        assertThat(thread.at("/comments/0/content").asText())
                .contains("```suggestion\n  https_traffic_only_enabled = true\n```");
        assertThat(writtenThreads().get(1).path("status").asText()).isEqualTo("closed");
        JsonNode diff = Platforms.bodies(SERVER).get(0);
        assertThat(diff)
                .isEqualTo(Platforms.json("{\"baseVersionCommit\": \"b0\", \"targetVersionCommit\": \"" + Platforms.HEAD
                        + "\", \"fileDiffParams\": [{\"path\": \"/infra/main.tf\", \"originalPath\": \"/old.tf\"}]}"));
        JsonNode status = Platforms.bodies(SERVER).get(2);
        assertThat(status)
                .isEqualTo(
                        Platforms.json(
                                "{\"state\": \"failed\", \"iterationId\": 2, \"description\": \"Plumbline: Findings:"
                                        + " 1 high, 1 low · 2 unknown\", \"context\": {\"genre\": \"plumbline\", \"name\": \"gate\"}}"));
        SERVER.verify(getRequestedFor(urlPathEqualTo(REQUEST + "/threads"))
                .withHeader("Authorization", equalTo("Bearer " + Platforms.SECRET)));
    }

    @Test
    void aSecondRunWithoutAChangeWritesNothing() throws RestException {
        Report report = Reports.blocked(Reports.fixable(), Reports.elsewhere(), Reports.hostile());
        annotate(report);
        asWritten("active");
        assertThat(annotate(report).unchanged()).isEqualTo(2);
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatIsFixedIsClosedAndWhatIsBackIsOpenedAgain() throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        JsonNode written = writtenThreads().get(0);
        asWritten("active");
        assertThat(annotate(Reports.passed()).resolved()).isEqualTo(1);
        assertThat(writes())
                .containsExactly(
                        "PATCH /threads/0/comments/1",
                        "PATCH /threads/0",
                        "POST /statuses",
                        "PATCH /threads/1/comments/1",
                        "PATCH /threads/1");
        assertThat(Platforms.bodies(SERVER).get(1)).isEqualTo(Platforms.json("{\"status\": \"fixed\"}"));
        threads(thread(0, "fixed", "u7", written));
        SERVER.resetRequests();
        assertThat(annotate(Reports.passed()).resolved()).isZero();
        assertThat(annotate(Reports.blocked(Reports.fixable())).updated()).isEqualTo(1);
        assertThat(Platforms.bodies(SERVER)).contains(Platforms.json("{\"status\": \"active\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wontFix", "byDesign", "closed"})
    void whatPeopleDecidedIsRespected(String status) throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        asWritten(status);
        assertThat(annotate(Reports.blocked(Reports.fixable())).unchanged()).isEqualTo(1);
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatOthersWroteIsTheirs() throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        threads(thread(0, "wontFix", "somebody", writtenThreads().get(0)));
        assertThat(annotate(Reports.blocked(Reports.fixable())).created()).isEqualTo(1);
    }

    @Test
    void aStatusThatHasChangedIsSetAnew() throws RestException {
        annotate(Reports.passed());
        String succeeded = Platforms.bodies(SERVER).get(0).toString();
        statuses(succeeded, succeeded.replace("succeeded", "failed"));
        SERVER.resetRequests();
        annotate(Reports.passed());
        assertThat(writes()).containsExactly("POST /statuses");
    }

    @Test
    void oneThreadThatIsRefusedDoesNotTakeTheOthersWithIt() throws RestException {
        newFile(3);
        SERVER.stubFor(post(urlPathEqualTo(REQUEST + "/threads"))
                .withRequestBody(containing("\"rightFileStart\":{\"line\":2,"))
                .willReturn(aResponse().withStatus(400).withBody("{\"message\": \"TF401000: no\"}")));
        Outcome outcome = annotate(Reports.blocked(Reports.many(3)));
        assertThat(outcome.created()).isEqualTo(2);
        assertThat(outcome.problems()).singleElement().asString().contains("infra/main.tf:2: Azure DevOps answers 400");
    }

    @Test
    void oneHundredAndTwentyAreThreads() throws RestException {
        newFile(120);
        assertThat(annotate(Reports.blocked(Reports.many(120))).created()).isEqualTo(120);
    }

    private static void newFile(int lines) {
        changes("{\"changeType\": 1, \"modifiedLineNumberStart\": 1, \"modifiedLinesCount\": " + lines + "}");
        SERVER.stubFor(get(urlPathEqualTo(REPOSITORY + "/items"))
                .willReturn(ok(IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> "line " + line)
                        .collect(Collectors.joining("\n")))));
    }

    @Test
    void aLimitIsWaitedFor() throws RestException {
        SERVER.stubFor(post(urlPathEqualTo(REQUEST + "/threads"))
                .inScenario("limit")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "5"))
                .willSetStateTo("lifted"));
        assertThat(annotate(Reports.blocked(Reports.fixable())).created()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 302, 401})
    void aBadTokenIsToldWithoutItself(int status) {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Location", "https://spsprodeus.example/_signin")
                        .withBody("<html>" + Platforms.SECRET)));
        assertThatThrownBy(() -> annotate(Reports.blocked(Reports.fixable())))
                .hasMessageContaining("the token in SYSTEM_ACCESSTOKEN is not accepted")
                .hasMessageNotContaining(Platforms.SECRET);
    }

    @Test
    void whatATokenMayNotSayIsSaidInTheLog() throws RestException {
        SERVER.stubFor(post(urlPathEqualTo(REQUEST + "/threads"))
                .willReturn(aResponse().withStatus(403).withBody("{\"message\": \"TF401027\"}")));
        Outcome outcome = annotate(Reports.blocked(Reports.fixable()), Map.of("TF_BUILD", "True"));
        assertThat(log.toString(StandardCharsets.UTF_8)).startsWith("##vso[task.logissue type=error;");
        assertThat(outcome.problems()).singleElement().asString().contains("TF401027");
    }
}
