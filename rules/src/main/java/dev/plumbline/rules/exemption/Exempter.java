package dev.plumbline.rules.exemption;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Exemption.Reach;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.exemption.Spelling;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Applies exemptions to findings. A finding that fails or is unknown is exempted by the innermost exemption of its rule
 * that covers where it points, else its resource, else a call that leads to that; passes need none.
 */
public final class Exempter {
    /** The code of the warning about an exemption that exempts nothing. */
    public static final String UNUSED = "exemption-unused";

    /** To look for what somebody meant takes a while. */
    private static final int MAX_HINTS = 100;

    private final RuleNames applied;
    private final Supplier<RuleNames> all;
    private final ExemptionOptions options;
    private final ScopeIndex index = new ScopeIndex();
    private final Set<Exemption> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int hints;

    private Exempter(RuleNames applied, Supplier<RuleNames> all, ExemptionOptions options) {
        this.applied = applied;
        this.all = all;
        this.options = options;
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
     * Applies what is written.
     *
     * @param rules those that were applied
     * @param others the rules of which nothing in the scan speaks; asked for only where an exemption names none of
     *     {@code rules}
     */
    public static Outcome apply(
            Collection<Exemption> exemptions,
            List<Finding> findings,
            Collection<Rule> rules,
            Supplier<? extends Collection<Rule>> others,
            ExemptionOptions options) {
        if (exemptions.isEmpty()) {
            return new Outcome(findings, List.of());
        }
        RuleNames[] known = new RuleNames[1];
        Supplier<RuleNames> all = () -> {
            if (known[0] == null) {
                List<Rule> both = new ArrayList<>(rules);
                both.addAll(others.get());
                known[0] = new RuleNames(both);
            }
            return known[0];
        };
        Exempter exempter = new Exempter(new RuleNames(rules), all, options);
        List<Exemption> valid =
                exemptions.stream().distinct().sorted().filter(exempter::add).toList();
        List<Finding> outcome = findings.stream().map(exempter::exempted).toList();
        valid.stream()
                .filter(exemption -> !exemption.isForeign() && !exempter.used.contains(exemption))
                .forEach(exempter::unused);
        return new Outcome(outcome, exempter.diagnostics);
    }

    /** @return whether it holds */
    private boolean add(Exemption exemption) {
        if (exemption.isForeign() && !options.foreign()) {
            return false;
        }
        Set<String> rules = new TreeSet<>();
        for (String name : exemption.rules()) {
            if (name.equals(Exemption.EVERY_RULE)) {
                rules.add(name);
            } else if (exemption.isForeign()) {
                rules.addAll(applied.findForeign(name));
            } else {
                Set<String> found = applied.find(name);
                found = found.isEmpty() ? all.get().find(name) : found;
                if (found.isEmpty()) {
                    unknown(exemption, name);
                    return false;
                }
                rules.addAll(found);
            }
        }
        // Another scanner's suppression of what no rule of ours is about is none of our business.
        if (rules.isEmpty()) {
            return false;
        }
        if (exemption.expired(options.today())) {
            expired(exemption);
            return false;
        }
        rules.forEach(rule -> index.add(rule, exemption));
        return true;
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
        return found.isEmpty() ? finding : finding.exemptedBy(found.get(0));
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
                there.add(entry.exemptions().get(0));
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

    private void unknown(Exemption exemption, String name) {
        String hint = hints++ < MAX_HINTS ? Spelling.hint(name, all.get().all()) : "";
        warn(
                "exemption-unknown-rule",
                "Exemption of the unknown rule " + name,
                "It exempts nothing as it is." + hint,
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

    private void unused(Exemption exemption) {
        SourceRange scope = exemption.scope();
        warn(
                UNUSED,
                "Exemption that exempts nothing",
                "Nothing that it covers, in lines %d to %d, fails %s. Remove it, or move it to what it is about."
                        .formatted(scope.startLine(), scope.endLine(), String.join(", ", exemption.rules())),
                exemption);
    }

    private void warn(String code, String summary, String detail, Exemption exemption) {
        diagnostics.add(Diagnostic.warning(code, summary, detail, exemption.range()));
    }
}
