package dev.plumbline.rules.pages;

import dev.plumbline.rules.ResourceTypes;
import dev.plumbline.rules.Rule;
import java.util.List;

/** What the generated pages have in common. */
final class Markdown {
    static final String GENERATED =
            "<!-- Generated from the rules: mvn -pl rules -am test -Dtest=RulePagesTest -Dplumbline.updateGolden=true -->";

    private Markdown() {}

    static String page(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** Text in a cell of a table. */
    static String cell(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
    }

    /** A link to the documentation of a rule. @param up from the page to {@code docs/rules}: empty, or {@code ../} */
    static String link(Rule rule, String up) {
        return "[" + rule.id() + "](" + up + file(rule) + "#" + rule.id() + ")";
    }

    /** The page of the rule's service, from {@code docs/rules}. */
    static String file(Rule rule) {
        return cloud(rule) + "/" + service(rule) + ".md";
    }

    static String cloud(Rule rule) {
        return rule.id().substring(0, rule.id().indexOf('-'));
    }

    static String service(Rule rule) {
        String[] parts = rule.id().split("-", 3);
        return parts[1];
    }

    /** The languages in which it can be written, sorted. */
    static List<String> languages(Rule rule) {
        return rule.checks().stream()
                .flatMap(check -> check.on().stream())
                .map(type -> ResourceTypes.dialect(type).id())
                .distinct()
                .sorted()
                .toList();
    }
}
