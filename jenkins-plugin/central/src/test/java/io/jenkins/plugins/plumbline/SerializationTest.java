package io.jenkins.plugins.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.Severity;
import hudson.model.TaskListener;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.report.Comparison;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import io.jenkins.plugins.plumbline.scan.Options;
import io.jenkins.plugins.plumbline.scan.Organisation;
import io.jenkins.plugins.plumbline.scan.Reference;
import io.jenkins.plugins.plumbline.scan.ScanOrder;
import io.jenkins.plugins.plumbline.support.Reports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What crosses between the controller and an agent. */
class SerializationTest {
    /** A listener that can be sent, as Jenkins' can. */
    private record Listener() implements TaskListener {
        @Override
        public PrintStream getLogger() {
            return new PrintStream(new ByteArrayOutputStream());
        }
    }

    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes, Set<String> classes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
                classes.add(description.getName());
                return super.resolveClass(description);
            }
        }) {
            return in.readObject();
        }
    }

    private static Options options() {
        Options options = new Options();
        options.inputs = "infra";
        options.minScore = 50.0;
        options.criticality = Criticality.UNSTABLE;
        options.checks = ChecksScope.ALL;
        return options;
    }

    private static Reference reference() {
        Report before = Reports.of(60.0, Reports.failed("a", Severity.HIGH));
        return Reference.of(
                new Comparison.Reference("infra/main", 7, "job/x/", before.score(), before.counts()), before);
    }

    @Test
    void anOrderArrivesWhole() throws Exception {
        ScanOrder order =
                new ScanOrder(options(), new Organisation("low", 10.0, true, "open: [gate]"), reference(), "main");
        ScanOrder read = (ScanOrder) read(written(order), new TreeSet<>());
        assertThat(read.options()).usingRecursiveComparison().isEqualTo(order.options());
        assertThat(read.organisation()).isEqualTo(order.organisation());
        assertThat(read.reference()).isEqualTo(order.reference());
        assertThat(read.changedSince()).isEqualTo("main");
    }

    /** Jenkins lets pass the classes of plugins, and of the JDK only some. */
    @Test
    void nothingButClassesOfOursAndPlainOnesIsSent() throws Exception {
        Set<String> classes = new TreeSet<>();
        read(
                written(new PlumblineCallable(
                        new ScanOrder(options(), Organisation.NONE, reference(), ""), new Listener())),
                classes);
        classes.removeIf(name -> name.startsWith("io.jenkins.plugins.plumbline."));
        assertThat(classes)
                .isSubsetOf(
                        "java.lang.Double",
                        "java.lang.Enum",
                        "dev.plumbline.rules.Severity",
                        "java.lang.Number",
                        "java.util.ArrayList",
                        "jenkins.MasterToSlaveFileCallable");
    }

    @Test
    void theCallableWorksWhereItArrives(@TempDir Path workspace) throws Exception {
        Files.createDirectories(workspace.resolve("infra"));
        byte[] sent =
                written(new PlumblineCallable(new ScanOrder(options(), Organisation.NONE, null, ""), new Listener()));
        PlumblineCallable arrived = (PlumblineCallable) read(sent, new TreeSet<>());
        assertThat(arrived.invoke(workspace.toFile(), null)).isNotEmpty();
    }

    @Test
    void anOptionThatCannotBeMeantEndsTheBuildPolitely(@TempDir Path workspace) {
        Options options = new Options();
        options.inputs = "gone";
        PlumblineCallable callable =
                new PlumblineCallable(new ScanOrder(options, Organisation.NONE, null, ""), new Listener());
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> callable.invoke(workspace.toFile(), null)))
                .isExactlyInstanceOf(hudson.AbortException.class)
                .hasMessageStartingWith("Option 'inputs': 'gone' does not exist");
    }

    /** The controller refuses objects of libraries, those that an exception holds too. */
    @Test
    void whatGoesWrongIsSentAsTextAlone(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "no directory");
        PlumblineCallable callable =
                new PlumblineCallable(new ScanOrder(new Options(), Organisation.NONE, null, ""), new Listener());
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(() -> callable.invoke(file.toFile(), null));
        assertThat(thrown)
                .isExactlyInstanceOf(hudson.AbortException.class)
                .hasMessageStartingWith("Plumbline could not scan: ")
                .hasNoCause();
    }
}
