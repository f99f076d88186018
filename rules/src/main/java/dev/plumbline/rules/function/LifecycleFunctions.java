package dev.plumbline.rules.function;

import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.lifecycle.EndOfLife;
import dev.plumbline.rules.lifecycle.Ending;
import dev.plumbline.rules.lifecycle.Retirement;
import dev.plumbline.rules.view.Conversion;
import java.util.List;
import java.util.Optional;

/** Whether what a resource uses is still supported on the day of the scan. A finding tells which day decided. */
final class LifecycleFunctions {
    static final List<Function> ALL = List.of(
            new Function(
                    "lifecycle.ended",
                    List.of("(string, dyn): bool"),
                    false,
                    (scope, a) -> ended(scope, (String) a.get(0), a.get(1))),
            new Function("lifecycle.retired", List.of("(dyn): bool"), false, (scope, a) -> retired(scope, a.get(0))),
            new Function(
                    "lifecycle.retires",
                    List.of("(dyn, int): bool"),
                    false,
                    (scope, a) -> retires(scope, a.get(0), (Long) a.get(1))));

    private LifecycleFunctions() {}

    private static boolean ended(Scope scope, String product, Object value) {
        String version = Conversion.text(value);
        if (version == null || version.isEmpty()) {
            return false;
        }
        Optional<Ending> ending = ending(product, version);
        if (ending.isEmpty() && value instanceof Long) {
            // 2.0 without quotes is the number 2.
            ending = ending(product, version + ".0");
        }
        boolean ended = ending.filter(end -> end.isBefore(scope.today())).isPresent();
        if (ended) {
            scope.explain(ending.get().toString());
        }
        return ended;
    }

    private static Optional<Ending> ending(String product, String version) {
        try {
            return EndOfLife.builtIn().ending(product, version);
        } catch (IllegalArgumentException e) {
            throw new EvaluationException(e.getMessage());
        }
    }

    private static boolean retired(Scope scope, Object resource) {
        Optional<Retirement> retirement = retirement(resource).filter(end -> end.isBefore(scope.today()));
        retirement.ifPresent(end -> scope.explain(end.describe(scope.today())));
        return retirement.isPresent();
    }

    /** Whether the end is to come, in so many days or less. */
    private static boolean retires(Scope scope, Object resource, long days) {
        Optional<Retirement> retirement = retirement(resource)
                .filter(end -> !end.isBefore(scope.today())
                        && end.isBefore(scope.today().plusDays(days + 1)));
        retirement.ifPresent(end -> scope.explain(end.describe(scope.today())));
        return retirement.isPresent();
    }

    private static Optional<Retirement> retirement(Object resource) {
        return EndOfLife.builtIn().retirement(GraphFunctions.resource(resource).type());
    }
}
