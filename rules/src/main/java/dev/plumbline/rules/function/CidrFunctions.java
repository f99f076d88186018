package dev.plumbline.rules.function;

import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Function;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Which addresses a CIDR block, an Azure address prefix or a list of them stands for. */
final class CidrFunctions {
    /** How Azure's network rules spell every address; {@code any} is understood in place of {@code *}. */
    private static final Set<String> ANYWHERE = Set.of("*", "any", "internet");

    static final List<Function> ALL = List.of(
            new Function("cidr.isAnywhere", List.of("(dyn): bool"), true, (scope, a) -> isAnywhere(a.get(0))),
            new Function(
                    "cidr.isPublic", List.of("(dyn): bool"), true, (scope, a) -> any(a.get(0), AddressRange::isPublic)),
            new Function("cidr.prefixLength", List.of("(dyn): int"), true, (scope, a) -> prefixLength(a.get(0))));

    private CidrFunctions() {}

    static Object isAnywhere(Object operand) {
        return any(operand, AddressRange::isEverything);
    }

    private static Object any(Object operand, Predicate<AddressRange> test) {
        return Any.of(operand, each -> {
            if (each instanceof UnknownValue) {
                return each;
            }
            String trimmed = each instanceof String text ? text.strip() : "";
            AddressRange range = AddressRange.parse(trimmed);
            return range == null ? ANYWHERE.contains(trimmed.toLowerCase(Locale.ROOT)) : test.test(range);
        });
    }

    /** Of one range: a list has no length. */
    private static Object prefixLength(Object operand) {
        if (operand instanceof UnknownValue) {
            return operand;
        }
        AddressRange range = operand instanceof String text ? AddressRange.parse(text.strip()) : null;
        return range == null ? -1L : (long) range.prefixLength();
    }
}
