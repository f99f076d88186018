package dev.plumbline.benchmarks;

import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.Scanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole scan, the first of its process: reading, evaluating, loading the rules and judging by them, without a report. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class ScanBenchmark {
    /** What is scanned, by where the benchmarks are started from. */
    @Param("examples")
    public String directory;

    /** As the command line does it once. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(10)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Object cold() throws IOException {
        return Scanner.scan(ScanRequest.of(Path.of(directory).toAbsolutePath()));
    }
}
