package dev.plumbline.rules.engine;

import dev.plumbline.iac.Resource;
import dev.plumbline.rules.engine.RuleSet.Applicable;
import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.view.ObjectView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The elements of lists because of which a resource fails: each open ingress rule, not only the first. A condition stops
 * at the first one that decides it; it is asked again without that one for as long as it does not hold.
 */
final class FailingElements {
    /** How many elements of one resource are told of, inclusive. */
    private static final int MAX = 50;

    private FailingElements() {}

    /**
     * @param decisive as {@link Scope#decisive()} has it; null for the resource as a whole
     * @param key tells it from the others of the resource; empty for the resource as a whole
     * @param explanation as {@link Scope#explanation()} has it
     */
    record Element(Object decisive, String key, String explanation) {}

    /**
     * At least one element.
     *
     * @param scope in which the condition was found not to hold
     */
    static List<Element> of(Resource resource, Applicable applicable, Scope scope) {
        List<Element> elements = new ArrayList<>();
        Set<String> told = new HashSet<>();
        Map<String, Integer> keys = new HashMap<>();
        Scope failing = scope;
        while (elements.size() < MAX
                && failing != null
                && failing.decisive() instanceof ObjectView element
                && Place.isOn(resource, applicable.paths(), element)
                && told.add(element.path())) {
            String key = ElementKey.of(resource, element.path());
            int number = keys.merge(key, 1, Integer::sum);
            elements.add(new Element(element, number == 1 ? key : key + "#" + number, failing.explanation()));
            failing = next(applicable, scope.without(other -> isTold(resource, told, other)));
        }
        return elements.isEmpty() ? List.of(new Element(scope.decisive(), "", scope.explanation())) : elements;
    }

    /** The scope after another evaluation; null where the condition does not fail any more. */
    private static Scope next(Applicable applicable, Scope scope) {
        try {
            boolean fails = applicable.conditions().require().evaluate(scope).equals(false);
            return fails ? scope : null;
        } catch (EvaluationException | StackOverflowError e) {
            return null;
        }
    }

    private static boolean isTold(Resource resource, Set<String> told, Object element) {
        return element instanceof ObjectView view && view.owner() == resource && told.contains(view.path());
    }
}
