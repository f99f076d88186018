package dev.plumbline.rules.function;

import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.lifecycle.EndOfLife;
import dev.plumbline.rules.view.Conversion;
import java.util.List;

/** Whether a version is still supported on the day of the scan. */
final class LifecycleFunctions {
    static final List<Function> ALL = List.of(new Function(
            "lifecycle.ended", List.of("(string, dyn): bool"), false, (scope, a) -> ended(scope, a.get(0), a.get(1))));

    private LifecycleFunctions() {}

    private static boolean ended(Scope scope, Object product, Object version) {
        String text = Conversion.text(version);
        try {
            return text != null && !text.isEmpty() && EndOfLife.builtIn().ended((String) product, text, scope.today());
        } catch (IllegalArgumentException e) {
            throw new EvaluationException(e.getMessage());
        }
    }
}
