package dev.plumbline.rules;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.rules.exemption.Exempter;
import dev.plumbline.rules.exemption.ExemptionOptions;
import dev.plumbline.rules.policy.Decision;
import dev.plumbline.rules.policy.Effect;
import dev.plumbline.rules.policy.Policy;
import dev.plumbline.rules.policy.PolicyResolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Applies a policy, and the exemptions that it lets hold, to the findings of a scan. */
final class PolicyApplication {
    private final Policy policy;
    private final RuleNames names;
    private final PolicyResolver resolver;

    PolicyApplication(Policy policy, RuleNames names) {
        this.policy = policy;
        this.names = names;
        this.resolver = new PolicyResolver(policy, names);
    }

    /**
     * @param findings those of rules that are not disabled where their resource is, in {@link Finding}'s order
     * @param diagnostics what is to be told of the policy and of exemptions
     */
    record Outcome(List<Finding> findings, List<Diagnostic> diagnostics) {
        Outcome {
            findings = List.copyOf(findings);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * Decides about each finding, and exempts what is exempted.
     *
     * @param exemptions those that are written in the source
     * @param scanned as {@link Exempter#apply} has it
     */
    Outcome apply(
            Collection<Exemption> exemptions,
            List<Finding> findings,
            ExemptionOptions options,
            Collection<String> scanned) {
        List<Finding> decided = policy.isEmpty()
                ? findings
                : findings.stream().map(this::decided).sorted().toList();
        // Rules that are disabled go last: exemptions of theirs are not without use because of that.
        Exempter.Outcome exempted = Exempter.apply(exemptions, policy, decided, names, options, scanned);
        List<Diagnostic> diagnostics = new ArrayList<>(exempted.diagnostics());
        diagnostics.addAll(resolver.diagnostics());
        return new Outcome(
                exempted.findings().stream()
                        .filter(finding -> finding.effect() != Effect.DISABLED)
                        .toList(),
                diagnostics);
    }

    /** Whether a rule says nothing of what is written in a file. */
    boolean disables(Rule rule, String file) {
        if (policy.isEmpty()) {
            return false;
        }
        Decision decision = resolver.decide(rule, file).decision();
        return decision != null && decision.effect() == Effect.DISABLED;
    }

    private Finding decided(Finding finding) {
        PolicyResolver.Outcome outcome =
                resolver.decide(finding.rule(), finding.resource().range().file());
        return outcome.decision() == null && outcome.rule() == finding.rule()
                ? finding
                : finding.decidedBy(outcome.rule(), outcome.decision());
    }
}
