package dev.plumbline.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.rules.compile.RuleCompiler;
import dev.plumbline.rules.engine.CompiledRule;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogRoundTripTest {

    /** A condition with every kind of expression. */
    private static final String CONDITION = """
            resource.?a.orValue(1) == 1 && has(resource.b) || !(resource.?c.or(optional.of(2.5)).hasValue())
            ? [1, 2].exists(x, x in {'k': null}.map(k, k == '' ? 1 : 2)) : meta(resource).name == 'x'""";

    private static CompiledRule rule(String id, String type) {
        String text = """
                id: %s
                title: It should be so
                severity: low
                control: enable-mfa
                benchmarks: { mcsb: [DP-3, DP-4] }
                aliases: [X_1]
                risk: Something — 危険
                remediation: { effort: low, impact: high, text: Do it }
                checks:
                  - { on: [%s], when: "resource.isSet('a')", require: "true", at: a, fix: { set: a, to: [1, x] } }
                  - on: [AWS::X::Y]
                    require: >-
                %s
                examples:
                  - { language: terraform, verdict: unknown, code: x }
                """.formatted(id, type, CONDITION.indent(6));
        return new RuleCompiler(false)
                .compile(new SourceFile(id + ".yaml", text), problem -> {
                    throw new AssertionError(problem);
                })
                .orElseThrow();
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        CompiledRule second = rule("b-rule-x", "Aws_Type");
        CompiledRule first = rule("a-rule-x", "data.aws_other");

        Examples examples = Examples.read(Examples.write(List.of(second.rule(), first.rule())));
        Catalog catalog = Catalog.read(Catalog.write(List.of(second, first)), () -> examples);

        assertThat(catalog.ids()).containsExactly("a-rule-x", "b-rule-x");
        assertThat(catalog.about(Set.of("aws::x::y"))).containsExactly(first, second);
        assertThat(catalog.about(Set.of("aws_type"))).containsExactly(second);
        assertThat(catalog.about(Set.of("data.aws_other"))).containsExactly(first);
        assertThat(catalog.about(Set.of("aws_other"))).isEmpty();
        assertThat(catalog.rule("b-rule-x")).contains(second.rule());
        assertThat(catalog.rule("c")).isEmpty();
    }
}
