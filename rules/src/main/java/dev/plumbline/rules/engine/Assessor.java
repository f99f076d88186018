package dev.plumbline.rules.engine;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.engine.RuleSet.Applicable;
import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Expression;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.view.Views;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Applies rules to the resources of a unit, in each of its worlds. Keeps no state from one unit to the next. */
public final class Assessor {
    private final RuleSet rules;

    public Assessor(RuleSet rules) {
        this.rules = rules;
    }

    /** Never throws for what the rules or the resources hold: a rule that cannot be evaluated is a diagnostic. */
    public Assessment assess(ScanUnit unit) {
        List<ScanUnit.World> worlds = unit.worlds();
        Map<String, Finding[]> byFingerprint = new LinkedHashMap<>();
        TreeSet<Diagnostic> errors = new TreeSet<>();
        for (int i = 0; i < worlds.size(); i++) {
            int number = i;
            ScanUnit.World world = worlds.get(i);
            Map<String, Finding> inWorld = new LinkedHashMap<>();
            for (Resource resource : world.graph().resources()) {
                for (Applicable applicable : rules.about(resource)) {
                    Finding finding = assess(unit, world, resource, applicable, errors);
                    if (finding != null) {
                        inWorld.merge(finding.fingerprint(), finding, Assessor::worse);
                    }
                }
            }
            inWorld.forEach((fingerprint, finding) ->
                    byFingerprint.computeIfAbsent(fingerprint, key -> new Finding[worlds.size()])[number] = finding);
        }
        return new Assessment(
                byFingerprint.values().stream()
                        .map(found -> Worlds.merge(worlds, found))
                        .sorted()
                        .toList(),
                List.copyOf(errors));
    }

    private static Finding assess(
            ScanUnit unit,
            ScanUnit.World world,
            Resource resource,
            Applicable applicable,
            Collection<Diagnostic> errors) {
        Rule.Check check = applicable.check();
        Scope scope = Scope.of(world.graph(), "resource", Views.of(resource));
        Object applies = true;
        Object holds;
        try {
            Expression when = applicable.conditions().when();
            applies = when == null ? true : when.evaluate(scope);
            if (applies.equals(false)) {
                return null;
            }
            scope = Scope.of(world.graph(), "resource", Views.of(resource));
            holds = applicable.conditions().require().evaluate(scope);
        } catch (EvaluationException e) {
            holds = e;
        } catch (RuntimeException | StackOverflowError e) {
            holds = new EvaluationException(e.getClass().getSimpleName());
        }
        if (!(holds instanceof Boolean) && !(holds instanceof UnknownValue)) {
            errors.add(ruleError(applicable.rule(), resource, holds));
            return finding(unit, resource, applicable, Verdict.UNKNOWN, "the rule cannot be evaluated", scope);
        }
        UnknownValue undecided = holds instanceof UnknownValue value
                ? value
                : applies instanceof UnknownValue value && holds.equals(false) ? value : null;
        if (undecided != null) {
            return finding(
                    unit,
                    resource,
                    applicable,
                    Verdict.UNKNOWN,
                    undecided.unknown().reason(),
                    scope);
        }
        Verdict verdict = holds.equals(true) ? Verdict.PASS : Verdict.FAIL;
        return finding(unit, resource, applicable, verdict, "", scope);
    }

    private static Finding finding(
            ScanUnit unit, Resource resource, Applicable applicable, Verdict verdict, String reason, Scope scope) {
        String at = applicable.check().at();
        Place place = Place.find(resource, at, verdict == Verdict.FAIL ? scope.decisive() : null);
        String attribute = at.isEmpty() ? "" : Rule.Check.alternatives(at).get(0);
        return new Finding(
                applicable.rule(),
                resource,
                unit.path(),
                verdict,
                place.range(),
                place.attribute(),
                reason,
                Worlds.existence(resource, verdict),
                place.origin(),
                Fingerprint.of(applicable.rule().id(), unit.path(), resource.address(), attribute));
    }

    private static Diagnostic ruleError(Rule rule, Resource resource, Object outcome) {
        String why = outcome instanceof EvaluationException e ? e.getMessage() : "the condition is not true or false";
        return Diagnostic.error(
                "rule-error",
                "Rule " + rule.id() + " cannot be evaluated for " + resource.address(),
                why,
                resource.header());
    }

    /** Several checks of a rule may speak of one attribute of a resource: the worst verdict counts. */
    static Finding worse(Finding left, Finding right) {
        return Worlds.gravity(right.verdict()) > Worlds.gravity(left.verdict()) ? right : left;
    }
}
