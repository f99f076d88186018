package dev.plumbline.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.TestValues;
import dev.plumbline.rules.compile.ConditionCompiler;
import dev.plumbline.rules.compile.ConditionException;
import dev.plumbline.rules.view.Views;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions come to over values that are known, unknown, and known in part. */
class ThreeValuesTest {
    private static final ConditionCompiler COMPILER = new ConditionCompiler();

    private static final String RESOURCE = """
            acl: private
            on: true
            onText: "true"
            port: 22
            portText: "22"
            ratio: 0.5
            nothing: null
            empty: []
            tags: { team: a, owner: !unknown why }
            maybe: !unknown why
            certain: !set later
            arn: !prefix "arn:aws:s3:::x-"
            sym: !symbol "logs<id>"
            sym2: !symbol "logs<id>"
            numbers: [1, !unknown why, 3]
            names: [!set later, "b"]
            block: [{ status: "On", deep: [{ x: 1 }, { x: 2 }] }]
            rules:
              - { port: 22, cidrs: ["0.0.0.0/0"] }
              - { port: !unknown why, cidrs: ["10.0.0.0/8"] }
            quiet:
              - { port: 443, cidrs: ["10.0.0.0/8"] }
              - { port: !unknown why, cidrs: ["10.0.0.0/8"] }
            """;

