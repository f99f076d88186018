package dev.plumbline.cli;

import dev.plumbline.publish.RuleDocs;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Rule.Check;
import dev.plumbline.rules.Rule.Example;
import java.io.PrintWriter;
import java.util.Locale;

/** One rule's documentation as text. */
final class RulePage {
    private RulePage() {}

    static void print(Rule rule, PrintWriter out) {
        out.println(Neutral.line(rule.title()));
        out.println();
        field(out, "Rule", rule.id());
        field(out, "Severity", rule.severity().id());
        field(out, "Control", rule.control().title());
        field(out, "Defender", rule.defender());
        field(out, "Benchmarks", String.join(", ", RuleDocs.controls(rule)));
        field(out, "Also known as", String.join(", ", rule.aliases()));
        field(out, "Risk", rule.risk());
        field(out, "Remediation", rule.remediation().text());
        field(out, "Effort", rule.remediation().effort());
        field(out, "User impact", rule.remediation().impact());
        for (Check check : rule.checks()) {
            out.println();
            out.println("For " + Neutral.line(String.join(", ", check.on())) + ":");
            condition(out, "when", check.when());
            condition(out, "require", check.require());
            if (check.fix() != null) {
                condition(
                        out,
                        "fix",
                        "set " + check.fix().set() + " = " + check.fix().to());
            }
        }
        for (Example example : rule.examples()) {
            out.println();
            out.println("Example, " + example.language() + ", "
                    + example.verdict().name().toLowerCase(Locale.ROOT) + ":");
            Neutral.lines(example.code().strip()).lines().forEach(line -> out.println(("    " + line).stripTrailing()));
        }
    }

    private static void field(PrintWriter out, String name, String value) {
        if (!value.isBlank()) {
            out.println(name + ": " + " ".repeat(Math.max(0, 14 - name.length())) + Neutral.line(value.strip()));
        }
    }

    private static void condition(PrintWriter out, String name, String text) {
        if (!text.isBlank()) {
            out.println("    " + name + ": " + Neutral.line(text.strip()).replaceAll(" {2,}", " "));
        }
    }
}
