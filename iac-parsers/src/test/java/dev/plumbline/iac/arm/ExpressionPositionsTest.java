package dev.plumbline.iac.arm;

import static dev.plumbline.iac.arm.ArmTemplates.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.arm.ArmTemplates.Read;
import dev.plumbline.iac.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults are told at the very argument, whatever JSON makes of the expression. */
class ExpressionPositionsTest {

    private static Diagnostic fault(String expression) {
        Read read = ArmTemplates.read(
                "'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': { 'p': '" + expression
                        + "' } } ]");
        assertThat(read.unit().diagnostics()).hasSize(1);
        return read.unit().diagnostics().get(0);
    }

    private static String at(String expression) {
        SourceRange range = fault(expression).range();
        String text =
                template("'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': { 'p': '"
                        + expression + "' } } ]");
        SourceFile file = new SourceFile("main.json", text);
        return text.substring(
                file.offset(range.startLine(), range.startColumn()), file.offset(range.endLine(), range.endColumn()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [toLower(parameters(`none`))]                         | 'none'
            [concat(`a\\"b`, parameters(`none`))]                 | 'none'
            [concat(`\\u0041\\\\\\t`, toLower(3))]                | 3
            [concat(`it``s`, toLower(\\u0033))]                   | \\u0033
            [\\u0063oncat(toLower(1), `x`)]                       | 1
            [concat(`ä😀`, toLower(7))]                           | 7
            [substring(`abc`, 0, -1)]                             | -1
            [createObject(`a`, createArray(1)).a[7]]              | [7]
            [variables (  `x`  )]                                 | 'x'
            [if(true(), toUpper(createArray()), 1)]               | createArray()
            [map(createArray(1), lambda(`i`, toLower(lambdaVariables(`i`))))] | lambdaVariables('i')
            [format(`{1}`, 1)]                                    | '{1}'
            [no.such(1)]                                          | no.such(1)
            [base64ToString(`*`)]                                 | '*'
            """)
    void atTheArgument(String expression, String blamed) {
        assertThat(at(expression)).isEqualTo(blamed);
    }

    @Test
    void overSeveralLines() {
        assertThat(at("[concat(\n  `a`,\n  toLower(\n 4))]")).isEqualTo("4");
        assertThat(fault("[concat(\n  `a`,\n  toLower(\n 4))]").range().startLine())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [concat(\\"a\\")]       | \\"     | Strings in an expression stand in single quotes
            [concat(`a` `b`)]       | 'b'     | Expected ')', found a string
            [concat(`\\\\`, )]      | )       | Expected a string, a number or a function call, found ')'
            """)
    void whereItIsNotAnExpression(String expression, String blamed, String message) {
        assertThat(at(expression)).isEqualTo(blamed);
        assertThat(fault(expression).summary()).isEqualTo(message);
        assertThat(fault(expression).severity()).isEqualTo(Diagnostic.Severity.ERROR);
    }
}
