package dev.plumbline.iac.arm.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.iac.arm.expression.Expression.Access;
import dev.plumbline.iac.arm.expression.Expression.Call;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {

    @Test
    void tellsExpressionsFromText() {
        assertThat(ExpressionParser.isExpression("[concat('a')]")).isTrue();
        assertThat(List.of("plain", "[[escaped]", "[open", "closed]", "[", ""))
                .noneMatch(ExpressionParser::isExpression);
        assertThat(ExpressionParser.unescape("[[escaped]")).isEqualTo("[escaped]");
        assertThat(ExpressionParser.unescape("[[open")).isEqualTo("[[open");
    }

    @Test
    void everyNodeKnowsItsPlace() throws Exception {
        String text = "[ concat( 'it''s', parameters('p').a[0] ) ]";
        Call concat = (Call) ExpressionParser.parse(text);
        assertThat(text.substring(concat.start(), concat.end())).isEqualTo("concat( 'it''s', parameters('p').a[0] )");
        Expression.Text first = (Expression.Text) concat.arguments().get(0);
        assertThat(first.value()).isEqualTo("it's");
        assertThat(text.substring(first.start(), first.end())).isEqualTo("'it''s'");
        Access access = (Access) concat.arguments().get(1);
        assertThat(text.substring(access.start(), access.end())).isEqualTo("parameters('p').a[0]");
        assertThat(access.steps().stream().map(step -> text.substring(step.start(), step.end())))
                .containsExactly(".a", "[0]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [concat('a']           | 11 | Expected ')', found the end of the expression
            [concat('a', )]        | 13 | Expected a string, a number or a function call, found ')'
            [concat('a' 'b')]      | 12 | Expected ')', found a string
            [parameters(name)]     | 12 | 'name' is neither a string in single quotes nor a function call
            [concat('a)]           | 8  | String is not closed
            [concat("a")]          | 8  | Strings in an expression stand in single quotes
            [a() b()]              | 5  | Expected the end of the expression, found a name
            [variables('a').]      | 16 | Expected a name, found the end of the expression
            [createArray(1)[0]     | 17 | Expected ']', found the end of the expression
            []                     | 1  | Expected a string, a number or a function call, found the end of the expression
            [1 + 2]                | 3  | Unexpected character '+' in the expression
            """)
    void saysWhatIsWrongAndWhere(String text, int start, String message) {
        assertThatExceptionOfType(ExpressionSyntaxException.class)
                .isThrownBy(() -> ExpressionParser.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).isEqualTo(message))
                .satisfies(e -> assertThat(e.start()).isEqualTo(start));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a(", "a()[", "createArray("})
    void deepNestingIsRefused(String opening) {
        assertThatExceptionOfType(ExpressionSyntaxException.class)
                .isThrownBy(() -> ExpressionParser.parse("[" + opening.repeat(5_000 / opening.length()) + "]"))
                .withMessage("Expression is nested too deeply");
    }

    @Test
    void longExpressionsAreRefusedLongChainsAreNot() throws Exception {
        assertThat(ExpressionParser.parse("[a()" + ".b".repeat(12_000) + "]")).isInstanceOf(Access.class);
        assertThatExceptionOfType(ExpressionSyntaxException.class)
                .isThrownBy(() -> ExpressionParser.parse("[a('" + "x".repeat(ExpressionParser.MAX_LENGTH) + "')]"))
                .withMessageStartingWith("Expression is longer than Azure Resource Manager allows");
    }
}
