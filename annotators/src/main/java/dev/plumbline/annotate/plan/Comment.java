package dev.plumbline.annotate.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What is to stand at a line of the change.
 *
 * @param line from 1, one that the change adds or changes
 * @param body Markdown
 */
public record Comment(String fingerprint, String file, int line, String body) {

    public Comment {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(body, "body");
    }

    /** Tells whether what stands there says the same: platforms do not give a text back as they got it. */
    public String version() {
        return version(body);
    }

    /** A short digest of a text. */
    public static String version(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
