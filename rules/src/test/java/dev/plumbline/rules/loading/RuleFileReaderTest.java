package dev.plumbline.rules.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.rules.compile.RuleCompiler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileReaderTest {
    private static final RuleCompiler COMPILER = new RuleCompiler(true);

    private static final String GOOD = """
            id: aws-test-it
            title: It should be so
            severity: high
            control: secure-management-ports
            benchmarks: { mcsb: [DP-3] }
            risk: Something
            remediation: { effort: low, impact: low, text: Do it }
            checks:
              - on: [aws_x]
                require: resource.get('on', false)
                at: on
                fix: { set: on, to: true }
            examples:
              - { language: terraform, verdict: fail, code: x }
            """;

    private static List<String> problems(String text) {
        List<String> problems = new ArrayList<>();
        COMPILER.compile(
                new SourceFile("aws-test-it.yaml", text),
                problem -> problems.add(problem.range().startLine() + ": " + problem.summary()));
        return problems;
    }

    @Test
    void readsAGoodRule() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @ParameterizedTest(name = "{0} for {1} → {2}")
    @CsvSource(
            delimiter = '§',
            value = {
                "severity: high § severity: grave § 3: \"grave\" is not a severity",
                "severity: high § sverity: high § 1: a rule needs the key severity|3: a rule has no key sverity",
                "secure-management-ports § ports § 4: \"ports\" is not a control",
                "mcsb § mcbs § 5: mcbs is not a benchmark",
                "effort: low § effort: none § 7: \"none\" is not a effort",
                "id: aws-test-it § id: aws-test-other § 1: the id aws-test-other is not the file's name",
                "id: aws-test-it § id: AWS_Test § 1: an id is in kebab case: cloud-service-what",
                "on: [aws_x] § on: [aws_x, 'AWS::X::Y'] § 9: the types of a check are all of one language",
                "on: [aws_x] § on: aws_x § 9: on is a list|9: on names at least one resource type",
                "at: on § at: on..off § 11: a name of the path on..off is empty",
                "at: on § att: on § 11: a check has no key att",
                "language: terraform § language: pulumi § 14: \"pulumi\" is not a language",
                "verdict: fail § verdict: bad § 14: \"bad\" is not a verdict",
                "title: It should be so § title: [a] § 2: title is a text",
                "title: It should be so § title: '' § 2: title is empty",
            })
    void tellsWhatIsWrongAndWhere(String good, String bad, String expected) {
        assertThat(problems(GOOD.replace(good, bad))).containsExactlyInAnyOrder(expected.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.get('on', false",
                "resource.get('on', 1)",
                "resource.got('on')",
                "resource.on",
                "resource.get('on', false) && 1",
                "meta(resource).nmae == 'x'",
                "iam.statements(resource).all(s, s.efect == 'Allow')",
                "timestamp('2024-01-01T00:00:00Z') == timestamp('2024-01-01T00:00:00Z')",
                "b'a' == b'a'",
                "other == 1",
            })
    void conditionsAreCheckedWithTheirLine(String condition) {
        assertThat(problems(GOOD.replace("resource.get('on', false)", "\"" + condition + "\"")))
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("10: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "x", "checks: {}", "checks: [x]", "checks: [[]]", "{{{", "a: &a [*a]", "- - -"})
    void neverThrowsForWhatAFileHolds(String text) {
        assertThat(problems(text)).isNotEmpty();
    }

    @Test
    void deepConditionsAreErrors() {
        assertThat(problems(GOOD.replace("resource.get('on', false)", "(".repeat(2_000) + "true" + ")".repeat(2_000))))
                .isNotEmpty();
    }
}
