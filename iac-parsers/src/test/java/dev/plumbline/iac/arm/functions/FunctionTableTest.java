package dev.plumbline.iac.arm.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.arm.expression.Expressions;
import dev.plumbline.iac.arm.expression.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of functions in {@code docs/arm.md} says what the code does. */
class FunctionTableTest {
    private static final Map<Shape, String> TYPES = Map.of(
            Shape.ANY, "any",
            Shape.STRING, "string",
            Shape.NUMBER, "int",
            Shape.BOOLEAN, "bool",
            Shape.LIST, "array",
            Shape.OBJECT, "object");

    private record Row(String name, String arguments, String result, String known) {}

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("../docs/arm.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length == 5)
                .map(cells -> new Row(
                        cells[1].strip().replace("`", ""), cells[2].strip(), cells[3].strip(), cells[4].strip()))
                .toList();
    }

    private static String arguments(Function function) {
        if (function.maximum() == Function.ANY_NUMBER) {
            return function.minimum() + " or more";
        }
        return function.minimum() == function.maximum()
                ? String.valueOf(function.minimum())
                : function.minimum() + " to " + function.maximum();
    }

    @Test
    void theTableHasEveryFunctionWithItsArgumentsAndResult() throws IOException {
        Collection<Function> functions = Functions.ALL.all();
        List<String> coded = Stream.concat(functions.stream(), Stream.of(Functions.ALL.find("list*")))
                .map(f -> f.name() + " | " + arguments(f) + " | " + TYPES.get(f.result()))
                .toList();
        assertThat(rows().stream().map(row -> row.name() + " | " + row.arguments() + " | " + row.result()))
                .containsExactlyInAnyOrderElementsOf(coded);
    }

    /** Whatever it is called with. */
    @Test
    void whatTheTableCallsUnknownIsUnknown() throws IOException {
        for (Row row : rows()) {
            int arguments = Integer.parseInt(row.arguments().split(" ")[0]);
            boolean always = row.known().startsWith("unknown");
            if (always && !row.name().equals("list*")) {
                String call = row.name() + "(" + String.join(", ", Collections.nCopies(arguments, "'a/b'")) + ")";
                assertThat(Expressions.eval(call)).as(call).startsWith("unknown");
            }
        }
        assertThat(rows()).anyMatch(row -> row.known().startsWith("unknown"));
    }
}
