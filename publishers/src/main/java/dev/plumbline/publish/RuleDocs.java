package dev.plumbline.publish;

import dev.plumbline.rules.ResourceTypes;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Rule.Check;
import dev.plumbline.rules.Rule.Example;
import java.util.List;
import java.util.TreeMap;

/** A rule's documentation, made of what its file says. */
public final class RuleDocs {
    private RuleDocs() {}

    /** {@code "mcsb DP-3"}, sorted. */
    public static List<String> benchmarks(Rule rule) {
        return new TreeMap<>(rule.benchmarks())
                .entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(control -> entry.getKey() + " " + control))
                        .toList();
    }

    /** {@code "mcsb DP-3 DP-4"}, one a benchmark, sorted. */
    public static List<String> controls(Rule rule) {
        return new TreeMap<>(rule.benchmarks())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + String.join(" ", entry.getValue()))
                        .toList();
    }

    /** The resource types it applies to, sorted. */
    public static List<String> types(Rule rule) {
        return rule.checks().stream()
                .flatMap(check -> check.on().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The languages in which it can be written, sorted. */
    public static List<String> languages(Rule rule) {
        return types(rule).stream()
                .map(type -> ResourceTypes.dialect(type).id())
                .distinct()
                .sorted()
                .toList();
    }

    /** The risk and the remedy, for where there is no room for more. */
    public static String text(Rule rule) {
        StringBuilder text = new StringBuilder(rule.title());
        paragraph(text, "Risk: ", rule.risk());
        paragraph(text, "Remediation: ", rule.remediation().text());
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String lead, String content) {
        if (!content.isBlank()) {
            text.append("\n\n").append(lead).append(content.strip());
        }
    }

    /** All of it but the conditions. */
    public static String markdown(Rule rule) {
        StringBuilder text = new StringBuilder("# ").append(rule.title());
        paragraph(text, "", rule.risk());
        paragraph(text, "**Remediation.** ", rule.remediation().text());
        for (Check check : rule.checks()) {
            if (check.fix() != null) {
                paragraph(
                        text,
                        "",
                        "- `" + String.join("`, `", check.on()) + "`: set `"
                                + check.fix().set() + "` to `" + check.fix().to() + "`");
            }
        }
        paragraph(text, "Control: ", rule.control().title());
        paragraph(text, "Benchmarks: ", String.join(", ", controls(rule)));
        paragraph(text, "Known elsewhere as: ", String.join(", ", rule.aliases()));
        for (Example example : rule.examples()) {
            String verdict =
                    switch (example.verdict()) {
                        case PASS -> "Passes";
                        case FAIL -> "Fails";
                        case UNKNOWN -> "Is unknown";
                    };
            String fence = example.code().contains("```") ? "````" : "```";
            paragraph(text, "", verdict + " (" + example.language() + "):");
            text.append("\n\n")
                    .append(fence)
                    .append('\n')
                    .append(example.code().strip())
                    .append('\n')
                    .append(fence);
        }
        return text.append('\n').toString();
    }
}
