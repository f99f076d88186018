package dev.plumbline.annotate.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * A secret that a platform knows its caller by. Never printed: neither by this class nor, through {@link #redact}, in
 * what a platform answers.
 *
 * @param source where it came from, for people: {@code "GITHUB_TOKEN"}
 * @param user the name that goes with it, empty for a token that stands by itself
 */
public record Token(String source, String user, String value) {

    public Token {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(user, "user");
        value = value.strip();
        if (value.isEmpty() || value.chars().anyMatch(c -> c < 0x20 || c > 0x7E)) {
            throw new IllegalArgumentException(
                    "the token in " + source + " is empty or holds characters that none has");
        }
    }

    /** An {@code Authorization} header after RFC 6750. */
    public String bearer() {
        return "Bearer " + value;
    }

    /** An {@code Authorization} header after RFC 7617. */
    public String basic() {
        return "Basic " + encoded();
    }

    /** The text without the token, in either form in which it is sent. */
    public String redact(String text) {
        return text.replace(value, "***").replace(encoded(), "***");
    }

    private String encoded() {
        return Base64.getEncoder().encodeToString((user + ":" + value).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "the token in " + source;
    }
}
