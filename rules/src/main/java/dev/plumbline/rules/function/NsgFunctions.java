package dev.plumbline.rules.function;

import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.view.Conversion;
import dev.plumbline.rules.view.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a rule of an Azure network security group lets in, in Terraform's shape ({@code source_address_prefix}) and in
 * ARM's ({@code properties.sourceAddressPrefix}).
 */
final class NsgFunctions {
    private static final Set<String> EVERY_PORT = Set.of("*", "0-65535", "1-65535");

    /** Nobody sends from these, as they stand: who lets them in means everybody. */
    private static final Set<String> MEANT_AS_ANY = Set.of("0.0.0.0", "::", "/0");

    static final List<Function> ALL = List.of(
            new Function("nsg.sources", List.of("(dyn): list(dyn)"), true, (scope, a) -> senders(a.get(0))),
            new Function(
                    "nsg.opens",
                    List.of("(dyn, dyn, string, dyn): bool"),
                    true,
                    (scope, a) -> opens(a.get(0), a.get(1), a.get(2), a.get(3))));

    private NsgFunctions() {}

    /** The sources as they are meant. Of a rule that denies, only what is written counts. */
    private static List<Object> senders(Object rule) {
        return sources(rule).stream().map(NsgFunctions::meant).toList();
    }

    private static Object meant(Object source) {
        String text = source instanceof UnknownValue ? null : Conversion.text(source);
        return text != null && MEANT_AS_ANY.contains(text.strip()) ? "*" : source;
    }

    private static List<Object> sources(Object rule) {
        return both(rule, "source_address_prefix", "sourceAddressPrefix");
    }

    /** Whether the rule lets traffic in to the port, and no rule of the group with a lower priority denies it. */
    private static Object opens(Object rule, Object group, Object protocol, Object port) {
        return all(List.of(
                () -> speaksOf(rule, "Allow", protocol, port),
                () -> negated(any(
                        rules(group),
                        other -> all(List.of(
                                () -> speaksOf(other, "Deny", protocol, port),
                                () -> before(other, rule),
                                () -> covers(sources(other), sources(rule)),
                                () -> covers(destinations(other), destinations(rule))))))));
    }

    private static List<Object> rules(Object group) {
        List<Object> rules = new ArrayList<>(Lookup.all(group, AttributeFunctions.path("security_rule")));
        rules.addAll(Lookup.all(group, AttributeFunctions.path("properties.securityRules")));
        return rules;
    }

    private static Object speaksOf(Object rule, String access, Object protocol, Object port) {
        return all(List.of(
                () -> ValueFunctions.same(attribute(rule, "access", "access"), access),
                () -> ValueFunctions.same(attribute(rule, "direction", "direction"), "Inbound"),
                () -> any(
                        List.of(protocol, "*"),
                        each -> ValueFunctions.same(attribute(rule, "protocol", "protocol"), each)),
                () -> any(
                        both(rule, "destination_port_range", "destinationPortRange"),
                        range -> port instanceof Long number
                                ? PortFunctions.inRange(range, number)
                                : range instanceof UnknownValue ? range : isEveryPort(range))));
    }

    private static boolean isEveryPort(Object range) {
        String text = Conversion.text(range);
        return text != null && EVERY_PORT.contains(text.strip());
    }

    private static Object before(Object rule, Object other) {
        Object first = attribute(rule, "priority", "priority");
        Object second = attribute(other, "priority", "priority");
        if (first instanceof UnknownValue || second instanceof UnknownValue) {
            return first instanceof UnknownValue ? first : second;
        }
        Number a = Conversion.number(first);
        Number b = Conversion.number(second);
        return a != null && b != null && a.longValue() < b.longValue();
    }

    private static List<Object> destinations(Object rule) {
        return both(rule, "destination_address_prefix", "destinationAddressPrefix");
    }

    /** Whether the first addresses are everywhere, or hold each of the second by the same name. */
    private static Object covers(List<Object> addresses, List<Object> others) {
        Object everywhere = any(addresses, CidrFunctions::isAnywhere);
        return everywhere.equals(true) || others.isEmpty()
                ? everywhere
                : any(
                        List.of(
                                everywhere,
                                all(others.stream()
                                        .<Supplier<Object>>map(other ->
                                                () -> any(addresses, each -> ValueFunctions.same(each, seen(other))))
                                        .toList())),
                        each -> each);
    }

    /** Everything that the attribute and its plural hold. */
    private static List<Object> both(Object rule, String terraform, String arm) {
        String one = isArm(rule) ? "properties." + arm : terraform;
        String many = isArm(rule) ? "properties." + plural(arm) : plural(terraform);
        List<Object> values = new ArrayList<>(Lookup.all(rule, AttributeFunctions.path(one)));
        values.addAll(Lookup.all(rule, AttributeFunctions.path(many)));
        return values;
    }

    private static String plural(String name) {
        return name + (name.endsWith("x") ? "es" : "s");
    }

    private static Object attribute(Object rule, String terraform, String arm) {
        return Lookup.first(rule, AttributeFunctions.path(isArm(rule) ? "properties." + arm : terraform));
    }

    private static boolean isArm(Object rule) {
        return !(rule instanceof UnknownValue)
                && Lookup.first(rule, AttributeFunctions.path("properties")) != Null.NULL;
    }

    private static Object any(List<Object> values, java.util.function.Function<Object, Object> test) {
        return Any.of(values, test);
    }

    /** False where any is false; otherwise unknown where any is unknown. */
    private static Object all(List<Supplier<Object>> conditions) {
        Object result = true;
        for (Supplier<Object> condition : conditions) {
            Object holds = condition.get();
            if (holds.equals(false)) {
                return false;
            } else if (holds instanceof UnknownValue && result.equals(true)) {
                result = holds;
            }
        }
        return result;
    }

    private static Object negated(Object condition) {
        return condition instanceof Boolean bool ? (Object) !bool : condition;
    }

    private static Object seen(Object element) {
        return Open.seen(element);
    }
}
