package dev.plumbline.cli;

import dev.plumbline.iac.Dialect;
import dev.plumbline.publish.RuleDocs;
import dev.plumbline.rules.ResourceTypes;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.catalog.Catalog;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code plumbline rules}: the catalogue, or one rule of it. */
@Command(
        name = "rules",
        sortOptions = false,
        description = "Lists the built-in rules, or documents one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline rules --language arm --severity high",
            "  plumbline rules versioning               rules that mention the word",
            "  plumbline rules aws-s3-bucket-versioning one rule; an alias such as CKV_AWS_21 will do",
        })
final class RulesCommand implements Callable<Integer>, Debuggable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "A rule's id or alias, or a word to look for in ids, titles and resource types.")
    private String wanted;

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

    @Mixin
    private OutputOptions output;

    RulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public boolean debug() {
        return output.debug();
    }

    @Override
    public Integer call() {
        List<Rule> rules = Catalog.builtIn().rules().stream().filter(filter()).toList();
        PrintWriter out = spec.commandLine().getOut();
        Optional<Rule> one = wanted == null
                ? Optional.empty()
                : rules.stream().filter(this::isNamed).findFirst();
        if (one.isPresent()) {
            RulePage.print(one.get(), out);
        } else {
            List<Rule> listed = wanted == null
                    ? rules
                    : rules.stream().filter(this::mentions).toList();
            if (listed.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        wanted == null ? "no rule is like that" : "no rule is, or mentions, " + wanted);
            }
            RuleTable.print(listed, out);
        }
        out.flush();
        return ExitCode.PASSED;
    }

    private Predicate<Rule> filter() {
        return rule -> (severity == null || rule.severity() == severity)
                && (service == null || ("-" + rule.id() + "-").contains("-" + lower(service) + "-"))
                && (language == null
                        || RuleDocs.types(rule).stream().anyMatch(type -> ResourceTypes.dialect(type) == language));
    }

    private boolean isNamed(Rule rule) {
        return rule.id().equalsIgnoreCase(wanted) || rule.aliases().stream().anyMatch(wanted::equalsIgnoreCase);
    }

    private boolean mentions(Rule rule) {
        String text = lower(rule.id() + " " + rule.title() + " " + String.join(" ", RuleDocs.types(rule)));
        return text.contains(lower(wanted));
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
