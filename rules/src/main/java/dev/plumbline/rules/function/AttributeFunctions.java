package dev.plumbline.rules.function;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.expression.Selection;
import dev.plumbline.rules.view.Conversion;
import dev.plumbline.rules.view.ListView;
import dev.plumbline.rules.view.Lookup;
import dev.plumbline.rules.view.ObjectView;
import dev.plumbline.rules.view.Path;
import dev.plumbline.rules.view.Views;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looking into a resource, or into an object of one, by a path. */
final class AttributeFunctions {
    /** Paths are written in rules, never in scanned files: there are as many as the rules have. */
    private static final Map<String, Path> PATHS = new ConcurrentHashMap<>();

    static final List<Function> ALL = List.of(
            new Function(
                    "get",
                    List.of(
                            "dyn.(string): dyn",
                            "dyn.(string, bool): bool",
                            "dyn.(string, int): int",
                            "dyn.(string, double): double",
                            "dyn.(string, string): string",
                            "dyn.(string, list(dyn)): list(dyn)"),
                    false,
                    (scope, a) -> get(a)),
            new Function(
                    "isSet",
                    List.of("dyn.(string): bool"),
                    false,
                    (scope, a) -> isSet(Lookup.first(a.get(0), path(a.get(1))))),
            new Function(
                    "list",
                    List.of("dyn.(string): list(dyn)"),
                    false,
                    (scope, a) -> Lookup.all(a.get(0), path(a.get(1)))));

    private AttributeFunctions() {}

    private static Object get(List<Object> arguments) {
        Object found = Lookup.first(arguments.get(0), path(arguments.get(1)));
        if (arguments.size() == 2) {
            return found;
        }
        Object fallback = arguments.get(2);
        return found == Null.NULL
                ? fallback
                : Conversion.toTypeOf(fallback, found, (String) arguments.get(1), origin(arguments.get(0)));
    }

    /** An empty text is what providers take for none: {@code kms_key_id = ""}. */
    private static Object isSet(Object found) {
        if (found instanceof String text && text.isEmpty()) {
            return false;
        }
        return found instanceof ListView list && list.doubt() != null
                ? Views.derived(list.doubt())
                : Selection.present(found);
    }

    static Path path(Object text) {
        try {
            return PATHS.computeIfAbsent((String) text, Path::parse);
        } catch (IllegalArgumentException e) {
            throw new EvaluationException(e.getMessage());
        }
    }

    /** Where an operand was written, as far as it tells. */
    static Origin origin(Object operand) {
        return operand instanceof ObjectView view ? view.value().origin() : Origin.at(SourceRange.startOf(""));
    }
}
