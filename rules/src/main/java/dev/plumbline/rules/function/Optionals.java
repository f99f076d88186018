package dev.plumbline.rules.function;

import static dev.plumbline.rules.expression.Function.standard;

import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Function;
import java.util.List;
import java.util.Optional;

/** CEL's optionals; {@code or} and {@code orValue}, which are lazy, are expressions of their own. */
final class Optionals {
    static final List<Function> ALL = List.of(
            standard("optional.of", (scope, a) -> Optional.of(a.get(0))),
            standard("optional.none", (scope, a) -> Optional.empty()),
            standard("hasValue", (scope, a) -> optional(a.get(0)).isPresent()),
            standard("value", (scope, a) -> optional(a.get(0))
                    .<Object>map(value -> value)
                    .orElseThrow(() -> new EvaluationException("an optional has no value"))));

    private Optionals() {}

    private static Optional<?> optional(Object of) {
        if (of instanceof Optional<?> optional) {
            return optional;
        }
        throw new EvaluationException("hasValue and value are for optionals");
    }
}
