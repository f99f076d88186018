package dev.plumbline.rules.engine;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Identity;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.engine.RuleSet.Applicable;
import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Expression;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.lifecycle.EndOfLife;
import dev.plumbline.rules.view.Views;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Applies rules to the resources of a unit, in each of its worlds. Keeps no state from one unit to the next. */
public final class Assessor {
    private final RuleSet rules;
    private final LocalDate today;

    /** @param today the day by which versions are supported or not */
    public Assessor(RuleSet rules, LocalDate today) {
        this.rules = rules;
        this.today = today;
    }

    /** One that judges by the day of the data on versions. */
    public Assessor(RuleSet rules) {
        this(rules, EndOfLife.builtIn().asOf());
    }

    /** Never throws for what the rules or the resources hold: a rule that cannot be evaluated is a diagnostic. */
    public Assessment assess(ScanUnit unit) {
        List<ScanUnit.World> worlds = unit.worlds();
        Answers answers = new Answers(worlds);
        TreeSet<Diagnostic> errors = new TreeSet<>();
        for (int i = 0; i < worlds.size(); i++) {
            ScanUnit.World world = worlds.get(i);
            Scope around = Scope.of(world.graph(), today, "resource", Null.NULL);
            for (Resource resource : world.graph().judged()) {
                for (Applicable applicable : rules.about(resource)) {
                    List<Finding> found = assess(unit, around, resource, applicable, errors);
                    if (!found.isEmpty()) {
                        answers.add(i, identity(applicable, resource, ""), found);
                    }
                }
            }
        }
        return new Assessment(answers.merged(), List.copyOf(errors));
    }

    /** @return one finding, or one for each element of a list that fails; none where the rule does not apply */
    private List<Finding> assess(
            ScanUnit unit, Scope around, Resource resource, Applicable applicable, Collection<Diagnostic> errors) {
        Object view = Views.of(resource);
        Scope scope = around.about(view);
        Object applies = true;
        Object holds;
        try {
            Expression when = applicable.conditions().when();
            applies = when == null ? true : when.evaluate(scope);
            if (applies.equals(false)) {
                return List.of();
            }
            scope = around.about(view);
            holds = applicable.conditions().require().evaluate(scope);
        } catch (EvaluationException e) {
            holds = e;
        } catch (RuntimeException | StackOverflowError e) {
            holds = new EvaluationException(e.getClass().getSimpleName());
        }
        if (!(holds instanceof Boolean) && !(holds instanceof UnknownValue)) {
            errors.add(ruleError(applicable.rule(), resource, holds));
            return List.of(unknown(unit, resource, applicable, "the rule cannot be evaluated"));
        }
        UnknownValue undecided = holds instanceof UnknownValue value
                ? value
                : applies instanceof UnknownValue value && holds.equals(false) ? value : null;
        if (undecided != null) {
            return List.of(
                    unknown(unit, resource, applicable, undecided.unknown().reason()));
        }
        if (holds.equals(true)) {
            Place place = Place.find(resource, applicable.paths(), null);
            return List.of(finding(unit, resource, applicable, Verdict.PASS, "", place, ""));
        }
        List<Finding> failures = new ArrayList<>();
        for (FailingElements.Element element : FailingElements.of(resource, applicable, scope)) {
            Place place = Place.find(resource, applicable.paths(), element.decisive());
            failures.add(
                    finding(unit, resource, applicable, Verdict.FAIL, element.explanation(), place, element.key()));
        }
        return failures;
    }

    private static Finding unknown(ScanUnit unit, Resource resource, Applicable applicable, String reason) {
        Place place = Place.find(resource, applicable.paths(), null);
        return finding(unit, resource, applicable, Verdict.UNKNOWN, reason, place, "");
    }

    private static Finding finding(
            ScanUnit unit,
            Resource resource,
            Applicable applicable,
            Verdict verdict,
            String reason,
            Place place,
            String element) {
        return new Finding(
                applicable.rule(),
                resource,
                unit.path(),
                verdict,
                verdict == Verdict.FAIL && applicable.check().traced() ? place.source() : place.range(),
                place.attribute(),
                reason,
                Worlds.existence(resource, verdict),
                place.origin(),
                identity(applicable, resource, element));
    }

    private static Identity identity(Applicable applicable, Resource resource, String element) {
        String attribute =
                applicable.paths().isEmpty() ? "" : applicable.paths().get(0);
        return new Identity(applicable.rule().id(), resource.address(), attribute, element);
    }

    private static Diagnostic ruleError(Rule rule, Resource resource, Object outcome) {
        String why = outcome instanceof EvaluationException e ? e.getMessage() : "the condition is not true or false";
        return Diagnostic.error(
                "rule-error",
                "Rule " + rule.id() + " cannot be evaluated for " + resource.address(),
                why,
                resource.header());
    }
}
