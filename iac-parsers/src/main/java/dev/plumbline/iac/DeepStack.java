package dev.plumbline.iac;

import java.util.function.Supplier;

/**
 * Runs what recurses over scanned files on a thread of its own. Readers and evaluators bound how deep they go, and this
 * thread's stack holds that depth many times over, however small the stacks of the host's threads are and whatever the
 * just-in-time compiler makes of the frames.
 */
public final class DeepStack {
    /** Reserved, not used: the system gives memory to what is touched. The deepest reads need about 0.6 MiB. */
    private static final long BYTES = 32L << 20;

    private DeepStack() {}

    /**
     * Does the work and waits for it. What it throws is thrown here. The calling thread's interruption is handed on, and
     * kept; the work is waited for all the same.
     */
    public static <T> T call(Supplier<T> work) {
        Work<T> running = new Work<>(work);
        Thread thread = new Thread(null, running, "plumbline", BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return running.result();
    }

    private static final class Work<T> implements Runnable {
        private final Supplier<T> work;
        private T result;
        private RuntimeException exception;
        private Error error;

        Work(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                result = work.get();
            } catch (RuntimeException e) {
                exception = e;
            } catch (Error e) {
                error = e;
            }
        }

        T result() {
            if (exception != null) {
                throw exception;
            }
            if (error != null) {
                throw error;
            }
            return result;
        }
    }
}
