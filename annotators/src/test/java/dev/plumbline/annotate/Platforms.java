package dev.plumbline.annotate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.plumbline.annotate.ci.Environment;
import dev.plumbline.annotate.http.NoWaiting;
import dev.plumbline.annotate.http.Proxies;
import dev.plumbline.annotate.http.Token;
import dev.plumbline.annotate.publication.Publication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests of all platforms share. */
public final class Platforms {
    public static final String SECRET = "averysecrettokenofours";
    public static final String HEAD = "1111111111111111111111111111111111111111";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Platforms() {}

    public static WireMockExtension server() {
        return WireMockExtension.newInstance()
                .options(WireMockConfiguration.wireMockConfig().dynamicPort())
                .build();
    }

    /** A publication about pull request 5, with a log that can be read. */
    public static Publication publication(
            Platform platform, String api, String repository, Optional<Channel> channel, ByteArrayOutputStream log) {
        return publication(platform, api, repository, channel, log, Map.of());
    }

    public static Publication publication(
            Platform platform,
            String api,
            String repository,
            Optional<Channel> channel,
            ByteArrayOutputStream log,
            Map<String, String> environment) {
        return new Publication(
                new Target(platform, URI.create(api), repository, Optional.of("5"), Optional.of(HEAD)),
                channel,
                Optional.of(new Token(platform.tokens().get(0), "", SECRET)),
                Proxies.of((Proxies.Route) null),
                new Environment(environment),
                new PrintStream(log, true, StandardCharsets.UTF_8),
                new NoWaiting());
    }

    /** The requests that change something, as {@code METHOD /path}, in order; GraphQL queries change nothing. */
    public static List<String> writes(WireMockExtension server) {
        return requests(server).stream()
                .map(request -> request.getMethod() + " " + request.getUrl())
                .toList();
    }

    /** The bodies of those requests. */
    public static List<JsonNode> bodies(WireMockExtension server) {
        return requests(server).stream()
                .map(request -> json(request.getBodyAsString()))
                .toList();
    }

    private static List<LoggedRequest> requests(WireMockExtension server) {
        List<LoggedRequest> requests = new ArrayList<>();
        for (ServeEvent event : server.getAllServeEvents()) {
            LoggedRequest request = event.getRequest();
            if (!request.getMethod().equals(RequestMethod.GET)
                    && !request.getBodyAsString().startsWith("{\"query\":\"query")) {
                requests.add(request);
            }
        }
        // The journal has the newest first.
        Collections.reverse(requests);
        return requests;
    }

    public static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** A text as a JSON string. */
    public static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
