package dev.plumbline.annotate.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
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
import dev.plumbline.annotate.report.Report;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By GitHub's REST documentation of check runs. */
class GitHubChecksTest {
    private static final String REPOSITORY = "/repos/shop/infra";
    private static final String RUNS =
            REPOSITORY + "/commits/" + Platforms.HEAD + "/check-runs?check_name=Plumbline&filter=latest&per_page=100";

    @RegisterExtension
    static final WireMockExtension SERVER = Platforms.server();

    @BeforeEach
    void aCommit() {
        changes(Reports.PATCH);
        SERVER.stubFor(get(urlEqualTo(RUNS)).willReturn(okJson("{\"total_count\": 0, \"check_runs\": []}")));
        SERVER.stubFor(post(urlEqualTo(REPOSITORY + "/check-runs"))
                .willReturn(aResponse().withStatus(201).withBody("{\"id\": 4}")));
        SERVER.stubFor(patch(urlEqualTo(REPOSITORY + "/check-runs/4")).willReturn(okJson("{\"id\": 4}")));
    }

    private static void changes(String patch) {
        SERVER.stubFor(get(urlEqualTo(REPOSITORY + "/pulls/5/files?per_page=100"))
                .willReturn(okJson("[{\"filename\": \"%s\", \"patch\": %s}]".formatted(Reports.FILE, quoted(patch)))));
    }

    private static Outcome annotate(Report report) throws RestException {
        return Platforms.publication(
                        Platform.GITHUB,
                        SERVER.baseUrl(),
                        "shop/infra",
                        Optional.of(Channel.CHECKS),
                        new ByteArrayOutputStream())
                .run(report);
    }

    private static JsonNode last() {
        List<JsonNode> bodies = Platforms.bodies(SERVER);
        return bodies.get(bodies.size() - 1);
    }

    @Test
    void aFirstRunIsACheckRunWithItsVerdict() throws RestException {
        assertThat(annotate(Reports.blocked(Reports.fixable(), Reports.elsewhere()))
                        .text())
                .isEqualTo("1 new; 1 in the summary alone");
        assertThat(Platforms.writes(SERVER))
                .containsExactly("POST " + REPOSITORY + "/check-runs", "PATCH " + REPOSITORY + "/check-runs/4");
        JsonNode first = Platforms.bodies(SERVER).get(0);
        assertThat(first.path("head_sha").asText()).isEqualTo(Platforms.HEAD);
        assertThat(first.at("/output/title").asText())
                .isEqualTo("Findings: 1 high, 1 low · 2 unknown · secure score 63.4 % (71.0 % before)");
        assertThat(first.at("/output/summary").asText()).contains("azurerm_storage_account.old");
        assertThat(first.at("/output/annotations")).hasSize(1);
        assertThat(first.at("/output/annotations/0/annotation_level").asText()).isEqualTo("failure");
        assertThat(first.at("/output/annotations/0/start_line").asInt()).isEqualTo(3);
        assertThat(last().path("conclusion").asText()).isEqualTo("failure");
    }

    @Test
    void aSecondRunWithoutAChangeWritesNothing() throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        SERVER.stubFor(get(urlEqualTo(RUNS))
                .willReturn(okJson("{\"check_runs\": [{\"id\": 4, \"status\": \"completed\", \"external_id\": \"%s\"}]}"
                        .formatted(last().path("external_id").asText()))));
        SERVER.resetRequests();
        assertThat(annotate(Reports.blocked(Reports.fixable())).unchanged()).isEqualTo(1);
        assertThat(Platforms.writes(SERVER)).isEmpty();
        // What says something else is another run.
        assertThat(annotate(Reports.passed()).problems()).isEmpty();
        assertThat(last().path("conclusion").asText()).isEqualTo("success");
    }

    @Test
    void whatIsIncompleteHasNotPassed() throws RestException {
        annotate(Reports.incomplete());
        assertThat(last().path("conclusion").asText()).isEqualTo("failure");
    }

    @Test
    void oneHundredAndTwentyGoOutByFifty() throws RestException {
        changes(Reports.patch(120));
        assertThat(annotate(Reports.blocked(Reports.many(120))).created()).isEqualTo(120);
        assertThat(Platforms.bodies(SERVER))
                .extracting(body -> body.at("/output/annotations").size())
                .containsExactly(50, 50, 20, 0);
        assertThat(last().path("status").asText()).isEqualTo("completed");
    }

    @Test
    void aRunThatFailsHalfWayIsCompletedAsFailed() {
        changes(Reports.patch(120));
        SERVER.stubFor(patch(urlEqualTo(REPOSITORY + "/check-runs/4"))
                .inScenario("half way")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withStatus(422).withBody("{\"message\": \"Invalid request\"}"))
                .willSetStateTo("later"));
        assertThatThrownBy(() -> annotate(Reports.blocked(Reports.many(120))))
                .isInstanceOf(RestException.class)
                .hasMessageContaining("Invalid request");
        assertThat(last().path("conclusion").asText()).isEqualTo("failure");
        assertThat(last().has("external_id")).isFalse();
    }

    @Test
    void aLimitIsWaitedFor() throws RestException {
        SERVER.stubFor(post(urlEqualTo(REPOSITORY + "/check-runs"))
                .inScenario("limit")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "5"))
                .willSetStateTo("lifted"));
        assertThat(annotate(Reports.blocked(Reports.fixable())).created()).isEqualTo(1);
    }

    @Test
    void aBadTokenIsToldWithoutItself() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401).withBody(Platforms.SECRET)));
        assertThatThrownBy(() -> annotate(Reports.blocked(Reports.fixable())))
                .hasMessageContaining("the token in GITHUB_TOKEN is not accepted")
                .hasMessageNotContaining(Platforms.SECRET);
    }

    @Test
    void hostileTextKeepsWithinItsFields() throws RestException {
        annotate(Reports.blocked(Reports.hostile()));
        JsonNode annotation = Platforms.bodies(SERVER).get(0).at("/output/annotations/0");
        assertThat(annotation.path("title").asText())
                .hasSizeLessThanOrEqualTo(255)
                .doesNotContain("\n");
        assertThat(annotation.path("message").asText()).doesNotContain("\u202E");
    }
}
