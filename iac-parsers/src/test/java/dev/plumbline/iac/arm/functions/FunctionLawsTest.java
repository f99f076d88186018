package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Expressions.eval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.iac.arm.expression.ExpressionParser;
import dev.plumbline.iac.arm.expression.ExpressionSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
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

    @Property(tries = 200)
    void partsOfStrings(@ForAll @From("text") String text, @ForAll @IntRange(max = 30) int start) {
        int from = Math.min(start, text.length());
        assertThat(eval("substring(%1$s, %2$d)".formatted(quoted(text), from)))
                .isEqualTo(eval("skip(%1$s, %2$d)".formatted(quoted(text), from)));
        assertThat(eval("length(padLeft(%s, %d))".formatted(quoted(text), start)))
                .isEqualTo(String.valueOf(Math.max(start, text.length())));
        assertThat(eval("toLower(toLower(%1$s))".formatted(quoted(text))))
                .isEqualTo(eval("toLower(%1$s)".formatted(quoted(text))));
        assertThat(eval("trim(concat('  ', trim(%1$s), ' '))".formatted(quoted(text))))
                .isEqualTo(eval("trim(%1$s)".formatted(quoted(text))));
        assertThat(eval("contains(concat('<', %1$s, '>'), %1$s)".formatted(quoted(text))))
                .isEqualTo("true");
    }

    @Property(tries = 200)
    void objectsAndArraysOfTheirItems(@ForAll @Size(max = 6) Map<@IntRange(max = 99) Integer, @IntRange Integer> map) {
        String object = map.entrySet().stream()
                .map(entry -> "'k" + entry.getKey() + "', " + entry.getValue())
                .collect(Collectors.joining(", ", "createObject(", ")"));
        String back =
                "toObject(items(%s), lambda('i', lambdaVariables('i').key), lambda('i', lambdaVariables('i').value))";
        assertThat(eval("equals(%s, %s)".formatted(back.formatted(object), object)))
                .isEqualTo("true");
        assertThat(eval("equals(json(string(%1$s)), %1$s)".formatted(object))).isEqualTo("true");
        assertThat(eval("equals(union(%1$s, %1$s), intersection(%1$s, %1$s))".formatted(object)))
                .isEqualTo("true");
        assertThat(eval("equals(shallowMerge(createArray(%1$s, createObject())), %1$s)".formatted(object)))
                .isEqualTo("true");
        assertThat(eval("length(objectKeys(%1$s))".formatted(object))).isEqualTo(String.valueOf(map.size()));
        assertThat(eval("equals(mapValues(%1$s, lambda('v', lambdaVariables('v'))), %1$s)".formatted(object)))
                .isEqualTo("true");
    }

    @Property(tries = 200)
    void groupsHoldAllElements(@ForAll @Size(max = 8) List<@IntRange(max = 9) Integer> a) {
        assertThat(eval(("reduce(map(items(groupBy(%s, lambda('x', string(mod(lambdaVariables('x'), 3))))),"
                                + " lambda('i', length(lambdaVariables('i').value))), 0,"
                                + " lambda('s', 'n', add(lambdaVariables('s'), lambdaVariables('n'))))")
                        .formatted(array(a))))
                .isEqualTo(String.valueOf(a.size()));
        assertThat(eval("flatten(map(%1$s, lambda('x', array(lambdaVariables('x')))))".formatted(array(a))))
                .isEqualTo(eval(array(a)));
        assertThat(eval(
                        "length(concat(filter(%1$s, lambda('x', less(lambdaVariables('x'), 5))), filter(%1$s, lambda('x', not(less(lambdaVariables('x'), 5))))))"
                                .formatted(array(a))))
                .isEqualTo(String.valueOf(a.size()));
    }

    @Property(tries = 200)
    void integersDivide(@ForAll long dividend, @ForAll @IntRange(min = 1, max = 1_000_000) int divisor) {
        assertThat(eval("add(mul(div(%1$d, %2$d), %2$d), mod(%1$d, %2$d))".formatted(dividend, divisor)))
                .isEqualTo(String.valueOf(dividend));
        assertThat(eval("int(string(%d))".formatted(dividend))).isEqualTo(String.valueOf(dividend));
    }

    @Property(tries = 200)
    void timesAndSeconds(@ForAll @LongRange(min = -60_000_000_000L, max = 250_000_000_000L) long seconds) {
        assertThat(eval("dateTimeToEpoch(dateTimeFromEpoch(%d))".formatted(seconds)))
                .isEqualTo(String.valueOf(seconds));
        assertThat(eval("dateTimeToEpoch(dateTimeAdd(dateTimeFromEpoch(%d), 'PT90S', 'o'))".formatted(seconds)))
                .isEqualTo(String.valueOf(seconds + 90));
    }

    @Property(tries = 200)
    void comparisonsAgree(@ForAll @From("text") String a, @ForAll @From("text") String b) {
        String both = "(%s, %s)".formatted(quoted(a), quoted(b));
        assertThat(eval("equals(less%1$s, not(greaterOrEquals%1$s))".formatted(both)))
                .isEqualTo("true");
        assertThat(eval("equals(greater%1$s, not(lessOrEquals%1$s))".formatted(both)))
                .isEqualTo("true");
        assertThat(eval("or(not(equals%1$s), lessOrEquals%1$s)".formatted(both)))
                .isEqualTo("true");
    }

    /** Azure's culture is its own, wherever we run. */
    @Property(tries = 20)
    void theMachinesLanguageDoesNotMatter(@ForAll @IntRange(min = 1_000) int number) {
        Locale before = Locale.getDefault();
        String call = "format('{0:N1} {0:D12} {0:X}', %d)".formatted(number);
        String address = "parseCidr('10.%d.0.0/16').network".formatted(number % 256);
        String there = eval(call) + eval(address) + eval("toUpper('i')");
        try {
            for (String tag : List.of("de-DE", "tr-TR", "ar-SA-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(eval(call) + eval(address) + eval("toUpper('i')")).isEqualTo(there);
            }
        } finally {
            Locale.setDefault(before);
        }
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
