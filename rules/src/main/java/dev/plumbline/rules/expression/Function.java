package dev.plumbline.rules.expression;

import java.util.List;
import java.util.Objects;

/**
 * A function of conditions.
 *
 * @param name as written: {@code isTrue}, {@code cidr.isPublic}; CEL's own name of an operator, {@code _==_}
 * @param overloads what it takes and gives, {@code "(dyn, string): bool"}, methods {@code "dyn.(string): bool"}; empty
 *     where CEL declares it
 * @param takesUnknown whether it decides by itself what to do with unknown arguments; otherwise it is not called for
 *     them and the first of them is the result
 */
public record Function(String name, List<String> overloads, boolean takesUnknown, Body body) {

    /** What a function does. Arguments are never Java's null. Pure: the result depends on nothing else. */
    @FunctionalInterface
    public interface Body {
        Object apply(Scope scope, List<Object> arguments);
    }

    public Function {
        Objects.requireNonNull(name, "name");
        overloads = List.copyOf(overloads);
        Objects.requireNonNull(body, "body");
    }

    /** A function that CEL declares. */
    public static Function standard(String name, Body body) {
        return new Function(name, List.of(), false, body);
    }

    /** The same function, which decides by itself what to do with unknown arguments. */
    public Function takingUnknown() {
        return new Function(name, overloads, true, body);
    }
}
