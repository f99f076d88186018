package dev.plumbline.annotate.ci;

import dev.plumbline.annotate.Platform;
import dev.plumbline.annotate.http.Token;
import java.util.Optional;

/** The tokens that a build's environment holds. */
public final class Tokens {
    private Tokens() {}

    /**
     * The token for a platform, from the first of {@link Platform#tokens()} that is set.
     *
     * @throws IllegalArgumentException where what is set cannot be a token
     */
    public static Optional<Token> of(Environment environment, Platform platform) {
        for (String name : platform.tokens()) {
            Optional<String> value = environment.get(name);
            if (value.isPresent()) {
                // Bitbucket's personal tokens go with the name of their user, those of a repository stand alone.
                String user = name.startsWith("BITBUCKET")
                        ? environment.get("BITBUCKET_USERNAME").orElse("")
                        : "";
                return Optional.of(new Token(name, user, value.get()));
            }
        }
        return Optional.empty();
    }
}
