package dev.plumbline.benchmarks;

import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.arm.ArmFrontEnd;
import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many ARM templates are read, checked and evaluated in a second on one core: the column {@code templates}.
 *
 * <p>Reads those below the directory in the system property {@code arm.dir}, or one made for it, of the size and with the
 * constructs of Azure's quickstarts.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-Xss8m"})
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ArmTemplateBenchmark {

    /** The tree to read. */
    @State(Scope.Benchmark)
    public static class Input {
        private Path made;
        private SourceTree tree;

        /** Finds or makes the templates. */
        @Setup
        public void open() throws IOException {
            String directory = System.getProperty("arm.dir");
            if (directory == null) {
                made = Files.createTempDirectory("arm");
                Files.writeString(made.resolve("azuredeploy.json"), ArmTemplates.quickstart());
            }
            tree = SourceTree.open(directory == null ? made : Path.of(directory));
        }

        /** Leaves nothing behind. */
        @TearDown
        public void delete() throws IOException {
            if (made != null) {
                try (Stream<Path> files = Files.walk(made)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /** What has been read, for JMH to divide by the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        /** Templates read. */
        public double templates;
    }

    /** One operation reads all templates. */
    @Benchmark
    public List<ScanUnit> read(Input input, Read read) {
        List<ScanUnit> units = new ArmFrontEnd().read(input.tree, Inputs.NONE, FrontEnd.Progress.NONE);
        read.templates += units.size();
        return units;
    }
}
