package dev.plumbline.rules.configuration;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.Glob;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.policy.Assignment;
import dev.plumbline.rules.policy.ConfiguredExemption;
import dev.plumbline.rules.policy.Effect;
import dev.plumbline.rules.policy.ExemptionLimits;
import dev.plumbline.rules.policy.Initiative;
import dev.plumbline.rules.policy.Parameters;
import dev.plumbline.rules.policy.Scope;
import dev.plumbline.rules.policy.ScopedPolicy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys of a file that say what is asked and what is exempted: {@code policy}, {@code initiatives}, {@code exemptions}. */
final class PolicySection {
    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_REASON = 1_000;
    private static final int MAX_DAYS = 36_500;

    private static final List<String> EFFECTS =
            Arrays.stream(Effect.values()).map(Effect::id).toList();
    private static final List<String> CATEGORIES = Arrays.stream(Exemption.Category.values())
            .map(Exemption.Category::id)
            .toList();

    private final Scope scope;
    private final List<Diagnostic> problems;

    PolicySection(Scope scope, List<Diagnostic> problems) {
        this.scope = scope;
        this.problems = problems;
    }

    ScopedPolicy read(Section root) {
        return new ScopedPolicy(scope, initiatives(root), assignments(root), exemptions(root), limits(root));
    }

    private List<Initiative> initiatives(Section root) {
        List<Initiative> initiatives = new ArrayList<>();
        Optional<Section> section = root.section("initiatives");
        if (section.isEmpty()) {
            return initiatives;
        }
        for (Node.Member member : section.get().members()) {
            if (Initiative.BUILT_IN.containsKey(member.key())) {
                root.problem(
                        member.keyRange(),
                        "The initiative %s is built in".formatted(member.key()),
                        "Take another name.");
            }
            Section.of(member.value(), "the initiative " + member.key(), problems::add)
                    .ifPresent(fields -> {
                        List<String> benchmarks = Initiative.BUILT_IN.keySet().stream()
                                .filter(id -> !id.equals(Initiative.BASELINE))
                                .toList();
                        initiatives.add(new Initiative(
                                member.key(),
                                fields.text("title").orElse(""),
                                fields.texts("rules"),
                                fields.choice(
                                                "benchmark",
                                                text -> Optional.of(text).filter(benchmarks::contains),
                                                benchmarks)
                                        .orElse(""),
                                fields.texts("initiatives"),
                                parameters(fields)));
                        fields.finish();
                    });
        }
        return initiatives;
    }

    private static Parameters parameters(Section section) {
        Optional<Section> fields = section.section("parameters");
        if (fields.isEmpty()) {
            return Parameters.NONE;
        }
        Parameters parameters = new Parameters(
                fields.get().texts("controls"),
                severity(fields.get()),
                fields.get().texts("except"));
        fields.get().finish();
        return parameters;
    }

    private static Severity severity(Section fields) {
        return fields.choice("severity", Severity::of, ConfigurationReader.SEVERITIES)
                .orElse(null);
    }

    private static List<Assignment> assignments(Section root) {
        List<Assignment> assignments = new ArrayList<>();
        for (Section fields : root.sections("policy", MAX_ENTRIES)) {
            List<String> rules = fields.texts("rules");
            String initiative = fields.text("initiative").orElse("");
            Parameters parameters = parameters(fields);
            Optional<Effect> effect = fields.choice("effect", Effect::of, EFFECTS);
            Severity severity = severity(fields);
            boolean open = fields.flag("open").orElse(false);
            fields.finish();
            if (rules.isEmpty() == initiative.isEmpty()) {
                fields.problem(
                        fields.range(),
                        "An entry of policy speaks of rules or of an initiative",
                        "Name one of the two.");
            } else if (initiative.isEmpty() && !parameters.equals(Parameters.NONE)) {
                fields.problem(fields.range(), "Only an initiative has parameters", "");
            } else if (effect.isEmpty() && severity == null) {
                fields.problem(fields.range(), "An entry of policy sets an effect or a severity", "");
            } else {
                assignments.add(new Assignment(
                        rules, initiative, parameters, effect.orElse(null), severity, open, fields.range()));
            }
        }
        return assignments;
    }

    private List<ConfiguredExemption> exemptions(Section root) {
        List<ConfiguredExemption> exemptions = new ArrayList<>();
        for (Section fields : root.sections("exemptions", MAX_ENTRIES)) {
            int before = problems.size();
            List<String> rules = fields.texts("rules");
            List<String> resources = fields.texts("resources");
            List<Glob> paths = paths(fields);
            Optional<String> reason = fields.text("reason");
            Exemption.Category category = fields.choice("category", PolicySection::category, CATEGORIES)
                    .orElse(Exemption.Category.WAIVER);
            Optional<Node> untilNode = fields.node("until");
            Optional<LocalDate> until =
                    fields.text("until").flatMap(text -> day(text, fields, untilNode.orElseThrow()));
            String owner = fields.text("owner").orElse("");
            fields.finish();
            if (rules.isEmpty()) {
                fields.problem(fields.range(), "An exemption names rules", "Write rules: [\"*\"] for all of them.");
            } else if (reason.isEmpty()) {
                fields.problem(fields.range(), "An exemption needs a reason", "");
            } else if (reason.get().length() > MAX_REASON) {
                fields.problem(fields.range(), "A reason has at most %,d characters".formatted(MAX_REASON), "");
            } else if (problems.size() == before) {
                // What is only half understood would exempt more than what is meant.
                SourceRange range = fields.range();
                exemptions.add(new ConfiguredExemption(
                        new Exemption(
                                Exemption.Syntax.CONFIGURATION,
                                rules,
                                category,
                                reason.get(),
                                until.orElse(null),
                                owner,
                                range,
                                Exemption.Reach.FILE,
                                range),
                        resources,
                        paths));
            }
        }
        return exemptions;
    }

    private static Optional<LocalDate> day(String text, Section fields, Node at) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            fields.problem(at.range(), "until is a day like 2027-01-31", "");
            return Optional.empty();
        }
    }

    private static Optional<Exemption.Category> category(String id) {
        return Arrays.stream(Exemption.Category.values())
                .filter(category -> category.id().equals(id))
                .findFirst();
    }

    private List<Glob> paths(Section fields) {
        List<Glob> globs = new ArrayList<>();
        for (Node.Scalar item : fields.items("paths")) {
            try {
                globs.add(Glob.in(scope.directory(), item.text().strip()));
            } catch (IllegalArgumentException e) {
                fields.problem(item.range(), e.getMessage(), "Write it like **/sandbox/** or modules/legacy.");
            }
        }
        return globs;
    }

    private static List<ExemptionLimits> limits(Section root) {
        List<ExemptionLimits> limits = new ArrayList<>();
        root.section("exemption-limits").ifPresent(fields -> {
            limits.add(new ExemptionLimits(
                    fields.flag("inline").orElse(true),
                    fields.texts("rules"),
                    fields.whole("max-days", MAX_DAYS).orElse(null),
                    fields.flag("owner").orElse(false),
                    fields.range()));
            fields.finish();
        });
        return limits;
    }
}
