package dev.plumbline.rules.policy;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.exemption.Spelling;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.RuleNames;
import dev.plumbline.rules.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides what holds for a rule at some place. Scopes are asked from the outermost inwards: each may ask for more than
 * what it inherits, and for less only where that was left open.
 */
public final class PolicyResolver {
    /** Of so many rules a message tells the names. */
    private static final int NAMED = 3;

    private final Policy policy;
    private final RuleNames names;
    private final Memberships memberships;
    private final Map<String, List<ScopedPolicy>> chains = new HashMap<>();
    private final Map<List<ScopedPolicy>, Map<String, Outcome>> decided = new IdentityHashMap<>();
    private final Map<Assignment, Map<SourceRange, Refusal>> refusals = new IdentityHashMap<>();

    /**
     * What holds for a rule.
     *
     * @param rule the rule, with the severity that it has there
     * @param decision who decides about its effect, or null where no scope does
     */
    public record Outcome(Rule rule, Decision decision) {}

    /** What an outer scope has fixed, which inner ones may not go below. */
    private record Floor<T>(T value, Scope scope, SourceRange range) {}

    private record Refusal(Scope by, String asked, Set<String> rules) {}

    public PolicyResolver(Policy policy, RuleNames names) {
        this.policy = policy;
        this.names = names;
        this.memberships = new Memberships(names);
    }

    /** What holds for a rule where the resource is written that it judges. */
    public Outcome decide(Rule rule, String file) {
        String directory = file.substring(0, file.lastIndexOf('/') + 1);
        // Files of one directory are in the same scopes, and so are those of directories without a policy of their own.
        List<ScopedPolicy> chain = chains.computeIfAbsent(directory, key -> known(policy.around(file)));
        return decided.get(chain).computeIfAbsent(rule.id(), key -> decide(rule, chain));
    }

    private List<ScopedPolicy> known(List<ScopedPolicy> chain) {
        for (List<ScopedPolicy> other : decided.keySet()) {
            if (other.equals(chain)) {
                return other;
            }
        }
        decided.put(chain, new HashMap<>());
        return chain;
    }

    private Outcome decide(Rule rule, List<ScopedPolicy> chain) {
        Decision decision = null;
        Severity severity = rule.severity();
        Floor<Effect> leastEffect = null;
        Floor<Severity> leastSeverity = null;
        for (int i = 0; i < chain.size(); i++) {
            Scope scope = chain.get(i).scope();
            Assignment effect = null;
            Assignment grave = null;
            for (Assignment assignment : chain.get(i).assignments()) {
                if (memberships.speaksOf(assignment, rule, chain.subList(0, i + 1))) {
                    effect = assignment.effect() == null ? effect : assignment;
                    grave = assignment.severity() == null ? grave : assignment;
                }
            }
            if (effect != null && leastEffect != null && effect.effect().isLaxerThan(leastEffect.value())) {
                refuse(effect, leastEffect, "effect " + effect.effect().id(), rule);
            } else if (effect != null) {
                // Whoever asks again for what holds already does not decide.
                if (decision == null || decision.effect() != effect.effect()) {
                    decision = new Decision(effect.effect(), scope, effect.range());
                }
                leastEffect = effect.open() ? leastEffect : new Floor<>(effect.effect(), scope, effect.range());
            }
            if (grave != null && leastSeverity != null && !grave.severity().atLeast(leastSeverity.value())) {
                refuse(grave, leastSeverity, "severity " + grave.severity().id(), rule);
            } else if (grave != null) {
                severity = grave.severity();
                leastSeverity = grave.open() ? leastSeverity : new Floor<>(severity, scope, grave.range());
            }
        }
        return new Outcome(rule.withSeverity(severity), decision);
    }

    private void refuse(Assignment assignment, Floor<?> floor, String asked, Rule rule) {
        refusals.computeIfAbsent(assignment, key -> new TreeMap<>())
                .computeIfAbsent(floor.range(), key -> new Refusal(floor.scope(), asked, new TreeSet<>()))
                .rules()
                .add(rule.id());
    }

    /**
     * What is to be told: of what was asked in vain until now, of rules that there are not, and of initiatives that there
     * are not, which is an error.
     */
    public List<Diagnostic> diagnostics() {
        Collection<Diagnostic> diagnostics = new TreeSet<>();
        refusals.forEach(
                (assignment, byFloor) -> byFloor.forEach((range, refusal) -> diagnostics.add(Diagnostic.warning(
                        "policy-refused",
                        "The " + refusal.asked() + " is refused",
                        "The policy of the %s asks for more at %s, and does not leave it open: %s."
                                .formatted(refusal.by().label(), range, listed(refusal.rules())),
                        assignment.range()))));
        for (ScopedPolicy scoped : policy.scopes()) {
            List<ScopedPolicy> visible = policy.scopes().stream()
                    .filter(outer -> outer.scope().contains(scoped.scope()))
                    .toList();
            for (Assignment assignment : scoped.assignments()) {
                assignment.rules().forEach(name -> checkRule(name, assignment.range(), diagnostics));
                assignment.parameters().except().forEach(name -> checkRule(name, assignment.range(), diagnostics));
                if (!assignment.initiative().isEmpty()) {
                    checkInitiative(assignment.initiative(), visible, assignment.range(), diagnostics);
                }
            }
        }
        return List.copyOf(diagnostics);
    }

    private void checkRule(String name, SourceRange range, Collection<Diagnostic> diagnostics) {
        if (names.find(name).isEmpty()) {
            diagnostics.add(Diagnostic.warning(
                    "policy-unknown-rule",
                    "Policy about the unknown rule " + name,
                    "It says nothing as it is." + names.hint(name),
                    range));
        }
    }

    private static void checkInitiative(
            String id, List<ScopedPolicy> visible, SourceRange range, Collection<Diagnostic> diagnostics) {
        if (Memberships.initiative(id, visible).isEmpty()) {
            List<String> known = new ArrayList<>(Initiative.BUILT_IN.keySet());
            visible.forEach(scoped -> scoped.initiatives().forEach(initiative -> known.add(initiative.id())));
            diagnostics.add(Diagnostic.error(
                    Policy.CONFIGURATION_ERROR,
                    "There is no initiative " + id,
                    ("There are %s." + Spelling.hint(id, known)).formatted(String.join(", ", known)),
                    range));
        }
    }

    private static String listed(Set<String> rules) {
        String first = String.join(", ", rules.stream().limit(NAMED).toList());
        return rules.size() <= NAMED ? first : first + " and %d more".formatted(rules.size() - NAMED);
    }
}
