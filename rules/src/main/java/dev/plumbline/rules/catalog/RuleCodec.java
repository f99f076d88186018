package dev.plumbline.rules.catalog;

import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.expression.Expression;
import dev.plumbline.rules.posture.Control;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Compiled rules in bytes, without their {@link Examples}. */
final class RuleCodec {
    private static final Severity[] SEVERITIES = Severity.values();
    private static final Control[] CONTROLS = Control.values();

    private RuleCodec() {}

    static void write(CompiledRule compiled, RuleOutput out) {
        Rule rule = compiled.rule();
        out.text(rule.id());
        out.text(rule.title());
        out.tag(rule.severity().ordinal());
        out.tag(rule.control().ordinal());
        out.text(rule.defender());
        out.integer(rule.benchmarks().size());
        for (Map.Entry<String, List<String>> benchmark : rule.benchmarks().entrySet()) {
            out.text(benchmark.getKey());
            out.texts(benchmark.getValue());
        }
        out.texts(rule.aliases());
        out.text(rule.risk());
        out.text(rule.remediation().effort());
        out.text(rule.remediation().impact());
        out.text(rule.remediation().text());
        out.integer(rule.checks().size());
        for (Rule.Check check : rule.checks()) {
            out.texts(check.on());
            out.text(check.when());
            out.text(check.require());
            out.text(check.at());
            out.flag(check.traced());
            out.flag(check.fix() != null);
            if (check.fix() != null) {
                out.text(check.fix().set());
                out.text(check.fix().to());
            }
        }
        for (CompiledRule.Conditions conditions : compiled.conditions()) {
            out.flag(conditions.when() != null);
            if (conditions.when() != null) {
                ExpressionCodec.write(conditions.when(), out);
            }
            ExpressionCodec.write(conditions.require(), out);
        }
    }

    static CompiledRule read(RuleInput in, Supplier<Examples> examples) throws IOException {
        String id = in.text();
        Rule rule = new Rule(
                id,
                in.text(),
                SEVERITIES[in.tag()],
                CONTROLS[in.tag()],
                in.text(),
                readBenchmarks(in),
                in.texts(),
                in.text(),
                new Rule.Remediation(in.text(), in.text(), in.text()),
                in.list(() -> readCheck(in)),
                new Examples.OfRule(examples, id));
        List<CompiledRule.Conditions> conditions = new ArrayList<>();
        for (int i = 0; i < rule.checks().size(); i++) {
            Expression when = in.flag() ? ExpressionCodec.read(in) : null;
            conditions.add(new CompiledRule.Conditions(when, ExpressionCodec.read(in)));
        }
        return new CompiledRule(rule, conditions);
    }

    private static Rule.Check readCheck(RuleInput in) {
        return new Rule.Check(
                in.texts(),
                in.text(),
                in.text(),
                in.text(),
                in.flag(),
                in.flag() ? new Rule.Fix(in.text(), in.text()) : null);
    }

    private static Map<String, List<String>> readBenchmarks(RuleInput in) {
        Map<String, List<String>> benchmarks = new LinkedHashMap<>();
        for (int i = in.integer(); i > 0; i--) {
            benchmarks.put(in.text(), in.texts());
        }
        return benchmarks;
    }
}
