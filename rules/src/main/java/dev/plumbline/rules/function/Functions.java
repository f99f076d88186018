package dev.plumbline.rules.function;

import dev.plumbline.rules.expression.Function;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every function that a condition may call, by name. */
public final class Functions {
    private static final Map<String, Function> BY_NAME = index(Stream.of(
                    Operators.ALL,
                    Texts.ALL,
                    Optionals.ALL,
                    AttributeFunctions.ALL,
                    ValueFunctions.ALL,
                    GraphFunctions.ALL,
                    CidrFunctions.ALL,
                    PortFunctions.ALL,
                    NsgFunctions.ALL,
                    IamFunctions.ALL,
                    SecretFunctions.ALL,
                    CertificateFunctions.ALL,
                    LifecycleFunctions.ALL)
            .flatMap(List::stream)
            .toList());

    private Functions() {}

    /** The function of that name, or null where there is none. */
    public static Function named(String name) {
        return BY_NAME.get(name);
    }

    public static Collection<Function> all() {
        return BY_NAME.values();
    }

    private static Map<String, Function> index(List<Function> functions) {
        Map<String, Function> byName = new LinkedHashMap<>();
        for (Function function : functions) {
            if (byName.put(function.name(), function) != null) {
                throw new IllegalStateException("two functions are called " + function.name());
            }
        }
        return Collections.unmodifiableMap(byName);
    }
}
