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
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
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

/** By Atlassian's documentation of the reports of Bitbucket Cloud. */
class CloudInsightsTest {
    private static final String REPOSITORY = "/2.0/repositories/shop/infra";
    private static final String REPORT = REPOSITORY + "/commit/" + Platforms.HEAD + "/reports/plumbline";

    @RegisterExtension
    static final WireMockExtension SERVER = Platforms.server();

    @BeforeEach
    void aPullRequest() {
        SERVER.stubFor(get(urlEqualTo(REPOSITORY + "/pullrequests/5"))
                .willReturn(okJson("{\"source\": {\"commit\": {\"hash\": \"111111111111\"}}}")));
        SERVER.stubFor(get(urlEqualTo(REPOSITORY + "/pullrequests/5/diff"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", REPOSITORY + "/diff/shop/infra:1..0")));
        changes(Reports.PATCH);
        SERVER.stubFor(get(urlEqualTo(REPORT)).willReturn(notFound()));
        annotations(List.of());
        SERVER.stubFor(put(urlEqualTo(REPORT)).willReturn(okJson("{}")));
        SERVER.stubFor(post(urlEqualTo(REPORT + "/annotations")).willReturn(okJson("[]")));
        SERVER.stubFor(delete(urlPathMatching(REPORT + "/annotations/.*"))
                .willReturn(aResponse().withStatus(204)));
    }

    private static void changes(String hunks) {
        SERVER.stubFor(get(urlEqualTo(REPOSITORY + "/diff/shop/infra:1..0"))
                .willReturn(ok("diff --git a/infra/main.tf b/infra/main.tf\n--- a/infra/main.tf\n+++ b/infra/main.tf\n"
                        + hunks)));
    }

    private static void annotations(List<JsonNode> annotations) {
        SERVER.stubFor(get(urlEqualTo(REPORT + "/annotations?pagelen=100&page=1"))
                .willReturn(okJson("{\"values\": " + annotations + "}")));
    }

    private static Outcome annotate(Report report) throws RestException {
        return Platforms.publication(
                        Platform.BITBUCKET,
                        SERVER.baseUrl() + "/2.0",
                        "shop/infra",
                        Optional.empty(),
                        new ByteArrayOutputStream())
                .run(report);
    }

    private static void asWritten() {
        List<JsonNode> annotations = new ArrayList<>();
        for (JsonNode body : Platforms.bodies(SERVER)) {
            if (body.isArray()) {
                body.forEach(annotations::add);
            } else {
                SERVER.stubFor(get(urlEqualTo(REPORT)).willReturn(okJson(body.toString())));
            }
        }
        annotations(annotations);
        SERVER.resetRequests();
    }

    @Test
    void aFirstRunWritesAReportAndItsAnnotations() throws RestException {
        assertThat(annotate(Reports.blocked(Reports.fixable(), Reports.elsewhere()))
                        .text())
                .isEqualTo("1 new; 1 in the summary alone");
        assertThat(Platforms.writes(SERVER)).containsExactly("PUT " + REPORT, "POST " + REPORT + "/annotations");
        JsonNode report = Platforms.bodies(SERVER).get(0);
        assertThat(report.path("result").asText()).isEqualTo("FAILED");
        assertThat(report.path("report_type").asText()).isEqualTo("SECURITY");
        assertThat(report.at("/data/0/value").decimalValue()).isEqualByComparingTo("63.4");
        assertThat(report.path("details").asText())
                .contains("Outside of this change: 1", "azurerm_storage_account.old");
        JsonNode annotation = Platforms.bodies(SERVER).get(1).path(0);
        assertThat(annotation.path("external_id").asText()).startsWith("plumbline-a1-");
        assertThat(annotation.path("path").asText()).isEqualTo(Reports.FILE);
        assertThat(annotation.path("line").asInt()).isEqualTo(3);
        assertThat(annotation.path("severity").asText()).isEqualTo("HIGH");
        assertThat(annotation.path("details").asText()).contains("Set https_traffic_only_enabled to true.");
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
                .hasSize(2)
                .contains("PUT " + REPORT)
                .anyMatch(write -> write.startsWith("DELETE " + REPORT + "/annotations/plumbline-a1-"));
        assertThat(Platforms.bodies(SERVER).get(0).path("result").asText()).isEqualTo("PASSED");
    }

    @Test
    void oneHundredAndTwentyGoOutByAHundred() throws RestException {
        changes(Reports.patch(120));
        assertThat(annotate(Reports.blocked(Reports.many(120))).created()).isEqualTo(120);
        assertThat(Platforms.bodies(SERVER).stream().filter(JsonNode::isArray).map(JsonNode::size))
                .containsExactly(100, 20);
    }

    @Test
    void aBatchThatFailsIsToldAndMendedByTheNextRun() throws RestException {
        changes(Reports.patch(120));
        SERVER.stubFor(post(urlEqualTo(REPORT + "/annotations"))
                .inScenario("second batch")
                .whenScenarioStateIs("Started")
                .willReturn(okJson("[]"))
                .willSetStateTo("failing"));
        SERVER.stubFor(post(urlEqualTo(REPORT + "/annotations"))
                .inScenario("second batch")
                .whenScenarioStateIs("failing")
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody("{\"type\": \"error\", \"error\": {\"message\": \"Bad request\"}}"))
                .willSetStateTo("well"));
        assertThatThrownBy(() -> annotate(Reports.blocked(Reports.many(120))))
                .isInstanceOf(RestException.class)
                .hasMessageContaining("(Bad request)");
        List<JsonNode> first = new ArrayList<>();
        Platforms.bodies(SERVER).get(1).forEach(first::add);
        annotations(first);
        SERVER.resetRequests();
        assertThat(annotate(Reports.blocked(Reports.many(120))).created()).isEqualTo(20);
    }

    @Test
    void whereTheChangeMayNotBeReadAllIsAnnotated() throws RestException {
        SERVER.stubFor(get(urlEqualTo(REPOSITORY + "/pullrequests/5/diff"))
                .willReturn(aResponse().withStatus(403)));
        assertThat(annotate(Reports.blocked(Reports.fixable(), Reports.elsewhere()))
                        .created())
                .isEqualTo(2);
    }

    @Test
    void aReportOfAnOlderCommitIsLeftToANewerBuild() throws RestException {
        SERVER.stubFor(get(urlEqualTo(REPOSITORY + "/pullrequests/5"))
                .willReturn(okJson("{\"source\": {\"commit\": {\"hash\": \"222222222222\"}}}")));
        assertThat(annotate(Reports.blocked(Reports.fixable())).note()).contains("left to a newer build");
        assertThat(Platforms.writes(SERVER)).isEmpty();
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
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(401)
                        .withBody("{\"type\": \"error\", \"error\": {\"message\": \"Token " + Platforms.SECRET
                                + "\"}}")));
        assertThatThrownBy(() -> annotate(Reports.blocked(Reports.fixable())))
                .hasMessageContaining("(Token ***): the token in BITBUCKET_TOKEN is not accepted");
    }

    @Test
    void hostileTextKeepsWithinItsFields() throws RestException {
        annotate(Reports.blocked(Reports.hostile()));
        JsonNode annotation = Platforms.bodies(SERVER).get(1).path(0);
        assertThat(annotation.path("summary").asText())
                .hasSizeLessThanOrEqualTo(450)
                .doesNotContain("\n");
        assertThat(annotation.path("details").asText())
                .hasSizeLessThanOrEqualTo(2000)
                .contains("é🦊");
    }
}
