package dev.plumbline.benchmarks;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.syntax.HclFile;
import dev.plumbline.iac.terraform.syntax.HclParser;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How the time of parsing grows with the length of a single file. Twice the length should take twice the time. It is
 * the parsing thread's processor time, without the garbage collector's, so that a busy machine does not spoil it.
 */
public final class Scaling {
    private static final int ROUNDS = 5;

    private Scaling() {}

    /** Prints a line for each length: megabytes, the best time of some rounds, the blocks read. */
    public static void main(String[] args) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        parse(Configurations.ofLength(10_000_000));
        for (int megabytes : new int[] {6, 12, 25, 50}) {
            String text = Configurations.ofLength(megabytes * 1_000_000);
            double best = Double.MAX_VALUE;
            int blocks = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = threads.getCurrentThreadCpuTime();
                blocks = parse(text);
                best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1e9);
            }
            System.out.printf("%3d MB  %6.3f s  %d blocks%n", megabytes, best, blocks);
        }
    }

    private static int parse(String text) {
        HclFile file = HclParser.parse(new SourceFile("main.tf", text));
        if (!file.diagnostics().isEmpty()) {
            throw new IllegalStateException(file.diagnostics().get(0).toString());
        }
        return file.body().blocks().size();
    }
}
