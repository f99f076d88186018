package dev.plumbline.publish;

import dev.plumbline.publish.console.ConsoleReport;
import dev.plumbline.publish.html.HtmlReport;
import dev.plumbline.publish.json.JsonReport;
import dev.plumbline.publish.markdown.MarkdownReport;
import dev.plumbline.rules.compliance.Benchmark;
import dev.plumbline.rules.compliance.Benchmark.Control;
import dev.plumbline.rules.compliance.Benchmark.Mapping;
import dev.plumbline.rules.compliance.Benchmarks;
import java.util.List;
import java.util.Map;

/** Small benchmarks under known names, for reports that stay as they are when the real ones or the rules change. */
final class MadeUpBenchmarks {
    static final Benchmarks ALL = new Benchmarks(List.of(
            benchmark(
                    "mcsb",
                    "Cloud benchmark",
                    List.of(new Mapping("nist-800-53", "the cloud's mapping")),
                    control("DP-3", "Encrypt data in transit", List.of("aws-s3-acl")),
                    control("LT-3", "Enable logging", List.of("aws-other-logging")),
                    control("NS-1", "Segment networks", List.of("aws-ec2-ssh"))),
            benchmark(
                    "nist-800-53",
                    "National <controls>",
                    List.of(),
                    control("AC-1", "Policy", List.of()),
                    control("SC-8", "Transmission", List.of("aws-s3-acl")))));

    private MadeUpBenchmarks() {}

    private static Benchmark benchmark(String id, String name, List<Mapping> mappings, Control... controls) {
        return new Benchmark(
                id,
                name,
                "v1",
                "Somebody",
                "https://benchmark.example",
                "2026-01-31",
                List.of("aws"),
                mappings,
                List.of(controls));
    }

    private static Control control(String id, String title, List<String> rules) {
        return new Control(id, title, true, Map.of(), rules);
    }

    /** What publishes a format, telling of these benchmarks. */
    static Publisher publisher(ReportFormat format) {
        return switch (format) {
            case CONSOLE -> new ConsoleReport(() -> ALL);
            case HTML -> new HtmlReport(() -> ALL);
            case JSON -> new JsonReport(() -> ALL);
            case MARKDOWN -> new MarkdownReport(() -> ALL);
            default -> format.publisher();
        };
    }
}
