package dev.plumbline.cli;

import dev.plumbline.iac.Dialect;
import dev.plumbline.publish.RuleDocs;
import dev.plumbline.rules.ResourceTypes;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.compliance.Benchmark;
import dev.plumbline.rules.compliance.Benchmarks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which rules are asked for: those that all of the given options hold for. */
final class RuleSearch {
    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Only rules that mention each word of a text, anywhere in what is said of them.")
    private String text;

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            converter = SeverityConverter.class,
            description = "Only rules of this severity: critical, high, medium or low.")
    private Severity severity;

    @Option(
            names = "--service",
            paramLabel = "SERVICE",
            description = "Only rules of a service or cloud, as their ids name it: s3, aws, azure-storage.")
    private String service;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = LanguageConverter.class,
            description = "Only rules for a language: terraform, arm or cloudformation.")
    private Dialect language;

    @Option(
            names = "--benchmark",
            paramLabel = "BENCHMARK",
            description =
                    "Only rules of a benchmark, or of one control of it: cis-aws, \"cis-aws 1.16\". For a benchmark,"
                            + " also tells the controls that no rule speaks to.")
    private String benchmark;

    boolean finds(Rule rule) {
        return (severity == null || rule.severity() == severity)
                && (service == null || ("-" + rule.id() + "-").contains("-" + lower(service) + "-"))
                && (language == null
                        || RuleDocs.types(rule).stream().anyMatch(type -> ResourceTypes.dialect(type) == language))
                && (benchmark == null || speaksTo(rule))
                && (text == null || Arrays.stream(lower(text).split(" +")).allMatch(everything(rule)::contains));
    }

    /** Whether a rule's id, title or resource types mention a word. */
    static boolean mentions(Rule rule, String word) {
        return lower(rule.id() + " " + rule.title() + " " + String.join(" ", RuleDocs.types(rule)))
                .contains(lower(word));
    }

    /** The benchmark that is asked for as a whole. */
    Optional<Benchmark> wholeBenchmark() {
        return benchmark == null ? Optional.empty() : Benchmarks.builtIn().find(lower(benchmark));
    }

    /** The ids of the benchmarks, where one is asked for that there is not; empty otherwise. */
    String otherBenchmarks() {
        List<String> ids =
                Benchmarks.builtIn().all().stream().map(Benchmark::id).toList();
        return benchmark == null || ids.contains(lower(benchmark).split(" ")[0]) ? "" : String.join(", ", ids);
    }

    private boolean speaksTo(Rule rule) {
        return rule.benchmarks().containsKey(lower(benchmark))
                || RuleDocs.benchmarks(rule).stream().anyMatch(benchmark::equalsIgnoreCase)
                || Benchmarks.builtIn().all().stream()
                        .flatMap(of -> of.controls().stream()
                                .filter(control -> (of.id() + " " + control.id()).equalsIgnoreCase(benchmark)))
                        .anyMatch(control -> control.rules().contains(rule.id()));
    }

    private static String everything(Rule rule) {
        return lower(String.join(
                "\n",
                rule.id(),
                rule.title(),
                rule.control().title(),
                rule.risk(),
                rule.remediation().text(),
                String.join(" ", rule.aliases()),
                String.join(" ", RuleDocs.benchmarks(rule)),
                String.join(" ", RuleDocs.types(rule)),
                rule.checks().stream()
                        .map(check -> check.when() + check.require())
                        .collect(Collectors.joining(" "))));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** By {@link Severity#id()}. */
    static final class SeverityConverter implements ITypeConverter<Severity> {
        @Override
        public Severity convert(String text) {
            return Severity.of(text)
                    .orElseThrow(() -> new TypeConversionException("no severity '" + text + "', only "
                            + Arrays.stream(Severity.values()).map(Severity::id).collect(Collectors.joining(", "))));
        }
    }

    /** By {@link Dialect#id()}. */
    static final class LanguageConverter implements ITypeConverter<Dialect> {
        @Override
        public Dialect convert(String text) {
            return Arrays.stream(Dialect.values())
                    .filter(dialect -> dialect.id().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("no language '" + text + "', only "
                            + Arrays.stream(Dialect.values()).map(Dialect::id).collect(Collectors.joining(", "))));
        }
    }
}
