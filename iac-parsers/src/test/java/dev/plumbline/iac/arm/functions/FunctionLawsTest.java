package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Expressions.eval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.iac.arm.expression.ExpressionParser;
import dev.plumbline.iac.arm.expression.ExpressionSyntaxException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for all arguments. */
class FunctionLawsTest {

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().ascii().withChars('ä', '€', '\'', '<', '/').ofMaxLength(30);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String array(List<Integer> elements) {
        return elements.stream().map(String::valueOf).collect(Collectors.joining(", ", "createArray(", ")"));
    }

    @Property(tries = 200)
    void whatIsEncodedCanBeDecoded(@ForAll @From("text") String text) {
        String literal = eval(quoted(text));
        assertThat(eval("base64ToString(base64(" + quoted(text) + "))")).isEqualTo(literal);
        assertThat(eval("uriComponentToString(uriComponent(" + quoted(text) + "))"))
                .isEqualTo(literal);
        assertThat(eval("dataUriToString(dataUri(" + quoted(text) + "))")).isEqualTo(literal);
        assertThat(eval("json(string(createArray(" + quoted(text) + ")))[0]")).isEqualTo(literal);
    }

    @Property(tries = 200)
    void partsMakeTheWhole(@ForAll @From("text") String text, @ForAll @IntRange(min = -2, max = 40) int count) {
        assertThat(eval("concat(take(%1$s, %2$d), skip(%1$s, %2$d))".formatted(quoted(text), count)))
                .isEqualTo(eval(quoted(text)));
        assertThat(eval("join(split(%1$s, '/'), '/')".formatted(quoted(text)))).isEqualTo(eval(quoted(text)));
    }

    @Property(tries = 200)
    void setsOfElements(
            @ForAll @Size(max = 8) List<@IntRange(max = 9) Integer> a,
            @ForAll @Size(max = 8) List<@IntRange(max = 9) Integer> b) {
        assertThat(eval("union(%1$s, %1$s)".formatted(array(a))))
                .isEqualTo(eval("intersection(%1$s, %1$s)".formatted(array(a))));
        assertThat(eval("length(concat(%s, %s))".formatted(array(a), array(b))))
                .isEqualTo(String.valueOf(a.size() + b.size()));
        assertThat(eval("sort(%s, lambda('x', 'y', less(lambdaVariables('x'), lambdaVariables('y'))))"
                        .formatted(array(a))))
                .isEqualTo(eval(array(a.stream().sorted().toList())));
    }

    @Property(tries = 200)
    void subnetsLieInTheirNetwork(
            @ForAll @IntRange(max = 255) int octet,
            @ForAll @IntRange(min = 8, max = 24) int prefix,
            @ForAll @IntRange(max = 8) int more) {
        String network = "10." + octet + ".0.0/" + prefix;
        assertThat(eval("parseCidr(cidrSubnet('%s', %d, 0)).network".formatted(network, prefix + more)))
                .isEqualTo(eval("parseCidr('" + network + "').network"));
        assertThat(eval("cidrHost('" + network + "', 0)")).isEqualTo(eval("parseCidr('" + network + "').firstUsable"));
    }

    @Property(tries = 500)
    void noTextBreaksTheParser(@ForAll @From("fragments") List<String> fragments) {
        assertThatCode(() -> {
                    try {
                        ExpressionParser.parse("[" + String.join("", fragments) + "]");
                    } catch (ExpressionSyntaxException e) {
                        assertThat(e.start()).isLessThanOrEqualTo(e.end());
                    }
                })
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<List<String>> fragments() {
        return Arbitraries.of(
                        "a", "concat", "(", ")", "[", "]", ",", ".", "?", "'", "''", "1", "-", "1.5", " ", "\n", "\"",
                        "é", "[[")
                .list()
                .ofMaxSize(15);
    }

    @Property(tries = 500)
    void noArgumentsBreakAFunction(@ForAll @From("calls") String call) {
        assertThatCode(() -> eval(call)).doesNotThrowAnyException();
    }

    /** Every function with arguments of every type, as many as it takes. */
    @Provide
    Arbitrary<String> calls() {
        Arbitrary<String> argument = Arbitraries.of(
                "''",
                "'a/b'",
                "'P1D'",
                "'10.0.0.0/8'",
                "'{\"a\":1}'",
                "0",
                "-1",
                "2147483648",
                "9223372036854775807",
                "true()",
                "null()",
                "createArray()",
                "createArray(1, 'a')",
                "createObject('a', 1)",
                "parameters('text')",
                "parameters('any')",
                "createArray(parameters('any'))",
                "lambda('x', lambdaVariables('x'))",
                "lambda('x', 'y', true())");
        return Arbitraries.of(Functions.ALL.all()).flatMap(function -> argument.list()
                .ofMinSize(function.minimum())
                .ofMaxSize(Math.min(function.maximum(), function.minimum() + 2))
                .map(arguments -> function.name() + "(" + String.join(", ", arguments) + ")"));
    }
}
