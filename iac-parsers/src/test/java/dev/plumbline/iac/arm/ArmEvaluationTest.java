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
    void everythingOfTheLanguageIsEvaluated() throws IOException {
        assertThat(evaluate(
                        "[TOUPPER(Parameters('B'))]",
                        "variables('LIST')[1]",
                        "map(variables('list'), lambda('x', 'i', format('{0}-{1}', lambdaVariables('i'), lambdaVariables('x'))))",
                        "concat('https://', uniqueString(resourceGroup().id), '.example.org')",
                        "length(uniqueString(resourceGroup().id))",
                        "resourceId('Microsoft.Web/sites', 'web')",
                        "createArray(1)[?4]",
                        "tryGet(variables('list'), 9)",
                        "'it''s'",
                        "listKeys('a', '2023-01-01').keys[0].value",
                        "[",
                        "concat('a', variables('none'))",
                        "fail('stop here')",
                        "add(1, 'a')",
                        "9223372036854775807",
                        "sys.null()"))
                .containsExactly(
                        "\"B\"",
                        "\"B\"",
                        "[\"0-1\",\"1-B\"]",
                        "unknown: uniqueString() is a hash that is made when the template is deployed",
                        "13",
                        "unknown: subscription().subscriptionId is known when the template is deployed",
                        "null",
                        "null",
                        "\"it's\"",
                        "unknown: listKeys() is answered by Azure when the template is deployed",
                        "error: Expected a string, a number or a function call, found '['",
                        "error: There is no variable 'none'",
                        "error: The template fails: stop here",
                        "error: add takes a number as argument 2, not a string",
                        "9223372036854775807",
                        "null");
    }

    @Test
    void whatTakesTooMuchEndsAllTheSame() throws IOException {
        assertThat(evaluate(
                        "concat('" + "x".repeat(24_580) + "')",
                        "array(".repeat(200) + "1" + ")".repeat(200),
                        "map(range(0, 10000), lambda('x', range(0, 10000)))"))
                .containsExactly(
                        "error: Expression is longer than Azure Resource Manager allows (24,576 characters)",
                        "error: Expression is nested too deeply",
                        "unknown: evaluating the template takes too much work");
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
