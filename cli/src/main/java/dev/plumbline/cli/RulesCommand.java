package dev.plumbline.cli;

import dev.plumbline.publish.json.RulesJson;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.catalog.Catalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline rules}: the catalogue, or one rule of it. */
@Command(
        name = "rules",
        sortOptions = false,
        description = "Lists the built-in rules, or documents one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline rules --language arm --severity high",
            "  plumbline rules versioning               rules that mention the word",
            "  plumbline rules --search \"kms rotation\" --benchmark cis-aws --json",
            "  plumbline rules aws-s3-bucket-versioning one rule; an alias such as CKV_AWS_21 will do",
        })
final class RulesCommand implements Callable<Integer>, Debuggable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "A rule's id or alias, or a word to look for in ids, titles and resource types.")
    private String wanted;

    @Mixin
    private final RuleSearch search = new RuleSearch();

    @Option(names = "--json", description = "Everything about these rules, for tools.")
    private boolean json;

    @Mixin
    private OutputOptions output;

    @Override
    public boolean debug() {
        return output.debug();
    }

    @Override
    public Integer call() throws IOException {
        List<Rule> rules =
                Catalog.builtIn().rules().stream().filter(search::finds).toList();
        List<Rule> named = wanted == null
                ? List.of()
                : rules.stream().filter(this::isNamed).toList();
        List<Rule> found = named.isEmpty() && wanted != null
                ? rules.stream()
                        .filter(rule -> RuleSearch.mentions(rule, wanted))
                        .toList()
                : named.isEmpty() ? rules : named;
        if (found.isEmpty()) {
            throw new ParameterException(spec.commandLine(), nothing());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            RulesJson.write(found, search.wholeBenchmark(), text);
            out.print(text.toString(StandardCharsets.UTF_8));
        } else if (named.size() == 1) {
            RulePage.print(named.get(0), out);
        } else {
            RuleTable.print(found, out);
            search.wholeBenchmark().ifPresent(benchmark -> BenchmarkCoverage.print(benchmark, out));
        }
        out.flush();
        return ExitCode.PASSED;
    }

    private String nothing() {
        if (!search.otherBenchmarks().isEmpty()) {
            return "no such benchmark, only " + search.otherBenchmarks();
        }
        return wanted == null ? "no rule is like that" : "no rule is, or mentions, " + wanted;
    }

    private boolean isNamed(Rule rule) {
        return rule.id().equalsIgnoreCase(wanted) || rule.aliases().stream().anyMatch(wanted::equalsIgnoreCase);
    }
}
