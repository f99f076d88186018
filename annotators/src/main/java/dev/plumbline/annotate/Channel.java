package dev.plumbline.annotate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a platform is told. */
public enum Channel {
    /** Comments at the lines of a pull request, which can be answered and resolved, and one with the summary. */
    COMMENTS,
    /** A report on a commit: GitHub's check runs, Bitbucket's Code Insights. */
    CHECKS,
    /** Commands in the build's log, which take no token. */
    LOG;

    /** The name used in options: {@code comments}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of that {@link #id()}, in any case. */
    public static Optional<Channel> of(String id) {
        return Arrays.stream(values())
                .filter(channel -> channel.id().equalsIgnoreCase(id))
                .findFirst();
    }
}
