package dev.plumbline.rules.exemption;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.rules.RuleNames;
import dev.plumbline.rules.policy.ExemptionLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells which exemptions hold: of rules that there are, not expired, and within what policy lets be exempted. */
final class Admission {
    private final RuleNames names;
    private final ExemptionOptions options;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Admission(RuleNames names, ExemptionOptions options) {
        this.names = names;
        this.options = options;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * The ids of the rules that an exemption exempts, {@link Exemption#EVERY_RULE} among them where it is of all; empty
     * where it does not hold.
     *
     * @param limits those of the scopes around it
     */
    Set<String> admit(Exemption exemption, List<ExemptionLimits> limits) {
        if (exemption.isForeign() && !options.foreign()) {
            return Set.of();
        }
        Set<String> rules = new TreeSet<>();
        for (String name : exemption.rules()) {
            if (name.equals(Exemption.EVERY_RULE)) {
                rules.add(name);
            } else if (exemption.isForeign()) {
                rules.addAll(names.findForeign(name));
            } else {
                Set<String> found = names.find(name);
                if (found.isEmpty()) {
                    unknown(exemption, name);
                    return Set.of();
                }
                rules.addAll(found);
            }
        }
        // Another scanner's suppression of what no rule of ours is about is none of our business.
        if (rules.isEmpty()) {
            return rules;
        }
        if (exemption.expired(options.today())) {
            expired(exemption);
            return Set.of();
        }
        for (ExemptionLimits limit : limits) {
            String why = refusal(exemption, limit);
            if (!why.isEmpty()) {
                forbidden(exemption, limit, why);
                return Set.of();
            }
            Set<String> refused = forbiddenRules(List.of(limit));
            refused.retainAll(rules);
            if (!refused.isEmpty()) {
                forbidden(exemption, limit, String.join(", ", refused) + " may not be exempted");
                rules.removeAll(refused);
            }
        }
        return rules;
    }

    /** The ids of the rules that may not be exempted. */
    Set<String> forbiddenRules(List<ExemptionLimits> limits) {
        Set<String> rules = new TreeSet<>();
        limits.forEach(limit -> limit.rules().forEach(name -> rules.addAll(names.find(name))));
        return rules;
    }

    private String refusal(Exemption exemption, ExemptionLimits limit) {
        if (!limit.inline() && exemption.syntax() != Exemption.Syntax.CONFIGURATION) {
            return "what is written in the source may not exempt";
        }
        if (limit.owner() && exemption.owner().isBlank()) {
            return "an owner has to be named";
        }
        if (limit.maxDays() != null) {
            LocalDate last = options.today().plusDays(limit.maxDays());
            if (exemption.until() == null || exemption.until().isAfter(last)) {
                return "it has to end within %d days, by %s".formatted(limit.maxDays(), last);
            }
        }
        return "";
    }

    /** Says that an exemption, or a part of it, is not let hold. */
    void forbidden(Exemption exemption, ExemptionLimits limit, String why) {
        warn(
                "exemption-forbidden",
                "Exemption that policy does not allow",
                "It exempts nothing of that kind: %s (%s).".formatted(why, limit.range()),
                exemption);
    }

    /** Says that nothing that an exemption covers needs it. */
    void unused(Exemption exemption) {
        String where = exemption.syntax() == Exemption.Syntax.CONFIGURATION
                ? ""
                : ", in lines %d to %d,"
                        .formatted(
                                exemption.scope().startLine(), exemption.scope().endLine());
        warn(
                Exempter.UNUSED,
                "Exemption that exempts nothing",
                "Nothing that it covers%s fails %s. Remove it, or move it to what it is about."
                        .formatted(where, String.join(", ", exemption.rules())),
                exemption);
    }

    private void unknown(Exemption exemption, String name) {
        warn(
                "exemption-unknown-rule",
                "Exemption of the unknown rule " + name,
                "It exempts nothing as it is." + names.hint(name),
                exemption);
    }

    private void expired(Exemption exemption) {
        warn(
                "exemption-expired",
                "Exemption that ended on " + exemption.until(),
                "What it exempted counts again: %s. Follow the recommendation, or decide anew and set another day."
                        .formatted(String.join(", ", exemption.rules())),
                exemption);
    }

    private void warn(String code, String summary, String detail, Exemption exemption) {
        diagnostics.add(Diagnostic.warning(code, summary, detail, exemption.range()));
    }
}
