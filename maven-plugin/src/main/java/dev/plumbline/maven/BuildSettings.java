package dev.plumbline.maven;

import dev.plumbline.annotate.ci.Environment;
import dev.plumbline.annotate.http.Proxies;
import dev.plumbline.annotate.http.Token;
import java.util.Arrays;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What a user's {@code settings.xml} says of servers and proxies, with passwords decrypted as Maven does. */
record BuildSettings(Settings settings, SettingsDecrypter decrypter) {

    /**
     * The token that is a server's password.
     *
     * @throws IllegalArgumentException where there is no such server, or it has no password
     */
    Token token(String serverId) {
        Server server = settings.getServer(serverId);
        if (server == null) {
            throw new IllegalArgumentException("Maven's settings have no server '" + serverId + "'");
        }
        Server plain =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
        String source = "the server '" + serverId + "' of Maven's settings";
        if (plain.getPassword() == null) {
            throw new IllegalArgumentException(source + " has no password to be the token");
        }
        return new Token(source, orEmpty(plain.getUsername()), plain.getPassword());
    }

    /** The active proxy; what Java and the environment say where there is none. */
    Proxies proxies(Environment environment) {
        Proxy proxy = settings.getActiveProxy();
        if (proxy == null) {
            return Proxies.of(environment.variables());
        }
        Proxy plain =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy)).getProxy();
        return Proxies.of(new Proxies.Route(
                plain.getHost(),
                plain.getPort(),
                orEmpty(plain.getUsername()),
                orEmpty(plain.getPassword()),
                Arrays.asList(orEmpty(plain.getNonProxyHosts()).split("[|,]"))));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
