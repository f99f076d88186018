package io.jenkins.plugins.plumbline.checks;

import dev.plumbline.annotate.http.Proxies;
import dev.plumbline.annotate.http.Proxies.Route;
import hudson.ProxyConfiguration;
import hudson.util.Secret;
import java.util.List;
import jenkins.model.Jenkins;

/**
 * The proxy by which the controller reaches a service: the one that the administrator set for Jenkins, otherwise what
 * Java's properties or the controller's own environment say. A build's environment is of an agent, on another network.
 */
final class WayOut {
    private WayOut() {}

    static Proxies to(String host) {
        ProxyConfiguration proxy = Jenkins.get().getProxy();
        if (proxy == null || proxy.name == null || proxy.name.isBlank()) { // it may hold exceptions alone
            return Proxies.of(System.getenv());
        }
        boolean direct = proxy.getNoProxyHostPatterns().stream()
                .anyMatch(exception -> exception.matcher(host).matches());
        return Proxies.of(direct ? null : route(proxy));
    }

    private static Route route(ProxyConfiguration proxy) {
        String user = proxy.getUserName();
        Secret password = proxy.getSecretPassword();
        return new Route(
                proxy.name,
                proxy.port,
                user == null ? "" : user,
                password == null ? "" : password.getPlainText(),
                List.of());
    }
}
