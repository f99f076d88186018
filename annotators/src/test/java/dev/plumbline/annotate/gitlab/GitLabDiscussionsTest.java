package dev.plumbline.annotate.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By GitLab's documentation of its merge request, discussions and notes APIs. */
class GitLabDiscussionsTest {
    private static final String REQUEST = "/api/v4/projects/shop%2Finfra/merge_requests/5";

    @RegisterExtension
    static final WireMockExtension SERVER = Platforms.server();

    @BeforeEach
    void aMergeRequest() {
        SERVER.stubFor(get(urlEqualTo(REQUEST))
                .willReturn(okJson(
                        "{\"iid\": 5, \"sha\": \"%s\", \"diff_refs\": {\"base_sha\": \"b0\", \"head_sha\": \"%s\","
                                        .formatted(Platforms.HEAD, Platforms.HEAD)
                                + " \"start_sha\": \"5a\"}}")));
        SERVER.stubFor(get(urlEqualTo("/api/v4/user")).willReturn(okJson("{\"id\": 7, \"username\": \"bot\"}")));
        changes(Reports.PATCH);
        discussions();
        SERVER.stubFor(post(urlEqualTo(REQUEST + "/discussions"))
                .willReturn(aResponse().withStatus(201).withBody("{\"id\": \"d\"}")));
        SERVER.stubFor(post(urlEqualTo(REQUEST + "/notes"))
                .willReturn(aResponse().withStatus(201).withBody("{\"id\": 9}")));
        SERVER.stubFor(put(urlPathMatching(REQUEST + "/(notes|discussions)/.*")).willReturn(okJson("{}")));
    }

    private static void changes(String diff) {
        SERVER.stubFor(get(urlEqualTo(REQUEST + "/diffs?per_page=100"))
                .willReturn(okJson("[{\"old_path\": \"old/main.tf\", \"new_path\": \"%s\", \"diff\": %s}]"
                        .formatted(Reports.FILE, quoted(diff)))));
    }

    private static void discussions(String... discussions) {
        SERVER.stubFor(get(urlEqualTo(REQUEST + "/discussions?per_page=100"))
                .willReturn(okJson("[" + String.join(",", discussions) + "]")));
    }

    private static String discussion(int id, String body, boolean resolved, int author) {
        return "{\"id\": \"d%d\", \"notes\": [{\"id\": %d, \"body\": %s, \"resolved\": %s, \"author\": {\"id\": %d}}]}"
                .formatted(id, id, quoted(body), resolved, author);
    }

    private static Outcome annotate(Report report) throws RestException {
        return Platforms.publication(
                        Platform.GITLAB,
                        SERVER.baseUrl() + "/api/v4",
                        "shop/infra",
                        Optional.empty(),
                        new ByteArrayOutputStream())
                .run(report);
    }

