package dev.plumbline.annotate.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * When a request is sent again: after 429 and 5xx, and after the 403 by which GitHub tells of its limits. A platform that
 * says how long to wait is obeyed, within reason; otherwise each wait is twice the one before.
 *
 * <p>Requests that create something are sent again too. Should the first have succeeded without saying so, an annotation
 * stands there twice, which the next run mends.
 */
final class Retry {
    static final int ATTEMPTS = 5;
    /** A build does not wait longer than that for one request. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration FIRST = Duration.ofSeconds(1);
    /** What GitHub asks for where its secondary limit does not say how long. */
    private static final Duration LIMITED = Duration.ofMinutes(1);

    private Retry() {}

    /**
     * How long to wait before the next attempt; empty where there is to be none.
     *
     * @param attempt how many there have been, from 1
     */
    static Optional<Duration> after(Reply reply, int attempt, Instant now) {
        if (attempt >= ATTEMPTS || !isPassing(reply)) {
            return Optional.empty();
        }
        return Optional.of(asked(reply, now).orElseGet(() -> isSecondaryLimit(reply) ? LIMITED : backOff(attempt)))
                .filter(wait -> wait.compareTo(LONGEST) <= 0);
    }

    /** 1 s, 2 s, 4 s, 8 s. */
    static Duration backOff(int attempt) {
        return FIRST.multipliedBy(1L << (attempt - 1));
    }

    static boolean isLimit(Reply reply) {
        return reply.status() == 429
                || (reply.status() == 403
                        && (reply.header("Retry-After").isPresent() || isUsedUp(reply) || isSecondaryLimit(reply)));
    }

    private static boolean isPassing(Reply reply) {
        return isLimit(reply) || (reply.status() >= 500 && reply.status() != 501);
    }

    private static boolean isUsedUp(Reply reply) {
        return reply.header("X-RateLimit-Remaining").filter("0"::equals).isPresent();
    }

    private static boolean isSecondaryLimit(Reply reply) {
        return reply.body().toLowerCase(Locale.ROOT).contains("secondary rate limit");
    }

    /** {@code Retry-After} in seconds (RFC 9110, 10.2.3), or the instant at which a limit that is used up is lifted. */
    private static Optional<Duration> asked(Reply reply, Instant now) {
        Optional<Duration> after =
                reply.header("Retry-After").flatMap(Retry::number).map(Duration::ofSeconds);
        if (after.isPresent() || !isUsedUp(reply)) {
            return after;
        }
        return reply.header("X-RateLimit-Reset")
                .flatMap(Retry::number)
                .map(reset -> Duration.between(now, Instant.ofEpochSecond(reset)))
                .map(wait -> wait.isNegative() ? FIRST : wait.plus(FIRST));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip())).filter(number -> number >= 0 && number < 1L << 40);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
