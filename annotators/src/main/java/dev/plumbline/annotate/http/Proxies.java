package dev.plumbline.annotate.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which proxy leads to a host: what Maven's settings say, otherwise Java's properties ({@code https.proxyHost}),
 * otherwise the environment ({@code https_proxy}, {@code no_proxy}), as tools of the command line have it.
 */
public final class Proxies extends ProxySelector {

    /**
     * A proxy for all hosts but some.
     *
     * @param user empty where the proxy asks for none
     * @param exceptions hosts reached without it: {@code "example.com"} and all below it, {@code ".example.com"} and
     *     {@code "*.example.com"} those below it, {@code "*"} all
     */
    public record Route(String host, int port, String user, String password, List<String> exceptions) {
        public Route {
            exceptions = List.copyOf(exceptions);
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }

        private boolean leadsTo(String wanted) {
            String name = wanted.toLowerCase(Locale.ROOT);
            return exceptions.stream()
                    .map(exception -> exception.strip().toLowerCase(Locale.ROOT))
                    .filter(exception -> !exception.isEmpty())
                    .noneMatch(exception -> exception.equals("*") || matches(exception, name));
        }

        private static boolean matches(String exception, String name) {
            String plain = exception.startsWith("*.") ? exception.substring(1) : exception;
            return plain.startsWith(".") ? name.endsWith(plain) : name.equals(plain) || name.endsWith("." + plain);
        }
    }

    private final Route route;
    private final ProxySelector system;

    private Proxies(Route route, ProxySelector system) {
        this.route = route;
        this.system = system;
    }

    /** The given proxy, and Java's properties where that is null. */
    public static Proxies of(Route route) {
        return new Proxies(route, ProxySelector.getDefault());
    }

    /** What Java's properties say, and the environment where they say nothing. */
    public static Proxies of(Map<String, String> environment) {
        boolean properties = System.getProperty("https.proxyHost") != null
                || System.getProperty("http.proxyHost") != null
                || System.getProperty("socksProxyHost") != null;
        return of(properties ? null : route(environment));
    }

    private static Route route(Map<String, String> environment) {
        for (String name : List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")) {
            String value = environment.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                return parse(
                        name, value, environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", "")));
            }
        }
        return null;
    }

    private static Route parse(String name, String value, String exceptions) {
        URI uri;
        try {
            uri = URI.create(value.contains("://") ? value : "http://" + value);
        } catch (IllegalArgumentException e) {
            // The value may hold a password: it is not told.
            throw new IllegalArgumentException(name + " is not the address of a proxy", null);
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(name + " is not the address of a proxy");
        }
        String login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = login.indexOf(':');
        return new Route(
                uri.getHost(),
                uri.getPort() < 0 ? 80 : uri.getPort(),
                decoded(colon < 0 ? login : login.substring(0, colon)),
                decoded(colon < 0 ? "" : login.substring(colon + 1)),
                Arrays.asList(exceptions.split(",")));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Answers the proxy's question for a password; null where there is none to give. */
    Authenticator authenticator() {
        if (route == null || route.user().isEmpty()) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY
                        ? new PasswordAuthentication(
                                route.user(), route.password().toCharArray())
                        : null;
            }
        };
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (isLocal(uri.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        if (route == null) {
            return system == null ? List.of(Proxy.NO_PROXY) : system.select(uri);
        }
        return List.of(
                route.leadsTo(uri.getHost())
                        ? new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(route.host(), route.port()))
                        : Proxy.NO_PROXY);
    }

    private static boolean isLocal(String host) {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // The request fails with the same exception, and tells it.
    }
}