    /** {@code unknown: REASON}, {@code error}, or the value. */
    private static String outcome(String condition) throws ConditionException {
        var resource = TestValues.resource("r", "t", RESOURCE);
        Scope scope = Scope.of(new ResourceGraph(List.of(resource), List.of()), "resource", Views.of(resource));
        try {
            Object value = COMPILER.compile(condition, false).evaluate(scope);
            return value instanceof UnknownValue unknown
                    ? "unknown: " + unknown.unknown().reason()
                    : value.toString();
        } catch (EvaluationException e) {
            return "error";
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                // what is known
                "resource.acl == 'private' → true",
                "resource.get('acl', 'x') == 'private' → true",
                "resource.get('absent', 'x') == 'x' → true",
                "resource.get('nothing', 'x') == 'x' → true",
                "resource.get('onText', false) → true",
                "resource.get('portText', 0) == 22 → true",
                "resource.get('port', '') == '22' → true",
                "resource.get('acl', false) → unknown: acl is a string where true or false is expected",
                "resource.get('block.status', '') == 'On' → true",
                "resource.get('block.deep[1].x', 0) == 2 → true",
                "resource.list('block.deep.x') == [1, 2] → true",
                "resource.list('absent') == [] → true",
                "resource.list('acl') == ['private'] → true",
                "resource.absent == 1 → error",
                "has(resource.nothing) → false",
                "has(resource.acl) → true",
                "resource.isSet('nothing') → false",
                "resource.isSet('block.status') → true",
                "resource.isSet('block.status.more') → false",
                // connectives
                "resource.maybe == 'x' → unknown: why",
                "true && resource.maybe == 'x' → unknown: why",
                "false && resource.maybe == 'x' → false",
                "resource.maybe == 'x' && false → false",
                "resource.maybe == 'x' || true → true",
                "true || resource.maybe == 'x' → true",
                "resource.maybe == 'x' || false → unknown: why",
                "!(resource.maybe == 'x') → unknown: why",
                "resource.maybe == 'x' || resource.certain == 'x' → unknown: why",
                "resource.certain == 'x' || resource.maybe == 'x' → unknown: later",
                "resource.maybe == 'x' && resource.absent == 1 → unknown: why",
                "false && resource.absent == 1 → false",
                "resource.absent == 1 || true → true",
                "resource.maybe == 'x' ? true : true → unknown: why",
                "true ? true : resource.maybe == 'x' → true",
                "false ? resource.maybe == 'x' : true → true",
                // presence
                "has(resource.maybe) → unknown: why",
                "has(resource.certain) → true",
                "has(resource.maybe.inner) → unknown: why",
                "resource.isSet('maybe') → unknown: why",
                "resource.isSet('certain') → true",
                "resource.isSet('maybe.inner') → unknown: why",
                "'team' in resource.tags → true",
                "'owner' in resource.tags → unknown: why",
                "'absent' in resource.tags → false",
                "resource.tags.exists(k, k == 'team') → true",
                "resource.tags.exists(k, k == 'owner') → unknown: why",
                "size(resource.tags) == 2 → unknown: why",
                // optionals
                "resource.?acl.orValue('x') == 'private' → true",
                "resource.?absent.?deeper.orValue(true) → true",
                "resource.?nothing.orValue(true) → true",
                "resource.?maybe.orValue(true) → unknown: why",
                "resource.?maybe.?inner.orValue(true) → unknown: why",
                "resource.?tags.?team.orValue('') == 'a' → true",
                "resource.?tags[?'team'].orValue('') == 'a' → true",
                "resource.?absent.hasValue() → false",
                "resource.?acl.optMap(a, a == 'private').orValue(false) → true",
                // operators on what is unknown
                "resource.maybe.inner.more == 1 → unknown: why",
                "resource.maybe + 'x' == 'y' → unknown: why",
                "resource.maybe > 1 → unknown: why",
                "resource.maybe == null → unknown: why",
                "resource.certain == null → false",
                "resource.get('maybe', false) → unknown: why",
                "resource.maybe in ['a'] → unknown: why",
                "'a' in resource.names → unknown: later",
                "'b' in resource.names → true",
                "resource.names == ['a', 'b'] → unknown: later",
                "resource.names == ['a', 'c'] → false",
                "resource.names == ['a'] → false",
                "size(resource.names) == 2 → true",
                "size(resource.maybe) == 2 → unknown: why",
                "resource.maybe.startsWith('a') → unknown: why",
                "resource.maybe.matches('a') → unknown: why",
                "isTrue(resource.maybe) → unknown: why",
                // what is known of it decides
                "resource.arn == '*' → false",
                "resource.arn != '*' → true",
                "resource.arn == 'arn:aws:s3:::x-1' → unknown: after apply",
                "resource.arn in ['*', 'y'] → false",
                "resource.arn.startsWith('arn:') → true",
                "resource.arn.startsWith('http') → false",
                "resource.arn.startsWith('arn:aws:s3:::x-y') → unknown: after apply",
                "resource.arn.contains('s3') → true",
                "resource.arn.contains('y') → unknown: after apply",
                "same(resource.arn, '*') → false",
                "oneOf(resource.arn, ['*', 'x']) → false",
                "oneOf(resource.maybe, ['*', 'x']) → unknown: why",
                "resource.sym == resource.sym2 → true",
                "resource.sym == resource.certain → unknown: after apply",
                // comprehensions
                "resource.numbers.all(n, n < 4) → unknown: why",
                "resource.numbers.all(n, n < 2) → false",
                "resource.numbers.exists(n, n == 3) → true",
                "resource.numbers.exists(n, n == 9) → unknown: why",
                "resource.numbers.exists_one(n, n == 3) → unknown: why",
                "resource.numbers.filter(n, n > 1).size() > 0 → unknown: why",
                "resource.empty.all(n, n) → true",
                "resource.empty.exists(n, n) → false",
                "resource.maybe.all(n, n) → unknown: why",
                "resource.list('maybe').all(n, n == 1) → unknown: why",
                "resource.list('maybe').exists(n, false) → false",
                "resource.list('maybe').exists(n, true) → unknown: why",
                "resource.list('maybe').exists_one(n, true) → unknown: why",
                "resource.list('maybe').all(n, true) → true",
                "resource.list('maybe').all(n, false) → unknown: why",
                "resource.list('maybe').map(n, 1).size() == 1 → unknown: why",
                "resource.list('maybe').size() == 0 → unknown: why",
                "resource.list('certain').size() == 1 → true",
                "resource.rules.exists(r, r.port == 22) → true",
                "resource.rules.all(r, r.port != 22) → false",
                "resource.quiet.all(r, r.port != 22) → unknown: why",
                "resource.quiet.exists(r, r.port == 22 && cidr.isAnywhere(r.cidrs)) → false",
                "resource.list('rules.port') == [22] → unknown: why",
                "resource.rules.map(r, r.port) == [22, 23] → unknown: why",
                "resource.rules.exists(r, r.cidrs.exists(c, c == '0.0.0.0/0') && r.port == 22) → true",
                "cel.bind(m, resource.maybe, m == 1 || true) → true",
                // host functions
                "cidr.isAnywhere(resource.maybe) → unknown: why",
                "cidr.isAnywhere(resource.names) → unknown: later",
                "ports.include(resource.maybe, 10, 22) → false",
                "ports.include(10, resource.maybe, 22) → unknown: why",
                "version.atLeast(resource.maybe, '1') → unknown: why",
                "iam.statements(resource.maybe).all(s, s.effect == 'Deny') → unknown: why",
                "iam.statements(resource.nope_).size() == 0 → error"
            })
    void comesTo(String condition, String expected) throws ConditionException {
        assertThat(outcome(condition)).isEqualTo(expected);
    }
}
