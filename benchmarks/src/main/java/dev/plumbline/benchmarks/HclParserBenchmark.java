package dev.plumbline.benchmarks;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.syntax.HclParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How fast the HCL parser reads, in megabytes (10^6 bytes of UTF-8) a second on one core: the column {@code megabytes}.
 *
 * <p>Reads the {@code .tf} files below the directory in the system property {@code hcl.dir}, or a configuration made
 * for it.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class HclParserBenchmark {

    /** The files to read. */
    @State(Scope.Benchmark)
    public static class Input {
        private final List<SourceFile> files = new ArrayList<>();
        private double megabytes;

        /** Reads or makes the files. */
        @Setup
        public void read() throws IOException {
            String directory = System.getProperty("hcl.dir");
            if (directory == null) {
                for (int i = 0; i < 100; i++) {
                    add(new SourceFile(i + ".tf", Configurations.ofLength(10_000)));
                }
            } else {
                SourceTree tree = SourceTree.open(Path.of(directory));
                tree.files().stream()
                        .filter(file -> file.endsWith(".tf"))
                        .forEach(file -> tree.read(file, problem -> {}).ifPresent(this::add));
            }
        }

        private void add(SourceFile file) {
            files.add(file);
            megabytes += file.text().getBytes(StandardCharsets.UTF_8).length / 1e6;
        }
    }

    /** What has been read, for JMH to divide by the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        /** Text read. */
        public double megabytes;
    }

    /** One operation reads all files. */
    @Benchmark
    public void parse(Input input, Read read, Blackhole sink) {
        for (SourceFile file : input.files) {
            sink.consume(HclParser.parse(file));
        }
        read.megabytes += input.megabytes;
    }
}
