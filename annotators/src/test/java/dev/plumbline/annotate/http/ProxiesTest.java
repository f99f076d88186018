package dev.plumbline.annotate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxiesTest {

    private static String proxy(Map<String, String> environment, String host) {
        Proxy proxy = Proxies.of(environment)
                .select(URI.create("https://" + host + "/"))
                .get(0);
        return proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "direct";
    }

    @Test
    void theEnvironmentSaysWhere() {
        assertThat(proxy(Map.of(), "api.github.com")).isEqualTo("direct");
        assertThat(proxy(Map.of("https_proxy", "http://proxy.example:3128"), "api.github.com"))
                .isEqualTo("proxy.example:3128");
        assertThat(proxy(Map.of("HTTPS_PROXY", "proxy.example"), "api.github.com"))
                .isEqualTo("proxy.example:80");
    }

    @Test
    void someHostsAreReachedDirectly() {
        Map<String, String> environment =
                Map.of("https_proxy", "http://p:1", "no_proxy", "example.com, .internal,*.corp");
        assertThat(proxy(environment, "example.com")).isEqualTo("direct");
        assertThat(proxy(environment, "git.example.com")).isEqualTo("direct");
        assertThat(proxy(environment, "notexample.com")).isEqualTo("p:1");
        assertThat(proxy(environment, "git.internal")).isEqualTo("direct");
        assertThat(proxy(environment, "git.corp")).isEqualTo("direct");
        assertThat(proxy(environment, "localhost")).isEqualTo("direct");
        assertThat(proxy(Map.of("https_proxy", "http://p:1", "no_proxy", "*"), "a.b"))
                .isEqualTo("direct");
    }

    @Test
    void aPasswordIsNotTold() {
        assertThatThrownBy(() -> Proxies.of(Map.of("https_proxy", "http://me:s3 cret@p:1")))
                .hasMessage("https_proxy is not the address of a proxy")
                .hasNoCause();
        assertThat(Proxies.of(Map.of("https_proxy", "http://me:s%3Acret@p:1")).authenticator())
                .isNotNull();
    }
}
