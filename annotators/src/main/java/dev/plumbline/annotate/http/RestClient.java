package dev.plumbline.annotate.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.publish.text.Neutral;
import java.io.IOException;
import java.net.Authenticator;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One platform's REST interface: JSON there and back, with time-outs, patience where the platform is busy, and errors
 * that tell people what to do and nobody the token. Redirections are followed on the same host only, for which the token
 * is.
 */
public final class RestClient {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int MAX_MESSAGE = 500;
    private static final int MAX_PAGES = 100;
    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 307, 308);
    private static final String TUNNEL_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private final String platform;
    private final URI base;
    private final Token token;
    private final Map<String, String> headers;
    private final HttpClient client;
    private final Waiting waiting;

    /**
     * @param platform its name, for people
     * @param base what paths are appended to
     * @param token what must not be told, or null where none is sent
     * @param headers those of each request, the one with the token among them
     */
    public RestClient(
            String platform, URI base, Token token, Map<String, String> headers, Proxies proxies, Waiting waiting) {
        this.platform = platform;
        this.base = URI.create(base.toString().replaceAll("/+$", ""));
        this.token = token;
        this.headers = Map.copyOf(headers);
        this.waiting = waiting;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies);
        Authenticator authenticator = proxies.authenticator();
        if (authenticator != null) {
            // Java refuses to send a password to a proxy unless told otherwise, since it goes there unencrypted.
            if (System.getProperty(TUNNEL_SCHEMES) == null) {
                System.setProperty(TUNNEL_SCHEMES, "");
            }
            builder.authenticator(authenticator);
        }
        this.client = builder.build();
    }

    /** A segment of a path, or a value in a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public JsonNode get(String path) throws RestException {
        return send("GET", path, null).json();
    }

    /** The body as it is, where it is not JSON. */
    public String text(String path) throws RestException {
        return send("GET", path, null).body();
    }

    public JsonNode post(String path, JsonNode body) throws RestException {
        return send("POST", path, body).json();
    }

    public JsonNode put(String path, JsonNode body) throws RestException {
        return send("PUT", path, body).json();
    }

    public JsonNode patch(String path, JsonNode body) throws RestException {
        return send("PATCH", path, body).json();
    }

    public void delete(String path) throws RestException {
        send("DELETE", path, null);
    }

    /** What exists; empty where the platform knows of no such thing. */
    public Optional<JsonNode> find(String path) throws RestException {
        try {
            return Optional.of(get(path));
        } catch (RestException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The elements of all pages of an array, which follow each other by {@code Link} headers (RFC 8288). */
    public List<JsonNode> all(String path) throws RestException {
        List<JsonNode> elements = new ArrayList<>();
        String next = path;
        for (int page = 0; next != null && page < MAX_PAGES; page++) {
            Reply reply = send("GET", next, null);
            reply.json().forEach(elements::add);
            next = reply.header("Link").flatMap(this::next).orElse(null);
        }
        return elements;
    }

    private Optional<String> next(String links) {
        for (String link : links.split(",")) {
            int start = link.indexOf('<');
            int end = link.indexOf('>');
            String target = start >= 0 && end > start ? link.substring(start + 1, end) : "";
            if (link.contains("rel=\"next\"") && target.startsWith(base + "/")) {
                return Optional.of(target.substring(base.toString().length()));
            }
        }
        return Optional.empty();
    }

    /** What a platform says with status 200, and is a failure all the same. */
    public RestException failure(String what, String said) {
        return new RestException(422, safe("%s answers to %s: %s".formatted(platform, what, said)));
    }

    private Reply send(String method, String path, JsonNode body) throws RestException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ANSWER)
                .header("User-Agent", "plumbline")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        return send(request.build(), method + " " + path);
    }

    private Reply send(HttpRequest request, String what) throws RestException {
        HttpRequest current = request;
        for (int attempt = 1; ; attempt++) {
            Duration wait;
            try {
                Reply reply = exchange(current);
                if (reply.isSuccess()) {
                    return reply;
                }
                Optional<URI> elsewhere = redirection(current, reply);
                if (elsewhere.isPresent() && attempt < Retry.ATTEMPTS) {
                    current = HttpRequest.newBuilder(current, (name, value) -> true)
                            .uri(elsewhere.get())
                            .build();
                    continue;
                }
                Optional<Duration> again = Retry.after(reply, attempt, waiting.now());
                if (again.isEmpty()) {
                    throw failure(reply, what);
                }
                wait = again.get();
            } catch (IOException e) {
                if (attempt >= Retry.ATTEMPTS) {
                    throw new RestException(0, safe("%s gives no answer to %s: %s".formatted(platform, what, e)));
                }
                wait = Retry.backOff(attempt);
            }
            pause(wait, what);
        }
    }

    private static Optional<URI> redirection(HttpRequest request, Reply reply) {
        if (!request.method().equals("GET") || !REDIRECTIONS.contains(reply.status())) {
            return Optional.empty();
        }
        try {
            URI from = request.uri();
            return reply.header("Location")
                    .map(from::resolve)
                    .filter(to -> from.getScheme().equals(to.getScheme())
                            && from.getAuthority().equals(to.getAuthority()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void pause(Duration wait, String what) throws RestException {
        try {
            waiting.pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestException(0, safe("interrupted while waiting for " + what));
        }
    }

    private Reply exchange(HttpRequest request) throws IOException, RestException {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            // The request's own time-out ends with the headers; this one is for the body too.
            HttpResponse<String> response = answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer in " + ANSWER.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestException(0, safe("interrupted while waiting for " + platform));
        }
    }

    private RestException failure(Reply reply, String what) {
        String remedy = Retry.isLimit(reply) ? "its rate limit is used up; run again later" : remedy(reply.status());
        String said = reply.message();
        return new RestException(
                reply.status(),
                safe("%s answers %d to %s%s%s"
                        .formatted(
                                platform,
                                reply.status(),
                                what,
                                said.isEmpty() ? "" : " (" + said + ")",
                                remedy.isEmpty() ? "" : ": " + remedy)));
    }

    private String remedy(int status) {
        String which = token == null ? "there is no token" : token.toString();
        return switch (status) {
            case 401, 203, 302 ->
                which + (token == null ? "" : " is not accepted; it may be expired or of another host");
            case 403 -> which + (token == null ? "" : " may not do this; docs/pull-requests.md lists the permissions");
            case 404 -> "there is no such thing, or " + which + (token == null ? "" : " may not see it");
            default -> "";
        };
    }

    private String safe(String text) {
        String line = Neutral.line(token == null ? text : token.redact(text));
        return line.length() > MAX_MESSAGE ? line.substring(0, MAX_MESSAGE) + "…" : line;
    }
}
