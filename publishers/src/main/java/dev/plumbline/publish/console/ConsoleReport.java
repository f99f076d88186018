package dev.plumbline.publish.console;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.PublishOptions.Detail;
import dev.plumbline.publish.Publisher;
import dev.plumbline.publish.Secrets;
import dev.plumbline.publish.source.Sources;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.compliance.Benchmarks;
import dev.plumbline.rules.compliance.Compliance;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.function.Supplier;

/** Text for people: what is wrong, where, why, how to fix it; then the score and the gate's verdict. */
public final class ConsoleReport implements Publisher {

    private final Supplier<Benchmarks> benchmarks;

    public ConsoleReport() {
        this(Benchmarks::builtIn);
    }

    /** @param benchmarks those of which the report tells */
    public ConsoleReport(Supplier<Benchmarks> benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Override
    public void publish(ScanResult result, PublishOptions options, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, options.charset());
        Page page = new Page(writer, options);
        Snippet snippet = new Snippet(page, Sources.below(result.base()), Secrets.of(result));
        boolean quiet = options.detail() == Detail.QUIET;
        if (!quiet) {
            new FindingList(page, snippet, options.detail() == Detail.VERBOSE).write(result);
            new UnknownList(page, options.detail() == Detail.VERBOSE || options.unknowns()).write(result);
            new ExemptedList(page, options.detail() == Detail.VERBOSE).write(result);
            new ComparisonList(page, options.detail() == Detail.VERBOSE).write(result);
        }
        Diagnostic.Severity least =
                switch (options.detail()) {
                    case QUIET -> Diagnostic.Severity.ERROR;
                    case NORMAL -> Diagnostic.Severity.WARNING;
                    case VERBOSE -> Diagnostic.Severity.INFO;
                };
        new DiagnosticList(page, snippet, least).write(result);
        Summary summary = new Summary(page);
        if (!quiet) {
            summary.counts(result);
            summary.score(result);
            summary.compliance(Compliance.of(result, benchmarks.get()));
        }
        summary.gate(result.gate());
        writer.flush();
    }
}
