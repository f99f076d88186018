package dev.plumbline.rules.catalog;

import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.expression.Expression;
import dev.plumbline.rules.posture.Control;
import java.io.DataInput;
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

    private interface Reader<T> {
        T read() throws IOException;
    }

    static void write(CompiledRule compiled, DataOutput out) throws IOException {
        Rule rule = compiled.rule();
        out.writeUTF(rule.id());
        out.writeUTF(rule.title());
        out.writeByte(rule.severity().ordinal());
        out.writeByte(rule.control().ordinal());
        out.writeUTF(rule.defender());
        out.writeShort(rule.benchmarks().size());
        for (Map.Entry<String, List<String>> benchmark : rule.benchmarks().entrySet()) {
            out.writeUTF(benchmark.getKey());
            writeTexts(benchmark.getValue(), out);
        }
        writeTexts(rule.aliases(), out);
        out.writeUTF(rule.risk());
        out.writeUTF(rule.remediation().effort());
        out.writeUTF(rule.remediation().impact());
        out.writeUTF(rule.remediation().text());
        out.writeShort(rule.checks().size());
        for (Rule.Check check : rule.checks()) {
            writeTexts(check.on(), out);
            out.writeUTF(check.when());
            out.writeUTF(check.require());
            out.writeUTF(check.at());
            out.writeBoolean(check.fix() != null);
            if (check.fix() != null) {
                out.writeUTF(check.fix().set());
                out.writeUTF(check.fix().to());
            }
        }
        out.writeShort(rule.examples().size());
        for (Rule.Example example : rule.examples()) {
            out.writeUTF(example.language());
            out.writeByte(example.verdict().ordinal());
            out.writeUTF(example.code());
        }
        for (CompiledRule.Conditions conditions : compiled.conditions()) {
            out.writeBoolean(conditions.when() != null);
            if (conditions.when() != null) {
                ExpressionCodec.write(conditions.when(), out);
            }
            ExpressionCodec.write(conditions.require(), out);
        }
    }

    static CompiledRule read(DataInput in) throws IOException {
        Rule rule = new Rule(
                in.readUTF(),
                in.readUTF(),
                SEVERITIES[in.readByte()],
                CONTROLS[in.readByte()],
                in.readUTF(),
                readBenchmarks(in),
                readTexts(in),
                in.readUTF(),
                new Rule.Remediation(in.readUTF(), in.readUTF(), in.readUTF()),
                readList(in, () -> readCheck(in)),
                readList(in, () -> new Rule.Example(in.readUTF(), VERDICTS[in.readByte()], in.readUTF())));
        List<CompiledRule.Conditions> conditions = new ArrayList<>();
        for (int i = 0; i < rule.checks().size(); i++) {
            Expression when = in.readBoolean() ? ExpressionCodec.read(in) : null;
            conditions.add(new CompiledRule.Conditions(when, ExpressionCodec.read(in)));
        }
        return new CompiledRule(rule, conditions);
    }

    private static Rule.Check readCheck(DataInput in) throws IOException {
        return new Rule.Check(
                readTexts(in),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readBoolean() ? new Rule.Fix(in.readUTF(), in.readUTF()) : null);
    }

    private static Map<String, List<String>> readBenchmarks(DataInput in) throws IOException {
        Map<String, List<String>> benchmarks = new LinkedHashMap<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            benchmarks.put(in.readUTF(), readTexts(in));
        }
        return benchmarks;
    }

    static void writeTexts(List<String> texts, DataOutput out) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    static List<String> readTexts(DataInput in) throws IOException {
        return readList(in, in::readUTF);
    }

    private static <T> List<T> readList(DataInput in, Reader<T> reader) throws IOException {
        int count = in.readUnsignedShort();
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(reader.read());
        }
        return items;
    }
}
