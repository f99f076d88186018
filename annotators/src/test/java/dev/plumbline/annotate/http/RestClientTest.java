package dev.plumbline.annotate.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestClientTest {
    private static final String SECRET = "ghs_averysecrettoken";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final NoWaiting waiting = new NoWaiting();

    private RestClient client() {
        Token token = new Token("GITHUB_TOKEN", "", SECRET);
        return new RestClient(
                "GitHub",
                URI.create(SERVER.baseUrl() + "/api/"),
                token,
                Map.of("Authorization", token.bearer()),
                Proxies.of((Proxies.Route) null),
                waiting);
    }

    private static void answer(String path, ResponseDefinitionBuilder... answers) {
        String state = "Started";
        for (int i = 0; i < answers.length; i++) {
            String next = i == answers.length - 1 ? state : "after " + i;
            SERVER.stubFor(any(urlEqualTo("/api" + path))
                    .inScenario(path)
                    .whenScenarioStateIs(state)
                    .willReturn(answers[i])
                    .willSetStateTo(next));
            state = next;
        }
    }

    private RestException failure(String path) {
        return catchThrowableOfType(RestException.class, () -> client().get(path));
    }

    @Test
    void sendsTheTokenAndReadsJson() throws RestException {
        answer("/a", okJson("{\"b\": 1}"));
        assertThat(client().get("/a").path("b").asInt()).isEqualTo(1);
        SERVER.verify(getRequestedFor(urlEqualTo("/api/a")).withHeader("Authorization", equalTo("Bearer " + SECRET)));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void whatPassesIsTriedAgainWithGrowingPatience(int status) throws RestException {
        ResponseDefinitionBuilder busy = aResponse().withStatus(status);
        answer("/a", busy, busy, busy, busy, okJson("{}"));
        client().get("/a");
        assertThat(waiting.pauses)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void fiveAttemptsAreEnough() {
        answer("/a", aResponse().withStatus(503));
        assertThat(failure("/a")).hasMessage("GitHub answers 503 to GET /a");
        SERVER.verify(5, getRequestedFor(urlEqualTo("/api/a")));
    }

    @Test
    void aBrokenConnectionIsTriedAgain() throws RestException {
        answer("/a", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson("{}"));
        assertThat(client().get("/a").isObject()).isTrue();
    }

    @Test
    void whoSaysHowLongToWaitIsObeyed() throws RestException {
        answer("/a", aResponse().withStatus(429).withHeader("Retry-After", "17"), okJson("{}"));
        client().get("/a");
        assertThat(waiting.pauses).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void gitHubsLimitsAre403() throws RestException {
        answer(
                "/a",
                aResponse().withStatus(403).withHeader("Retry-After", "30"),
                aResponse()
                        .withStatus(403)
                        .withHeader("X-RateLimit-Remaining", "0")
                        .withHeader("X-RateLimit-Reset", "1000050"),
                aResponse().withStatus(403).withBody("{\"message\": \"You have exceeded a secondary rate limit.\"}"),
                okJson("{}"));
        client().get("/a");
        assertThat(waiting.pauses)
                .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(21), Duration.ofSeconds(60));
    }

    @Test
    void aBuildDoesNotWaitForAnHour() {
        answer("/a", aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        assertThat(failure("/a")).hasMessageContaining("its rate limit is used up; run again later");
        assertThat(waiting.pauses).isEmpty();
    }

    @Test
    void aTokenThatIsNotAcceptedIsNamedAndNotTold() {
        answer("/a", aResponse().withStatus(401).withBody("{\"message\": \"Bad credentials: " + SECRET + "\"}"));
        RestException failure = failure("/a");
        assertThat(failure)
                .hasMessage(
                        "GitHub answers 401 to GET /a (Bad credentials: ***): the token in GITHUB_TOKEN is not accepted;"
                                + " it may be expired or of another host");
        assertThat(failure.isRefused()).isTrue();
        assertThat(waiting.pauses).isEmpty();
        assertThat(new Token("GITHUB_TOKEN", "", SECRET).toString()).doesNotContain(SECRET);
    }

    @Test
    void aMissingPermissionIsNotTriedAgain() {
        answer("/a", aResponse().withStatus(403).withBody("{\"message\": \"Resource not accessible by integration\"}"));
        assertThat(failure("/a")).hasMessageContaining("may not do this");
        SERVER.verify(1, getRequestedFor(urlEqualTo("/api/a")));
    }

    @Test
    void whatAPlatformSaysReachesNoTerminal() {
        answer("/a", aResponse().withStatus(422).withBody("{\"message\": \"\\u001b[31m\\n::error::a\"}"));
        assertThat(failure("/a").getMessage()).doesNotContain("\n").doesNotContain("\u001b");
    }

    @Test
    void pagesFollowEachOther() throws RestException {
        SERVER.stubFor(get(urlEqualTo("/api/a?page=1"))
                .willReturn(okJson("[1]")
                        .withHeader(
                                "Link",
                                "<" + SERVER.baseUrl() + "/api/a?page=9>; rel=\"last\", <" + SERVER.baseUrl()
                                        + "/api/a?page=2>; rel=\"next\"")));
        SERVER.stubFor(get(urlEqualTo("/api/a?page=2"))
                .willReturn(okJson("[2]").withHeader("Link", "<https://elsewhere.example/a>; rel=\"next\"")));
        assertThat(client().all("/a?page=1")).extracting(Object::toString).isEqualTo(List.of("1", "2"));
    }

    @Test
    void redirectionsStayOnTheHost() throws RestException {
        answer("/a", aResponse().withStatus(302).withHeader("Location", "/api/b"));
        answer("/b", aResponse().withStatus(200).withBody("text"));
        assertThat(client().text("/a")).isEqualTo("text");
        answer("/c", aResponse().withStatus(302).withHeader("Location", "http://elsewhere.example/"));
        assertThat(failure("/c")).hasMessageContaining("answers 302");
    }

    @Test
    void nobodyThereIsToldAsSuch() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(failure("/a")).hasMessageStartingWith("GitHub gives no answer to GET /a: ");
    }
}
