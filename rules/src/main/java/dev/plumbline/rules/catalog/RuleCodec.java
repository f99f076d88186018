package dev.plumbline.rules.catalog;

import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.expression.Expression;
import dev.plumbline.rules.posture.Control;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiled rules in bytes. */
final class RuleCodec {
    private static final Severity[] SEVERITIES = Severity.values();
    private static final Control[] CONTROLS = Control.values();
    private static final Verdict[] VERDICTS = Verdict.values();

    private RuleCodec() {}

    static void write(CompiledRule compiled, DataOutput out) throws IOException {
        Rule rule = compiled.rule();
        RuleBytes.write(rule.id(), out);
        RuleBytes.write(rule.title(), out);
        out.writeByte(rule.severity().ordinal());
        out.writeByte(rule.control().ordinal());
        RuleBytes.write(rule.defender(), out);
        out.writeShort(rule.benchmarks().size());
        for (Map.Entry<String, List<String>> benchmark : rule.benchmarks().entrySet()) {
            RuleBytes.write(benchmark.getKey(), out);
            RuleBytes.write(benchmark.getValue(), out);
        }
        RuleBytes.write(rule.aliases(), out);
        RuleBytes.write(rule.risk(), out);
        RuleBytes.write(rule.remediation().effort(), out);
        RuleBytes.write(rule.remediation().impact(), out);
        RuleBytes.write(rule.remediation().text(), out);
        out.writeShort(rule.checks().size());
        for (Rule.Check check : rule.checks()) {
            RuleBytes.write(check.on(), out);
            RuleBytes.write(check.when(), out);
            RuleBytes.write(check.require(), out);
            RuleBytes.write(check.at(), out);
            out.writeBoolean(check.traced());
            out.writeBoolean(check.fix() != null);
            if (check.fix() != null) {
                RuleBytes.write(check.fix().set(), out);
                RuleBytes.write(check.fix().to(), out);
            }
        }
        out.writeShort(rule.examples().size());
        for (Rule.Example example : rule.examples()) {
            RuleBytes.write(example.language(), out);
            out.writeByte(example.verdict().ordinal());
            RuleBytes.write(example.code(), out);
        }
        for (CompiledRule.Conditions conditions : compiled.conditions()) {
            out.writeBoolean(conditions.when() != null);
            if (conditions.when() != null) {
                ExpressionCodec.write(conditions.when(), out);
            }
            ExpressionCodec.write(conditions.require(), out);
        }
    }

    static CompiledRule read(RuleBytes in) throws IOException {
        Rule rule = new Rule(
                in.text(),
                in.text(),
                SEVERITIES[in.tag()],
                CONTROLS[in.tag()],
                in.text(),
                readBenchmarks(in),
                in.texts(),
                in.text(),
                new Rule.Remediation(in.text(), in.text(), in.text()),
                in.list(() -> readCheck(in)),
                in.list(() -> new Rule.Example(in.text(), VERDICTS[in.tag()], in.text())));
        List<CompiledRule.Conditions> conditions = new ArrayList<>();
        for (int i = 0; i < rule.checks().size(); i++) {
            Expression when = in.flag() ? ExpressionCodec.read(in) : null;
            conditions.add(new CompiledRule.Conditions(when, ExpressionCodec.read(in)));
        }
        return new CompiledRule(rule, conditions);
    }

    private static Rule.Check readCheck(RuleBytes in) throws IOException {
        return new Rule.Check(
                in.texts(),
                in.text(),
                in.text(),
                in.text(),
                in.flag(),
                in.flag() ? new Rule.Fix(in.text(), in.text()) : null);
    }

    private static Map<String, List<String>> readBenchmarks(RuleBytes in) throws IOException {
        Map<String, List<String>> benchmarks = new LinkedHashMap<>();
        for (int i = in.count(); i > 0; i--) {
            benchmarks.put(in.text(), in.texts());
        }
        return benchmarks;
    }
}
