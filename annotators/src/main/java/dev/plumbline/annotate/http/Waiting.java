package dev.plumbline.annotate.http;

import java.time.Duration;
import java.time.Instant;

/** Time as the platforms count it: limits are lifted at an instant, and until then one waits. */
public interface Waiting {

    Instant now();

    void pause(Duration duration) throws InterruptedException;

    /** The system's clock. */
    static Waiting real() {
        return new Waiting() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis());
            }
        };
    }
}
