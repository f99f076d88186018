package dev.plumbline.iac.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.ExpressionEvaluator.Evaluation;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArmEvaluationTest {
    @TempDir
    Path base;

    private List<String> evaluate(String... expressions) throws IOException {
        Files.writeString(
                base.resolve("main.json"),
                ArmTemplates.template(
                        "'parameters': { 'b': { 'type': 'string', 'defaultValue': 'B' }, 'c': { 'type': 'int' } },"
                                + " 'variables': { 'list': [ 1, '[parameters(`b`)]' ] }, 'resources': []"));
        return new ArmFrontEnd()
                .evaluate(SourceTree.open(base), "main.json", Inputs.NONE, List.of(expressions)).stream()
                        .map(Evaluation::line)
                        .toList();
    }

    @Test
    void expressionsAreEvaluatedInTheScopeOfTheTemplate() throws IOException {
        assertThat(evaluate(
                        "[concat('a', parameters('b'))]",
                        "variables('list')",
                        "add(parameters('c'), 1)",
                        "toUpper(",
                        "parameters('none')",
                        "createObject('n', 1.50)"))
                .containsExactly(
                        "\"aB\"",
                        "[1,\"B\"]",
                        "unknown: parameter c has no value",
                        "error: Expected a string, a number or a function call, found the end of the expression",
                        "error: There is no parameter 'none'",
                        "{\"n\":1.5}");
    }

    @Test
    void aFileThatIsNoTemplateIsAnError() throws IOException {
        Files.writeString(base.resolve("package.json"), "{}");
        assertThat(new ArmFrontEnd()
                        .evaluate(SourceTree.open(base), "package.json", Inputs.NONE, List.of("true()"))
                        .get(0)
                        .line())
                .isEqualTo("error: File is not an ARM template");
    }
}
