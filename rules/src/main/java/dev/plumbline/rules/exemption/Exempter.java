package dev.plumbline.rules.exemption;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Exemption.Reach;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.RuleNames;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.policy.ConfiguredExemption;
import dev.plumbline.rules.policy.ExemptionLimits;
import dev.plumbline.rules.policy.Policy;
import dev.plumbline.rules.policy.Scope;
import dev.plumbline.rules.policy.ScopedPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Applies exemptions to findings. A finding that fails or is unknown is exempted by the innermost exemption of its rule
 * that covers where it points, else its resource, else a call that leads to that, else by one that is written beside the
 * templates; passes need none.
 */
public final class Exempter {
    /** The code of the warning about an exemption that exempts nothing. */
    public static final String UNUSED = "exemption-unused";

    private final Admission admission;
    private final Policy policy;
    private final ScopeIndex index = new ScopeIndex();
    private final ConfiguredIndex configured = new ConfiguredIndex();
    private final Map<String, List<ExemptionLimits>> limits = new HashMap<>();
    private final Map<Exemption, Set<String>> forbidden = new IdentityHashMap<>();
    private final Set<Exemption> used = Collections.newSetFromMap(new IdentityHashMap<>());

    private Exempter(Policy policy, RuleNames names, ExemptionOptions options) {
        this.policy = policy;
        this.admission = new Admission(names, options);
    }

    /**
     * @param findings all of them, in the order in which they were given, some of them exempted
     * @param diagnostics warnings about exemptions that are of no use
     */
    public record Outcome(List<Finding> findings, List<Diagnostic> diagnostics) {
        public Outcome {
            findings = List.copyOf(findings);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * Applies what is written in the source, and what policy has beside it.
     *
     * @param scanned the files of the scan, where it is one of a part only, so that of an exemption of other files nobody
     *     can say whether it is of use; null where it is of all there are
     */
    public static Outcome apply(
            Collection<Exemption> exemptions,
            Policy policy,
            List<Finding> findings,
            RuleNames names,
            ExemptionOptions options,
            Collection<String> scanned) {
        boolean none =
                policy.scopes().stream().allMatch(scope -> scope.exemptions().isEmpty());
        if (exemptions.isEmpty() && none) {
            return new Outcome(findings, List.of());
        }
        Exempter exempter = new Exempter(policy, names, options);
        List<Exemption> valid =
                exemptions.stream().distinct().sorted().filter(exempter::add).toList();
        exempter.addConfigured();
        List<Finding> outcome = findings.stream().map(exempter::exempted).toList();
        valid.stream()
                .filter(exemption -> !exemption.isForeign() && !exempter.used.contains(exemption))
                .forEach(exempter.admission::unused);
        exempter.configured.entries().stream()
                .filter(entry -> !entry.isUsed()
                        && (scanned == null
                                || (entry.isLimited() && scanned.stream().anyMatch(entry::coversFile))))
                .forEach(entry -> exempter.admission.unused(entry.exemption()));
        return new Outcome(outcome, exempter.admission.diagnostics());
    }

    /** @return whether it holds */
    private boolean add(Exemption exemption) {
        List<ExemptionLimits> around =
                limits.computeIfAbsent(exemption.range().file(), file -> policy.around(file).stream()
                        .flatMap(scope -> scope.limits().stream())
                        .toList());
        Set<String> rules = admission.admit(exemption, around);
        rules.forEach(rule -> index.add(rule, exemption));
        if (rules.contains(Exemption.EVERY_RULE) && !around.isEmpty()) {
            forbidden.put(exemption, admission.forbiddenRules(around));
        }
        return !rules.isEmpty();
    }

    /** The inner scope's count before those of the scopes around it. A scope's own limits are for what is inside of it. */
    private void addConfigured() {
        List<ScopedPolicy> scopes = policy.scopes();
        for (int i = scopes.size() - 1; i >= 0; i--) {
            Scope scope = scopes.get(i).scope();
            List<ExemptionLimits> around = scopes.stream()
                    .filter(outer ->
                            outer.scope().contains(scope) && !outer.scope().equals(scope))
                    .flatMap(outer -> outer.limits().stream())
                    .toList();
            for (ConfiguredExemption exemption : scopes.get(i).exemptions()) {
                Set<String> rules = admission.admit(exemption.exemption(), around);
                if (!rules.isEmpty()) {
                    configured.add(exemption, scope, rules, admission.forbiddenRules(around));
                }
            }
        }
    }

    private Finding exempted(Finding finding) {
        if (finding.verdict() == Verdict.PASS) {
            return finding;
        }
        List<Exemption> found = new ArrayList<>(1);
        SourceRange place = finding.range();
        collect(finding, place, entry -> true, found);
        SourceRange declared = finding.resource().range();
        collect(finding, declared, entry -> entry.reach() != Reach.LINE, found);
        List<Call> calls = finding.resource().calls();
        for (int i = calls.size() - 1; i >= 0; i--) {
            collect(finding, calls.get(i).range(), entry -> entry.reach() == Reach.BLOCK, found);
        }
        Exemption beside = configured.find(finding);
        Exemption by = found.isEmpty() ? beside : found.get(0);
        return by == null ? finding : finding.exemptedBy(by);
    }

    /** Adds the innermost exemption at a place, and notes that all there are of use. */
    private void collect(
            Finding finding, SourceRange place, Predicate<ScopeIndex.Entry> wanted, List<Exemption> found) {
        List<Exemption> there = new ArrayList<>(1);
        for (String rule : List.of(finding.rule().id(), Exemption.EVERY_RULE)) {
            index.around(rule, place, wanted, entry -> {
                if (used.add(entry.exemptions().get(0))) {
                    used.addAll(entry.exemptions());
                }
                Exemption first = entry.exemptions().get(0);
                if (!forbidden
                        .getOrDefault(first, Set.of())
                        .contains(finding.rule().id())) {
                    there.add(first);
                }
            });
        }
        there.stream().reduce(Exempter::inner).ifPresent(found::add);
    }

    /** The inner one of two; of equal scopes the one that is written first. */
    private static Exemption inner(Exemption left, Exemption right) {
        if (left.scope().equals(right.scope())) {
            return left.compareTo(right) <= 0 ? left : right;
        }
        return left.scope().contains(right.scope()) ? right : left;
    }
}
