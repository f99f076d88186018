package dev.plumbline.rules.pages;

import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.compliance.Benchmarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The documentation of the rules of one service. Each has its id as its heading, which reports link to. */
final class ServicePage {
    private ServicePage() {}

    static String of(List<Rule> rules, Benchmarks benchmarks) {
        List<String> page = new ArrayList<>();
        page.add(Markdown.GENERATED);
        page.add("# " + Markdown.cloud(rules.get(0)) + ": " + Markdown.service(rules.get(0)));
        page.add("");
        page.add("| rule | severity | recommendation | languages |");
        page.add("| --- | --- | --- | --- |");
        for (Rule rule : rules) {
            page.add("| [" + rule.id() + "](#" + rule.id() + ") | "
                    + rule.severity().id() + " | " + Markdown.cell(rule.title()) + " | "
                    + String.join(", ", Markdown.languages(rule)) + " |");
        }
        rules.forEach(rule -> add(rule, benchmarks, page));
        return Markdown.page(page);
    }

    private static void add(Rule rule, Benchmarks benchmarks, List<String> page) {
        page.add("");
        page.add("## " + rule.id());
        page.add("");
        page.add("**" + Markdown.cell(rule.title()) + "**");
        page.add("");
        page.add(Markdown.cell(rule.risk().strip()));
        page.add("");
        page.add("*Remediation* (effort " + rule.remediation().effort() + ", impact "
                + rule.remediation().impact() + "): "
                + Markdown.cell(rule.remediation().text().strip()));
        page.add("");
        page.add("- severity: " + rule.severity().id());
        page.add("- control: " + rule.control().title());
        list(
                page,
                "benchmarks",
                new TreeMap<>(rule.benchmarks())
                        .entrySet().stream().map(ServicePage::benchmark).toList());
        benchmarks
                .mapped(rule.benchmarks())
                .forEach((by, led) -> list(
                        page,
                        "by " + by,
                        led.entrySet().stream().map(ServicePage::benchmark).toList()));
        list(page, "known as", rule.aliases());
        for (Rule.Check check : rule.checks()) {
            page.add("- applies to: "
                    + check.on().stream().map(type -> "`" + type + "`").collect(Collectors.joining(", "))
                    + (check.fix() == null
                            ? ""
                            : ": set `" + check.fix().set() + "` to `"
                                    + check.fix().to() + "`"));
        }
        for (String language : Markdown.languages(rule)) {
            example(rule, language, Verdict.FAIL, page);
            example(rule, language, Verdict.PASS, page);
        }
    }

    private static String benchmark(Map.Entry<String, List<String>> benchmark) {
        return benchmark.getKey() + " " + String.join(" ", benchmark.getValue());
    }

    private static void list(List<String> page, String name, List<String> values) {
        if (!values.isEmpty()) {
            page.add("- " + name + ": " + String.join(", ", values));
        }
    }

    /** The first of its kind: the common mistake, the good way. */
    private static void example(Rule rule, String language, Verdict verdict, List<String> page) {
        rule.examples().stream()
                .filter(example -> example.language().equals(language) && example.verdict() == verdict)
                .findFirst()
                .ifPresent(example -> {
                    page.add("");
                    page.add(language + (verdict == Verdict.FAIL ? ", fails:" : ", passes:"));
                    page.add("```" + highlighting(language));
                    page.add(example.code().strip());
                    page.add("```");
                });
    }

    private static String highlighting(String language) {
        return switch (language) {
            case "terraform" -> "hcl";
            case "arm" -> "json";
            case "cloudformation" -> "yaml";
            default -> language;
        };
    }
}
