package dev.plumbline.rules.function;

import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Function;
import java.math.BigInteger;
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
            new Function("cidr.prefixLength", List.of("(dyn): int"), true, (scope, a) -> prefixLength(a.get(0))),
            new Function("cidr.count", List.of("(dyn, dyn): int"), false, (scope, a) -> count(a.get(0), a.get(1))));

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

    /** How many addresses lie from one to another, both included; no more than a long can hold. */
    private static Object count(Object from, Object to) {
        AddressRange start = from instanceof String text ? AddressRange.parse(text.strip()) : null;
        AddressRange end = to instanceof String text ? AddressRange.parse(text.strip()) : null;
        if (start == null || end == null || start.bits() != end.bits()) {
            return -1L;
        }
        BigInteger count = end.last().subtract(start.first()).add(BigInteger.ONE);
        return count.signum() <= 0
                ? -1L
                : count.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
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
