package dev.plumbline.cli;

import dev.plumbline.iac.FrontEnd.Progress;
import dev.plumbline.publish.text.Neutral;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Says on a terminal's standard error how far a long scan has come: one line, which is removed at the end. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long REFRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String CLEAR = "\r\u001B[K";

    private final PrintStream err;
    private final int width;
    private int read;
    private long nextAt = System.nanoTime() + QUIET_NANOS;
    private boolean shown;

    ProgressLine(Terminal terminal) {
        this.err = terminal.err();
        this.width = terminal.width();
    }

    @Override
    public synchronized void reading(String path) {
        read++;
        long now = System.nanoTime();
        if (now - nextAt >= 0) {
            nextAt = now + REFRESH_NANOS;
            shown = true;
            String text = read + " read: " + Neutral.line(path);
            err.print(CLEAR + (text.length() < width ? text : text.substring(0, width - 1)));
            err.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (shown) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
