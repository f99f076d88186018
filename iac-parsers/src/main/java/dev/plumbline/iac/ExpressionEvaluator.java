package dev.plumbline.iac;

import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.source.SourceTree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Evaluates expressions that a person asks about, in the scope of what the files declare. */
public interface ExpressionEvaluator {

    /**
     * Evaluates expressions of the language, one result each, in order. Never throws for what the files or the
     * expressions hold.
     *
     * @param path of the unit in whose scope they are evaluated, as in {@link ScanUnit#path()}
     */
    List<Evaluation> evaluate(SourceTree tree, String path, Inputs inputs, List<String> expressions);

    /**
     * What became of an expression.
     *
     * @param value unknown, by {@link Unknown.Cause#ERROR}, where the expression is in error
     * @param diagnostics what is wrong with the expression itself; empty where nothing is
     */
    record Evaluation(Value value, List<Diagnostic> diagnostics) {
        public Evaluation {
            Objects.requireNonNull(value, "value");
            diagnostics = List.copyOf(diagnostics);
        }

        /** One line: the value as compact JSON, or {@code unknown: REASON}, or {@code error: SUMMARY}. */
        public String line() {
            for (Diagnostic diagnostic : diagnostics) {
                if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
                    return "error: " + diagnostic.summary();
                }
            }
            return firstUnknown(value)
                    .map(unknown -> "unknown: " + unknown.unknown().reason())
                    .orElseGet(() -> ValueJson.compact(value));
        }

        private static Optional<UnknownValue> firstUnknown(Value value) {
            if (value instanceof UnknownValue unknown) {
                return Optional.of(unknown);
            } else if (value instanceof ListValue list) {
                return list.elements().stream()
                        .flatMap(element -> firstUnknown(element).stream())
                        .findFirst();
            } else if (value instanceof ObjectValue object && object.rest() != null) {
                return Optional.of(new UnknownValue(object.rest(), object.origin()));
            } else if (value instanceof ObjectValue object) {
                return object.members().values().stream()
                        .flatMap(member -> firstUnknown(member.value()).stream())
                        .findFirst();
            }
            return Optional.empty();
        }
    }
}
