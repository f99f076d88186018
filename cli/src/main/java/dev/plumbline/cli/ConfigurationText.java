package dev.plumbline.cli;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.configuration.Configuration;
import dev.plumbline.rules.configuration.Key;
import dev.plumbline.rules.configuration.Setting;
import dev.plumbline.rules.policy.Assignment;
import dev.plumbline.rules.policy.ConfiguredExemption;
import dev.plumbline.rules.policy.ExemptionLimits;
import dev.plumbline.rules.policy.ScopedPolicy;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A configuration for people: a line for each value, with where it comes from. */
final class ConfigurationText {
    private static final int WIDTH = 46;

    private final Configuration configuration;
    private final PrintWriter out;

    ConfigurationText(Configuration configuration, PrintWriter out) {
        this.configuration = configuration;
        this.out = out;
    }

    void print() {
        out.println("Files: "
                + (configuration.files().isEmpty() ? "none" : Neutral.line(String.join(", ", configuration.files()))));
        out.println();
        Key.ALL.forEach(this::setting);
        for (ScopedPolicy scoped : configuration.policy().scopes()) {
            out.println();
            out.println("Policy of the " + Neutral.line(scoped.scope().label()));
            scoped.initiatives().forEach(initiative -> line("  initiative " + initiative.id(), initiative.title()));
            scoped.assignments().forEach(this::assignment);
            scoped.limits().forEach(this::limits);
            scoped.exemptions().forEach(this::exemption);
        }
        if (!configuration.problems().isEmpty()) {
            out.println();
            for (Diagnostic problem : configuration.problems()) {
                out.println(Neutral.line("%s: %s: %s%s"
                        .formatted(
                                problem.range(),
                                problem.severity().name().toLowerCase(Locale.ROOT),
                                problem.summary(),
                                problem.detail().isEmpty() ? "" : ". " + problem.detail())));
            }
        }
    }

    private <T> void setting(Key<T> key) {
        for (Setting<T> part : configuration.effective().parts(key)) {
            for (String value : ConfigurationValues.lines(part.value(), configuration.base())) {
                line(
                        "%s: %s%s".formatted(key, value, part.open() ? " (open)" : ""),
                        part.source().toString());
            }
        }
    }

    private void assignment(Assignment assignment) {
        List<String> words = new ArrayList<>();
        if (assignment.effect() != null) {
            words.add(assignment.effect().id());
        }
        if (assignment.severity() != null) {
            words.add("severity " + assignment.severity().id());
        }
        words.add(
                assignment.initiative().isEmpty()
                        ? String.join(", ", assignment.rules())
                        : "initiative " + assignment.initiative());
        if (assignment.open()) {
            words.add("(open)");
        }
        line("  " + String.join(" ", words), assignment.range().toString());
    }

    private void limits(ExemptionLimits limits) {
        List<String> words = new ArrayList<>();
        if (!limits.inline()) {
            words.add("not in the source");
        }
        if (!limits.rules().isEmpty()) {
            words.add("not of " + String.join(", ", limits.rules()));
        }
        if (limits.maxDays() != null) {
            words.add("for %d days at most".formatted(limits.maxDays()));
        }
        if (limits.owner()) {
            words.add("with an owner");
        }
        line("  exemptions " + String.join(", ", words), limits.range().toString());
    }

    private void exemption(ConfiguredExemption configured) {
        List<String> words = new ArrayList<>(List.of(
                configured.exemption().category().id(),
                String.join(", ", configured.exemption().rules())));
        if (!configured.resources().isEmpty()) {
            words.add("of " + String.join(", ", configured.resources()));
        }
        if (!configured.paths().isEmpty()) {
            words.add("in "
                    + String.join(
                            ", ",
                            configured.paths().stream().map(Object::toString).toList()));
        }
        if (configured.exemption().until() != null) {
            words.add("until " + configured.exemption().until());
        }
        line(
                "  exempt: " + String.join(" ", words),
                configured.exemption().range().toString());
    }

    private void line(String left, String right) {
        out.println(Neutral.line(left) + " ".repeat(Math.max(2, WIDTH - left.length())) + Neutral.line(right));
    }
}
