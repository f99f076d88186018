package dev.plumbline.benchmarks;

import dev.plumbline.iac.DeepStack;
import dev.plumbline.iac.FrontEnd.Progress;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.cloudformation.CloudFormationFrontEnd;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.TreeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast YAML and JSON are read, in megabytes (10^6 bytes of UTF-8) a second on one core: the column {@code
 * megabytes}; and how long a template takes that is as large as CloudFormation allows, from the file to its resources in
 * two worlds.
 */
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CloudFormationBenchmark {

    /** The templates. */
    @State(Scope.Benchmark)
    public static class Input {
        private final SourceFile yaml = new SourceFile("template.yaml", Templates.yaml());
        private final SourceFile json = new SourceFile("template.json", Templates.json());
        private Path directory;
        private SourceTree tree;

        /** Writes the template that is evaluated. */
        @Setup
        public void write() throws IOException {
            directory = Files.createTempDirectory("templates");
            Files.writeString(directory.resolve("template.yaml"), yaml.text());
            tree = SourceTree.open(directory);
        }

        /** Removes it. */
        @TearDown
        public void remove() throws IOException {
            Files.delete(directory.resolve("template.yaml"));
            Files.delete(directory);
        }
    }

    /** What has been read, for JMH to divide by the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        /** Text read. */
        public double megabytes;

        private void count(SourceFile file) {
            megabytes += file.text().getBytes(StandardCharsets.UTF_8).length / 1e6;
        }
    }

    /** One operation reads the template. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public Document yaml(Input input, Read read) {
        read.count(input.yaml);
        return TreeReader.yaml(input.yaml);
    }

    /** One operation reads the template. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public Document json(Input input, Read read) {
        read.count(input.json);
        return TreeReader.json(input.json);
    }

    /** From the file to the evaluated resources. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public List<ScanUnit> evaluate(Input input) {
        return DeepStack.call(() -> new CloudFormationFrontEnd().read(input.tree, Inputs.NONE, Progress.NONE));
    }
}
