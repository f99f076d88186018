package dev.plumbline.rules.loading;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import dev.plumbline.rules.ResourceTypes;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.posture.Control;
import dev.plumbline.rules.view.NodeValues;
import dev.plumbline.rules.view.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the format that {@code docs/rules/writing-rules.md} describes. Conditions are read, not compiled. */
public final class RuleFileReader {
    private static final Set<String> LEVELS = Set.of("low", "moderate", "high");

    /** The ids of the benchmarks whose controls a rule may name, sorted. */
    public static final List<String> BENCHMARKS =
            List.of("aws-fsbp", "cis-aws", "cis-azure", "iso-27001", "mcsb", "nist-800-53", "pci-dss");

    private final String expectedId;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<RuleFile.ConditionRanges> conditions = new ArrayList<>();

    private RuleFileReader(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        expectedId = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    public static RuleFile read(SourceFile file) {
        RuleFileReader reader = new RuleFileReader(file.path());
        Document document = TreeReader.yaml(file);
        reader.problems.addAll(document.diagnostics());
        if (document.root() == null) {
            reader.problems.add(
                    Diagnostic.error(Fields.CODE, "the file holds no rule", "", SourceRange.startOf(file.path())));
        }
        Rule rule = document.root() == null ? null : reader.rule(document.root());
        boolean broken = reader.problems.stream().anyMatch(problem -> problem.severity() == Diagnostic.Severity.ERROR);
        return new RuleFile(broken ? null : rule, reader.conditions, reader.problems);
    }

    private Rule rule(Node root) {
        Fields fields = Fields.of(root, "a rule", problems);
        String id = id(fields);
        String title = fields.requiredText("title");
        Severity severity = fields.choice("severity", Severity::of);
        Control control = fields.choice("control", Control::of);
        String defender = fields.optionalText("defender");
        Map<String, List<String>> benchmarks = benchmarks(fields);
        List<String> aliases = fields.texts(fields.optional("aliases"), "aliases");
        String risk = fields.requiredText("risk");
        Rule.Remediation remediation = remediation(fields.required("remediation"));
        List<Rule.Check> checks = fields.items(fields.required("checks"), "checks").stream()
                .map(this::check)
                .toList();
        if (checks.isEmpty()) {
            fields.problem(fields.range(), "a rule needs at least one check");
        }
        List<Rule.Example> examples = fields.items(fields.optional("examples"), "examples").stream()
                .map(this::example)
                .toList();
        fields.finish();
        return severity == null || control == null
                ? null
                : new Rule(
                        id,
                        title,
                        severity,
                        control,
                        defender,
                        benchmarks,
                        aliases,
                        risk,
                        remediation,
                        checks,
                        examples);
    }

    private String id(Fields fields) {
        String id = fields.requiredText("id");
        boolean kebab = id.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
        if (!id.isEmpty() && (!kebab || id.indexOf('-') <= 0)) {
            fields.problem(fields.optional("id").range(), "an id is in kebab case: cloud-service-what");
        } else if (!id.isEmpty() && !id.equals(expectedId)) {
            fields.problem(fields.optional("id").range(), "the id " + id + " is not the file's name");
        }
        return id;
    }

    private Map<String, List<String>> benchmarks(Fields fields) {
        Node node = fields.optional("benchmarks");
        Map<String, List<String>> benchmarks = new LinkedHashMap<>();
        if (node != null) {
            Fields inner = Fields.of(node, "benchmarks", problems);
            for (Node.Member member : inner.members()) {
                if (!BENCHMARKS.contains(member.key())) {
                    inner.problem(member.keyRange(), member.key() + " is not a benchmark");
                }
                benchmarks.put(member.key(), inner.texts(member.value(), "benchmarks." + member.key()));
            }
        }
        return benchmarks;
    }

    private Rule.Remediation remediation(Node node) {
        if (node == null) {
            return new Rule.Remediation("", "", "");
        }
        Fields fields = Fields.of(node, "remediation", problems);
        String effort = fields.choice("effort", RuleFileReader::level);
        String impact = fields.choice("impact", RuleFileReader::level);
        String text = fields.requiredText("text");
        fields.finish();
        return new Rule.Remediation(effort == null ? "" : effort, impact == null ? "" : impact, text);
    }

    private static Optional<String> level(String text) {
        return LEVELS.contains(text) ? Optional.of(text) : Optional.empty();
    }

    private Rule.Check check(Node node) {
        Fields fields = Fields.of(node, "a check", problems);
        Node types = fields.required("on");
        List<String> on = fields.texts(types, "on");
        if (types != null && on.isEmpty()) {
            fields.problem(types.range(), "on names at least one resource type");
        } else if (on.stream().map(ResourceTypes::dialect).distinct().count() > 1) {
            fields.problem(types.range(), "the types of a check are all of one language");
        }
        Node when = fields.optional("when");
        Node require = fields.required("require");
        Node at = fields.optional("at");
        for (String alternative : alternatives(fields.text(at, "at"))) {
            path(fields, at, alternative);
        }
        Node traced = fields.optional("traced");
        if (traced != null && !fields.text(traced, "traced").equals("true")) {
            fields.problem(traced.range(), "traced is true, or left out");
        }
        Rule.Fix fix = fix(fields.optional("fix"));
        conditions.add(new RuleFile.ConditionRanges(
                when == null ? null : when.range(), require == null ? fields.range() : require.range()));
        Rule.Check check = new Rule.Check(
                on,
                fields.text(when, "when"),
                fields.text(require, "require"),
                fields.text(at, "at"),
                traced != null,
                fix);
        fields.finish();
        return check;
    }

    /** The paths that {@code at} names: the first of them that is written is the one that counts. */
    private static List<String> alternatives(String at) {
        return at.isEmpty() ? List.of() : Rule.Check.alternatives(at);
    }

    private static void path(Fields fields, Node node, String path) {
        try {
            Path.parse(path);
        } catch (IllegalArgumentException e) {
            fields.problem(node.range(), e.getMessage());
        }
    }

    private Rule.Fix fix(Node node) {
        if (node == null) {
            return null;
        }
        Fields fields = Fields.of(node, "a fix", problems);
        String set = fields.requiredText("set");
        if (!set.isEmpty()) {
            path(fields, fields.optional("set"), set);
        }
        Node to = fields.required("to");
        fields.finish();
        return to == null ? null : new Rule.Fix(set, ValueJson.compact(NodeValues.of(to)));
    }

    private Rule.Example example(Node node) {
        Fields fields = Fields.of(node, "an example", problems);
        String language = fields.choice("language", RuleFileReader::language);
        Verdict verdict = fields.choice("verdict", RuleFileReader::verdict);
        String code = fields.requiredText("code");
        fields.finish();
        return new Rule.Example(language == null ? "" : language, verdict == null ? Verdict.FAIL : verdict, code);
    }

    private static Optional<String> language(String text) {
        return Arrays.stream(Dialect.values())
                .map(Dialect::id)
                .filter(text::equals)
                .findFirst();
    }

    private static Optional<Verdict> verdict(String text) {
        return switch (text) {
            case "pass" -> Optional.of(Verdict.PASS);
            case "fail" -> Optional.of(Verdict.FAIL);
            case "unknown" -> Optional.of(Verdict.UNKNOWN);
            default -> Optional.empty();
        };
    }
}
