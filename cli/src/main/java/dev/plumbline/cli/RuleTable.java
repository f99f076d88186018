package dev.plumbline.cli;

import dev.plumbline.publish.RuleDocs;
import dev.plumbline.publish.text.DisplayWidth;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Rule;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/** Rules as a table: a line each. */
final class RuleTable {
    private RuleTable() {}

    static void print(List<Rule> rules, PrintWriter out) {
        int id = width(rules, Rule::id);
        int languages = Math.max("LANGUAGES".length(), width(rules, RuleTable::languages));
        row(out, "SEVERITY", "RULE", id, "LANGUAGES", languages, "TITLE");
        for (Rule rule : rules) {
            row(
                    out,
                    rule.severity().id(),
                    Neutral.line(rule.id()),
                    id,
                    languages(rule),
                    languages,
                    Neutral.line(rule.title()));
        }
        out.println();
        out.println(rules.size() + (rules.size() == 1 ? " rule" : " rules"));
    }

    private static int width(List<Rule> rules, Function<Rule, String> column) {
        return rules.stream()
                .mapToInt(rule -> DisplayWidth.of(column.apply(rule)))
                .max()
                .orElse(0);
    }

    private static void row(
            PrintWriter out,
            String severity,
            String id,
            int idWidth,
            String languages,
            int languagesWidth,
            String title) {
        out.println(pad(severity, 8) + "  " + pad(id, idWidth) + "  " + pad(languages, languagesWidth) + "  " + title);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
    }

    private static String languages(Rule rule) {
        return String.join(",", RuleDocs.languages(rule));
    }
}
