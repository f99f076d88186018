package dev.plumbline.rules.function;

import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Logic;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.view.Conversion;
import dev.plumbline.rules.view.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the rules of an Azure network security group let in. */
final class NsgFunctions {
    /** Nobody sends from these, as they stand: who lets them in means everybody. */
    private static final Set<String> MEANT_AS_ANY = Set.of("0.0.0.0", "::", "/0");

    static final List<Function> ALL = List.of(
            new Function("nsg.sources", List.of("(dyn): list(dyn)"), true, (scope, a) -> senders(a.get(0))),
            new Function(
                    "nsg.opens",
                    List.of("(dyn, dyn, string, dyn): bool"),
                    true,
                    (scope, a) -> opens(NsgRule.of(a.get(0)), a.get(1), a.get(2), a.get(3))));

    private NsgFunctions() {}

    /** The sources as they are meant. Of a rule that denies, only what is written counts. */
    private static List<Object> senders(Object rule) {
        return NsgRule.of(rule).sources().stream().map(NsgFunctions::meant).toList();
    }

    private static Object meant(Object source) {
        String text = source instanceof UnknownValue ? null : Conversion.text(source);
        return text != null && MEANT_AS_ANY.contains(text.strip()) ? "*" : source;
    }

    /** Whether the rule lets traffic in to the port, and no rule of the group with a lower priority denies it. */
    private static Object opens(NsgRule rule, Object group, Object protocol, Object port) {
        Object allowed = rule.speaksOf("Allow", protocol, port);
        if (allowed.equals(false)) {
            return false;
        }
        Object denied = Any.of(rules(group), other -> denies(NsgRule.of(other), rule, protocol, port));
        return Logic.and(allowed, Logic.not(denied));
    }

    /** Whether a rule takes back what another one allows. */
    private static Object denies(NsgRule rule, NsgRule allowing, Object protocol, Object port) {
        Object holds = rule.speaksOf("Deny", protocol, port);
        holds = holds.equals(false) ? false : Logic.and(holds, before(rule, allowing));
        holds = holds.equals(false) ? false : Logic.and(holds, covers(rule.sources(), allowing.sources()));
        return holds.equals(false) ? false : Logic.and(holds, covers(rule.destinations(), allowing.destinations()));
    }

    private static List<Object> rules(Object group) {
        List<Object> rules = new ArrayList<>(Lookup.all(group, AttributeFunctions.path("security_rule")));
        rules.addAll(Lookup.all(group, AttributeFunctions.path("properties.securityRules")));
        return rules;
    }

    private static Object before(NsgRule rule, NsgRule other) {
        Object first = rule.priority();
        Object second = other.priority();
        if (first instanceof UnknownValue || second instanceof UnknownValue) {
            return first instanceof UnknownValue ? first : second;
        }
        Number a = Conversion.number(first);
        Number b = Conversion.number(second);
        return a != null && b != null && a.longValue() < b.longValue();
    }

    /** Whether the first addresses are everywhere, or hold each of the second by the same name. */
    private static Object covers(List<Object> addresses, List<Object> others) {
        Object everywhere = Any.of(addresses, CidrFunctions::isAnywhere);
        if (everywhere.equals(true) || others.isEmpty()) {
            return everywhere;
        }
        Object named = true;
        for (Object other : others) {
            Object wanted = Open.seen(other);
            named = named.equals(false)
                    ? false
                    : Logic.and(named, Any.of(addresses, each -> ValueFunctions.same(each, wanted)));
        }
        return named.equals(true) || everywhere.equals(false) ? named : everywhere;
    }
}