    private static List<String> asWritten() {
        List<String> bodies = Platforms.bodies(SERVER).stream()
                .map(body -> body.path("body").asText())
                .toList();
        List<String> discussions = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            discussions.add(discussion(i, bodies.get(i), false, 7));
        }
        discussions(discussions.toArray(String[]::new));
        SERVER.resetRequests();
        return bodies;
    }

    @Test
    void aFirstRunStartsADiscussionAtEachChangedLine() throws RestException {
        assertThat(annotate(Reports.blocked(Reports.fixable(), Reports.elsewhere()))
                        .text())
                .isEqualTo("1 new; 1 in the summary alone");
        assertThat(Platforms.writes(SERVER))
                .containsExactly("POST " + REQUEST + "/discussions", "POST " + REQUEST + "/notes");
        JsonNode discussion = Platforms.bodies(SERVER).get(0);
        assertThat(discussion.path("position"))
                .isEqualTo(Platforms.json("{\"position_type\": \"text\", \"base_sha\": \"b0\", \"start_sha\": \"5a\","
                        + " \"head_sha\": \"" + Platforms.HEAD + "\", \"old_path\": \"old/main.tf\","
                        + " \"new_path\": \"infra/main.tf\", \"new_line\": 3}"));
        assertThat(discussion.path("body").asText())
                .contains("```suggestion:-0+0\n  https_traffic_only_enabled = true\n```");
        SERVER.verify(getRequestedFor(urlEqualTo(REQUEST)).withHeader("PRIVATE-TOKEN", equalTo(Platforms.SECRET)));
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
    void whatIsFixedIsResolved() throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        asWritten();
        assertThat(annotate(Reports.passed()).resolved()).isEqualTo(1);
        assertThat(Platforms.writes(SERVER))
                .containsExactly(
                        "PUT " + REQUEST + "/discussions/d0/notes/0",
                        "PUT " + REQUEST + "/discussions/d0",
                        "PUT " + REQUEST + "/notes/1");
        assertThat(Platforms.bodies(SERVER).get(1)).isEqualTo(Platforms.json("{\"resolved\": true}"));
    }

    @Test
    void whatIsBackIsOpenedAgain() throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        asWritten();
        annotate(Reports.passed());
        String resolved = Platforms.bodies(SERVER).get(0).path("body").asText();
        discussions(discussion(0, resolved, true, 7));
        SERVER.resetRequests();
        assertThat(annotate(Reports.blocked(Reports.fixable())).updated()).isEqualTo(1);
        assertThat(Platforms.bodies(SERVER).get(1)).isEqualTo(Platforms.json("{\"resolved\": false}"));
    }

    @Test
    void whatPeopleResolvedStaysSoAndWhatOthersWroteIsTheirs() throws RestException {
        annotate(Reports.blocked(Reports.fixable()));
        String body = asWritten().get(0);
        discussions(discussion(0, body, true, 7));
        assertThat(annotate(Reports.blocked(Reports.fixable())).unchanged()).isEqualTo(1);
        discussions(discussion(0, body, false, 8));
        assertThat(annotate(Reports.blocked(Reports.fixable())).created()).isEqualTo(1);
    }

    @Test
    void oneDiscussionThatIsRefusedDoesNotTakeTheOthersWithIt() throws RestException {
        changes(Reports.patch(3));
        SERVER.stubFor(post(urlEqualTo(REQUEST + "/discussions"))
                .withRequestBody(containing("\"new_line\":2}"))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody("{\"message\": \"400 Bad request - Note {:line_code=>[\\\"can't be blank\\\"]}\"}")));
        Outcome outcome = annotate(Reports.blocked(Reports.many(3)));
        assertThat(outcome.created()).isEqualTo(2);
        assertThat(outcome.problems())
                .singleElement()
                .asString()
                .startsWith("infra/main.tf:2: GitLab answers 400")
                .contains("line_code");
    }

    @Test
    void oneHundredAndTwentyAreDiscussions() throws RestException {
        changes(Reports.patch(120));
        assertThat(annotate(Reports.blocked(Reports.many(120))).created()).isEqualTo(120);
        assertThat(Platforms.writes(SERVER)).hasSize(121);
    }

    @Test
    void aLimitIsWaitedFor() throws RestException {
        SERVER.stubFor(post(urlEqualTo(REQUEST + "/discussions"))
                .inScenario("limit")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "5"))
                .willSetStateTo("lifted"));
        assertThat(annotate(Reports.blocked(Reports.fixable())).created()).isEqualTo(1);
    }

    @Test
    void aBadTokenIsToldWithoutItself() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(401)
                        .withBody("{\"message\": \"401 Unauthorized " + Platforms.SECRET + "\"}")));
        assertThatThrownBy(() -> annotate(Reports.blocked(Reports.fixable())))
                .hasMessageContaining("the token in GITLAB_TOKEN is not accepted")
                .hasMessageNotContaining(Platforms.SECRET);
    }

    @Test
    void hostileTextGivesNoQuickAction() throws RestException {
        annotate(Reports.blocked(Reports.hostile()));
        for (JsonNode body : Platforms.bodies(SERVER)) {
            assertThat(body.path("body").asText().lines())
                    .noneMatch(line -> line.stripLeading().startsWith("/"));
        }
    }
}
