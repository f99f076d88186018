package dev.plumbline.annotate.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes when it is told to, and remembers how long that was. */
public final class NoWaiting implements Waiting {
    public final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.ofEpochSecond(1_000_000);

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }
}
