package dev.plumbline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.TreeReader;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.view.NodeValues;
import dev.plumbline.rules.view.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of the rules. {@code -Drule=ID} runs those of one rule, {@code -Drule=aws-s3-*} those of all that begin so.
 */
class RuleExamplesTest {
    private static final Value NOBODY_KNOWS = new UnknownValue(
            Unknown.because(Unknown.Cause.NO_VALUE, "it has no value"), Origin.at(SourceRange.startOf("example")));

    @TempDir
    java.nio.file.Path directory;

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

        run.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .forEach(finding -> {
                    theFixMendsIt(run, finding);
                    whatItPointsAtDecides(run, finding);
                });
    }

    private static void theFixMendsIt(ExampleRun run, Finding finding) {
        for (Rule.Check check : run.rule().rule().checks()) {
            boolean applies =
                    check.on().stream().map(ResourceTypes::key).anyMatch(ResourceTypes.key(finding.resource())::equals);
            if (applies && check.fix() != null && pointsAt(check, finding)) {
                ExampleRun mended =
                        run.with(finding, check.fix().set(), json(check.fix().to()));
                assertThat(mended.like(finding).map(Finding::verdict))
                        .as(
                                "%s once %s is set to %s%n%s",
                                finding.resource().address(),
                                check.fix().set(),
                                check.fix().to(),
                                mended)
                        .isNotEqualTo(Optional.of(Verdict.FAIL));
            }
        }
    }

    private static boolean pointsAt(Rule.Check check, Finding finding) {
        return Rule.Check.alternatives(check.at()).contains(Path.names(finding.attribute()));
    }

    private static Value json(String text) {
        return NodeValues.of(TreeReader.json(new SourceFile("fix", text)).root());
    }

    /** If nobody knew what is written there, nobody could call it a failure. */
    private static void whatItPointsAtDecides(ExampleRun run, Finding finding) {
        if (finding.origin() == null) {
            return;
        }
        ExampleRun unsure = run.with(finding, finding.attribute(), NOBODY_KNOWS);
        assertThat(unsure.like(finding).map(Finding::verdict))
                .as("%s if %s were unknown%n%s", finding.resource().address(), finding.attribute(), unsure)
                .isNotEqualTo(Optional.of(Verdict.FAIL));
    }
}
