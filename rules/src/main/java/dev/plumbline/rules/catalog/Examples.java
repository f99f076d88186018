package dev.plumbline.rules.catalog;

import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The examples of the rules, apart from these: they are half of what there is to read, and a scan has a use for them only
 * where a report tells all about a rule.
 */
final class Examples {
    /** The name of those of the shipped rules, a resource beside this class. */
    static final String RESOURCE = "examples.bin";

    private static final Verdict[] VERDICTS = Verdict.values();

    private final Map<String, List<Rule.Example>> byRule;

    private Examples(Map<String, List<Rule.Example>> byRule) {
        this.byRule = byRule;
    }

    /** The examples of one rule, among all that are read when somebody looks at them. */
    static final class OfRule extends AbstractList<Rule.Example> {
        private final Supplier<Examples> all;
        private final String rule;

        OfRule(Supplier<Examples> all, String rule) {
            this.all = all;
            this.rule = rule;
        }

        @Override
        public Rule.Example get(int index) {
            return all.get().byRule.get(rule).get(index);
        }

        @Override
        public int size() {
            return all.get().byRule.get(rule).size();
        }
    }

    static byte[] write(List<Rule> rules) {
        TextTable.Collector texts = new TextTable.Collector();
        RuleOutput out = new RuleOutput(texts);
        for (Rule rule : rules) {
            out.text(rule.id());
            out.integer(rule.examples().size());
            for (Rule.Example example : rule.examples()) {
                out.text(example.language());
                out.tag(example.verdict().ordinal());
                out.text(example.code());
            }
        }
        RuleOutput head = new RuleOutput(texts);
        head.integer(rules.size());
        head.integer(2 * Integer.BYTES + out.size());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.content());
        all.writeBytes(out.content());
        all.writeBytes(texts.write(all.size()));
        return all.toByteArray();
    }

    static Examples read(byte[] content) throws IOException {
        RuleInput head = new RuleInput(content, null, 0);
        int count = head.integer();
        RuleInput in = new RuleInput(content, TextTable.read(content, head.integer()), 2 * Integer.BYTES);
        Map<String, List<Rule.Example>> byRule = new HashMap<>();
        for (int i = 0; i < count; i++) {
            byRule.put(in.text(), in.list(() -> new Rule.Example(in.text(), VERDICTS[in.tag()], in.text())));
        }
        return new Examples(byRule);
    }
}
