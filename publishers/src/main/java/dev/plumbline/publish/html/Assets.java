package dev.plumbline.publish.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The style sheet and the script that every report holds, and the Content Security Policy that lets these two alone in. */
final class Assets {
    static final String STYLE = load("report.css");
    static final String SCRIPT = load("report.js");

    /** Nothing is loaded, nothing is sent, no other script or style runs, whatever the scanned files say. */
    static final String POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '" + hash(STYLE)
            + "'; script-src '" + hash(SCRIPT) + "'";

    private Assets() {}

    private static String load(String name) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
