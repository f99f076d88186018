package dev.plumbline.iac.terraform;

import dev.plumbline.iac.DeepStack;
import dev.plumbline.iac.ExpressionEvaluator.Evaluation;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.functions.TerraformJson;
import dev.plumbline.iac.terraform.type.Type;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What we make of expressions, in the words of {@link ExpressionTable}. */
final class PlumblineConsole {

    private PlumblineConsole() {}

    static List<String> evaluate(Path directory, List<String> expressions) throws IOException {
        SourceTree tree = SourceTree.open(directory);
        List<Evaluation> evaluations =
                DeepStack.call(() -> new TerraformFrontEnd().evaluate(tree, "", Inputs.NONE, expressions));
        return evaluations.stream().map(PlumblineConsole::text).toList();
    }

    private static String text(Evaluation evaluation) {
        if (!evaluation.diagnostics().isEmpty()) {
            return "error";
        }
        Value value = evaluation.value();
        return value.isWhollyKnown() ? text(Type.of(value)) + "  " + TerraformJson.encode(value) : "unknown";
    }

    private static String text(Type type) {
        if (type instanceof Type.Sequence sequence) {
            return "%s(%s)"
                    .formatted(sequence.kind() == Value.ListValue.Kind.SET ? "set" : "list", text(sequence.element()));
        } else if (type instanceof Type.Mapping map) {
            return "map(%s)".formatted(text(map.element()));
        } else if (type instanceof Type.Tuple tuple) {
            return tuple.elements().stream()
                    .map(PlumblineConsole::text)
                    .collect(Collectors.joining(",", "tuple([", "])"));
        } else if (type instanceof Type.Structure object) {
            return new TreeMap<>(object.attributes())
                    .entrySet().stream()
                            .map(attribute -> attribute.getKey() + "=" + text(attribute.getValue()))
                            .collect(Collectors.joining(",", "object({", "})"));
        }
        return type.describe();
    }
}
