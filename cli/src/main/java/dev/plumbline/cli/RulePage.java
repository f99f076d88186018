package dev.plumbline.cli;

import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Rule.Check;
import dev.plumbline.rules.Rule.Example;
import dev.plumbline.rules.compliance.Benchmarks;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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
        Map<String, List<String>> named = Benchmarks.builtIn().named(rule);
        field(out, "Benchmarks", controls(named));
        field(
                out,
                "By mapping",
                Benchmarks.builtIn().mapped(named).entrySet().stream()
                        .map(led -> led.getKey() + ": " + controls(led.getValue()))
                        .collect(Collectors.joining("; ")));
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

    /** {@code mcsb DP-3 DP-4, nist-800-53 SC-8} */
    private static String controls(Map<String, List<String>> benchmarks) {
        return benchmarks.entrySet().stream()
                .map(of -> of.getKey() + " " + String.join(" ", of.getValue()))
                .collect(Collectors.joining(", "));
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
