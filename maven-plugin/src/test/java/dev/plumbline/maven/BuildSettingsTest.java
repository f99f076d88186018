package dev.plumbline.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.annotate.ci.Environment;
import dev.plumbline.annotate.http.Token;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class BuildSettingsTest {
    private final Settings settings = new Settings();
    private final BuildSettings buildSettings = new BuildSettings(settings, BuildSettingsTest::decrypted);

    /** Takes the braces away that mark what is encrypted. */
    private static SettingsDecryptionResult decrypted(SettingsDecryptionRequest request) {
        request.getServers().forEach(server -> server.setPassword(plain(server.getPassword())));
        request.getProxies().forEach(proxy -> proxy.setPassword(plain(proxy.getPassword())));
        return new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
                return getServers().get(0);
            }

            @Override
            public List<Server> getServers() {
                return request.getServers();
            }

            @Override
            public Proxy getProxy() {
                return getProxies().get(0);
            }

            @Override
            public List<Proxy> getProxies() {
                return request.getProxies();
            }

            @Override
            public List<SettingsProblem> getProblems() {
                return List.of();
            }
        };
    }

    private static String plain(String password) {
        return password == null ? null : password.replace("{", "").replace("}", "");
    }

    private void server(String id, String password) {
        Server server = new Server();
        server.setId(id);
        server.setPassword(password);
        settings.addServer(server);
    }

    @Test
    void theTokenIsAServersPasswordAndIsNotTold() {
        server("pull-requests", "{secret}");
        Token token = buildSettings.token("pull-requests");
        assertThat(token.bearer()).isEqualTo("Bearer secret");
        assertThat(token).hasToString("the token in the server 'pull-requests' of Maven's settings");
    }

    @Test
    void aServerWithoutAPasswordIsTold() {
        server("pull-requests", null);
        assertThatThrownBy(() -> buildSettings.token("pull-requests"))
                .hasMessage("the server 'pull-requests' of Maven's settings has no password to be the token");
        assertThatThrownBy(() -> buildSettings.token("other")).hasMessage("Maven's settings have no server 'other'");
    }

    @Test
    void theActiveProxyGoesBeforeTheEnvironment() {
        Environment environment = new Environment(Map.of("https_proxy", "http://other:1"));
        assertThat(address("api.github.com", environment)).isEqualTo("other:1");
        Proxy proxy = new Proxy();
        proxy.setActive(true);
        proxy.setHost("proxy.example");
        proxy.setPort(3128);
        proxy.setNonProxyHosts("*.corp|localhost");
        settings.addProxy(proxy);
        assertThat(address("api.github.com", environment)).isEqualTo("proxy.example:3128");
        assertThat(address("git.corp", environment)).isEqualTo("direct");
    }

    private String address(String host, Environment environment) {
        return buildSettings
                                .proxies(environment)
                                .select(URI.create("https://" + host))
                                .get(0)
                                .address()
                        instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "direct";
    }
}
