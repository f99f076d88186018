package dev.plumbline.annotate.bitbucket;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By Atlassian's documentation of Code Insights and of the pull requests of Bitbucket Data Center. */
class DataCenterInsightsTest {
    private static final String REQUEST = "/rest/api/1.0/projects/SHOP/repos/infra/pull-requests/5";
    private static final String REPORT =
            "/rest/insights/1.0/projects/SHOP/repos/infra/commits/" + Platforms.HEAD + "/reports/plumbline";

    @RegisterExtension
    static final WireMockExtension SERVER = Platforms.server();

    @BeforeEach
    void aPullRequest() {
        SERVER.stubFor(get(urlEqualTo(REQUEST))
                .willReturn(okJson("{\"fromRef\": {\"latestCommit\": \"" + Platforms.HEAD + "\"}}")));
        changes(Reports.PATCH);
        SERVER.stubFor(get(urlEqualTo(REPORT)).willReturn(notFound()));
        annotations(List.of());
        SERVER.stubFor(put(urlEqualTo(REPORT)).willReturn(okJson("{}")));
        SERVER.stubFor(
                post(urlEqualTo(REPORT + "/annotations")).willReturn(aResponse().withStatus(204)));
        SERVER.stubFor(delete(urlPathEqualTo(REPORT + "/annotations"))
                .willReturn(aResponse().withStatus(204)));
    }

    private static void changes(String hunks) {
        SERVER.stubFor(get(urlEqualTo(REQUEST + ".diff?contextLines=0"))
                .willReturn(ok("diff --git src://infra/main.tf dst://infra/main.tf\n--- src://infra/main.tf\n"
                        + "+++ dst://infra/main.tf\n" + hunks)));
    }

    private static void annotations(List<JsonNode> annotations) {
        SERVER.stubFor(
                get(urlEqualTo(REPORT + "/annotations")).willReturn(okJson("{\"annotations\": " + annotations + "}")));
    }

    private static Outcome annotate(Report report) throws RestException {
        return Platforms.publication(
                        Platform.BITBUCKET_SERVER,
                        SERVER.baseUrl() + "/rest",
                        "SHOP/infra",
                        Optional.empty(),
                        new ByteArrayOutputStream())
                .run(report);
    }

    private static void asWritten() {
        List<JsonNode> annotations = new ArrayList<>();
        for (JsonNode body : Platforms.bodies(SERVER)) {
            if (body.has("annotations")) {
                body.path("annotations").forEach(annotations::add);
            } else {
                SERVER.stubFor(get(urlEqualTo(REPORT)).willReturn(okJson(body.toString())));
            }
        }
        annotations(annotations);
        SERVER.resetRequests();
    }

    @Test
    void aFirstRunWritesAReportAndItsAnnotations() throws RestException {
        annotate(Reports.blocked(Reports.fixable(), Reports.elsewhere()));
        assertThat(Platforms.writes(SERVER)).containsExactly("PUT " + REPORT, "POST " + REPORT + "/annotations");
        assertThat(Platforms.bodies(SERVER).get(0).path("result").asText()).isEqualTo("FAIL");
        JsonNode annotation = Platforms.bodies(SERVER).get(1).at("/annotations/0");
        assertThat(annotation.path("externalId").asText()).startsWith("plumbline-a1-");
        assertThat(annotation.path("severity").asText()).isEqualTo("HIGH");
        assertThat(annotation.path("line").asInt()).isEqualTo(3);
        assertThat(annotation.path("message").asText()).startsWith("Secure transfer to storage accounts");
    }

    @Test
    void aSecondRunWithoutAChangeWritesNothing() throws RestException {
        Report report = Reports.blocked(Reports.fixable(), Reports.elsewhere(), Reports.hostile());
        annotate(report);
        asWritten();
        assertThat(annotate(report).unchanged()).isEqualTo(2);
        assertThat(Platforms.writes(SERVER)).isEmpty();
    }

    @Test
    void whatIsFixedIsTakenAway() throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        asWritten();
        assertThat(annotate(Reports.passed()).resolved()).isEqualTo(1);
        assertThat(Platforms.writes(SERVER))
                .anyMatch(write -> write.startsWith("DELETE " + REPORT + "/annotations?externalId=plumbline-a1-"));
    }

    @Test
    void oneHundredAndTwentyGoOutByAHundred() throws RestException {
        changes(Reports.patch(120));
        assertThat(annotate(Reports.blocked(Reports.many(120))).created()).isEqualTo(120);
        assertThat(Platforms.bodies(SERVER).stream()
                        .filter(body -> body.has("annotations"))
                        .map(body -> body.path("annotations").size()))
                .containsExactly(100, 20);
    }

    @Test
    void aBatchThatFailsIsTold() {
        SERVER.stubFor(post(urlEqualTo(REPORT + "/annotations"))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody("{\"errors\": [{\"context\": \"annotations\", \"message\": \"Too many\"}]}")));
        assertThatThrownBy(() -> annotate(Reports.blocked(Reports.fixable())))
                .isInstanceOf(RestException.class)
                .hasMessageContaining("Bitbucket answers 400")
                .hasMessageContaining("(Too many)");
    }

    @Test
    void aLimitIsWaitedFor() throws RestException {
        SERVER.stubFor(put(urlEqualTo(REPORT))
                .inScenario("limit")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withStatus(429))
                .willSetStateTo("lifted"));
        assertThat(annotate(Reports.blocked(Reports.fixable())).created()).isEqualTo(1);
    }

    @Test
    void aBadTokenIsToldWithoutItself() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401).withBody(Platforms.SECRET)));
        assertThatThrownBy(() -> annotate(Reports.blocked(Reports.fixable())))
                .hasMessageContaining("the token in BITBUCKET_TOKEN is not accepted")
                .hasMessageNotContaining(Platforms.SECRET);
    }

    @Test
    void hostileTextKeepsWithinItsFields() throws RestException {
        annotate(Reports.blocked(Reports.hostile()));
        assertThat(Platforms.bodies(SERVER).get(1).at("/annotations/0/message").asText())
                .hasSizeLessThanOrEqualTo(2000)
                .contains("é🦊")
                .doesNotContain("\n");
    }
}
