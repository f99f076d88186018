package dev.plumbline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.engine.CompiledRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of the rules. {@code -Drule=ID} runs those of one rule, {@code -Drule=aws-s3-*} those of all that begin so.
 */
class RuleExamplesTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicNode> examples() {
        String wanted = System.getProperty("rule", "*");
        List<RuleSources.Source> sources = RuleSources.all().stream()
                .filter(source -> wanted.endsWith("*")
                        ? source.id().startsWith(wanted.substring(0, wanted.length() - 1))
                        : source.id().equals(wanted))
                .toList();
        assertThat(sources).as("rules called " + wanted).isNotEmpty();
        return sources.stream().map(this::examples);
    }

    private DynamicNode examples(RuleSources.Source source) {
        if (source.compiled().isEmpty()) {
            return dynamicTest(
                    source.id(),
                    () -> assertThat(source.problems()).as(source.path()).isEmpty());
        }
        CompiledRule rule = source.compiled().get();
        List<Rule.Example> examples = rule.rule().examples();
        return dynamicContainer(source.id(), IntStream.range(0, examples.size()).mapToObj(i -> {
            Rule.Example example = examples.get(i);
            String name = "%d %s %s".formatted(i + 1, example.language(), example.verdict());
            return dynamicTest(name, () -> check(rule, example, source.id() + "-" + i));
        }));
    }

    private void check(CompiledRule rule, Rule.Example example, String name) {
        ExampleRun run = ExampleRun.of(rule, example, directory.resolve(name));

        assertThat(run.diagnostics())
                .as("problems of the example")
                .noneMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR);
        assertThat(run.findings())
                .as(
                        "verdicts of %s, for the example that is to be %s%n%s",
                        rule.rule().id(), example.verdict(), run)
                .anyMatch(finding -> finding.verdict() == example.verdict());
        assertThat(run.findings())
                .as(
                        "verdicts of %s, for the example that is to be %s%n%s",
                        rule.rule().id(), example.verdict(), run)
                .noneMatch(finding -> switch (example.verdict()) {
                    case FAIL -> false;
                    case PASS -> finding.verdict() != Verdict.PASS;
                    case UNKNOWN -> finding.verdict() == Verdict.FAIL;
                });
    }
}
