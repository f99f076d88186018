package dev.plumbline.rules.function;

import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.view.Conversion;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which ports a network rule speaks of. */
final class PortFunctions {
    private static final Set<String> WITH_PORTS = Set.of("tcp", "6", "udp", "17");
    private static final Set<String> EVERY_PROTOCOL = Set.of("-1", "all", "*");

    static final List<Function> ALL = List.of(
            new Function(
                    "ports.include",
                    List.of("(dyn, dyn, int): bool"),
                    true,
                    (scope, a) -> include(a.get(0), a.get(1), (Long) a.get(2))),
            new Function(
                    "ports.open",
                    List.of("(dyn, dyn, dyn, int): bool"),
                    true,
                    (scope, a) -> open(a.get(0), a.get(1), a.get(2), (Long) a.get(3))),
            new Function(
                    "ports.inRanges",
                    List.of("(dyn, int): bool"),
                    true,
                    (scope, a) -> Any.of(a.get(0), range -> inRange(range, (Long) a.get(1)))));

    private PortFunctions() {}

    private static Object include(Object from, Object to, long port) {
        Number first = Conversion.number(from);
        Number last = Conversion.number(to);
        if (first != null && first.longValue() == -1 || last != null && last.longValue() == -1) {
            return true;
        } else if (first != null && first.longValue() > port) {
            return false;
        } else if (last != null && last.longValue() < port) {
            return false;
        } else if (from instanceof UnknownValue || to instanceof UnknownValue) {
            return from instanceof UnknownValue ? from : to;
        } else if (from == Null.NULL && to == Null.NULL) {
            return true;
        } else if (to == Null.NULL) {
            return first != null && first.longValue() == port;
        } else if (from == Null.NULL) {
            return last != null && last.longValue() == port;
        }
        return first != null && last != null;
    }

    private static Object open(Object protocol, Object from, Object to, long port) {
        String name = Conversion.text(protocol);
        if (name != null && EVERY_PROTOCOL.contains(name.toLowerCase(Locale.ROOT))) {
            return true;
        } else if (name != null && !WITH_PORTS.contains(name.toLowerCase(Locale.ROOT))) {
            return false;
        }
        Object included = include(from, to, port);
        return protocol instanceof UnknownValue && !included.equals(false) ? protocol : included;
    }

    /** Azure's notation: {@code 22}, {@code 20-25}, {@code *}, several after commas. */
    static Object inRange(Object range, long port) {
        if (range instanceof UnknownValue) {
            return range;
        }
        String text = Conversion.text(range);
        if (text == null) {
            return false;
        }
        for (String part : text.split(",", -1)) {
            String trimmed = part.strip();
            int dash = trimmed.indexOf('-');
            Number first = Conversion.number(
                    dash < 0 ? trimmed : trimmed.substring(0, dash).strip());
            Number last = dash < 0
                    ? first
                    : Conversion.number(trimmed.substring(dash + 1).strip());
            boolean within = first != null && last != null && first.longValue() <= port && port <= last.longValue();
            if (trimmed.equals("*") || within) {
                return true;
            }
        }
        return false;
    }
}
