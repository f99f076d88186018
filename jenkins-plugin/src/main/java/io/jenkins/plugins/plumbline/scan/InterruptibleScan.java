package io.jenkins.plugins.plumbline.scan;

import dev.plumbline.iac.FrontEnd;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Scanner;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A scan that a build can be stopped in: whoever waits for it returns at once when interrupted, and the scan itself ends
 * when it comes to its next file.
 */
final class InterruptibleScan {
    private final ScanRequest request;
    private final IntConsumer progress;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger read = new AtomicInteger();

    /** @param progress told how many files have been read, from any thread */
    InterruptibleScan(ScanRequest request, IntConsumer progress) {
        this.request = request;
        this.progress = progress;
    }

    ScanResult run() throws IOException, InterruptedException {
        FutureTask<ScanResult> scan = new FutureTask<>(() -> Scanner.scan(request, reading()));
        Thread thread = new Thread(scan, "plumbline-scan");
        thread.setDaemon(true);
        // Libraries look for their resources there. Jenkins leaves the class loader of another plugin.
        thread.setContextClassLoader(InterruptibleScan.class.getClassLoader());
        thread.start();
        try {
            return scan.get();
        } catch (InterruptedException e) {
            stopped.set(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new IOException(cause.getMessage(), cause);
            }
            throw new IOException("The scan failed: " + e.getCause(), e.getCause());
        }
    }

    private FrontEnd.Progress reading() {
        return path -> {
            if (stopped.get()) {
                throw new CancellationException("the build was stopped");
            }
            progress.accept(read.incrementAndGet());
        };
    }
}
