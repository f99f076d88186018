package dev.plumbline.iac.arm.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Budget;
import dev.plumbline.iac.arm.expression.EvaluationException;
import dev.plumbline.iac.arm.expression.Expressions;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Nothing is invented: what is said of an expression with unknown parameters holds whatever value they turn out to have.
 */
class SoundnessTest {
    private static final Set<String> LEFT_AWAY =
            Set.of("fail", "lambda", "lambdaVariables", "copyIndex", "resourceInfo");

    @Property(tries = 2_000)
    void whatIsCertainHoldsForEveryValue(
            @ForAll @From("calls") String call,
            @ForAll @From("texts") String text,
            @ForAll @From("literals") String any) {
        Value claimed = evaluate(call);
        Value real = evaluate(call.replace("parameters('text')", text).replace("parameters('any')", any));
        if (claimed != null && real != null) {
            check(call + " with text = " + text + " and any = " + any, claimed, real);
        }
    }

    /** Null where Azure would refuse it. */
    private static Value evaluate(String expression) {
        try {
            return Expressions.evaluate(expression);
        } catch (EvaluationException | Budget.ExceededException e) {
            return null;
        }
    }

    private static void check(String call, Value claimed, Value real) {
        if (real instanceof UnknownValue) {
            return;
        }
        if (claimed instanceof UnknownValue unknown) {
            check(call, unknown.unknown(), real);
        } else if (claimed instanceof ListValue list) {
            assertThat(real).as(call).isInstanceOf(ListValue.class);
            assertThat(((ListValue) real).elements()).as(call).hasSameSizeAs(list.elements());
            for (int i = 0; i < list.elements().size(); i++) {
                check(
                        call,
                        list.elements().get(i),
                        ((ListValue) real).elements().get(i));
            }
        } else if (claimed instanceof ObjectValue object) {
            assertThat(real).as(call).isInstanceOf(ObjectValue.class);
            assertThat(((ObjectValue) real).members()).as(call).hasSameSizeAs(object.members());
            for (Map.Entry<String, Value.Member> member : object.members().entrySet()) {
                Value other = ((ObjectValue) real).get(member.getKey());
                assertThat(other).as(call).isNotNull();
                check(call, member.getValue().value(), other);
            }
        } else {
            assertThat(claimed.sameAs(real))
                    .as("%s: %s is %s", call, claimed, real)
                    .isTrue();
        }
    }

    private static void check(String call, Unknown claimed, Value real) {
        if (real instanceof NullValue) {
            assertThat(claimed.notNull()).as(call).isFalse();
            return;
        }
        if (claimed.shape() != Shape.ANY) {
            assertThat(Unknowns.shape(real)).as(call).isEqualTo(claimed.shape());
        }
        if (!claimed.prefix().isEmpty()) {
            assertThat(((StringValue) real).value()).as(call).startsWith(claimed.prefix());
        }
        if (claimed.document() != null) {
            String text = ((StringValue) real).value().replace("'", "''");
            check(call, claimed.document(), evaluate("json('" + text + "')"));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("''", "'a'", "'A/b'", "'10.0.0.0/8'", "'{\"a\":1}'", "'https://x.org/y'", "'ab'", "'1'");
    }

    @Provide
    Arbitrary<String> literals() {
        return Arbitraries.of(
                "'a'",
                "''",
                "0",
                "2",
                "true()",
                "false()",
                "null()",
                "createArray()",
                "createArray('a', 'b')",
                "createObject('a', 1)",
                "createObject()");
    }

    @Provide
    Arbitrary<String> calls() {
        return call(2);
    }

    private static Arbitrary<String> call(int depth) {
        Arbitrary<String> leaf = Arbitraries.of(
                "parameters('text')",
                "parameters('any')",
                "parameters('text')",
                "parameters('any')",
                "'a'",
                "'A/b'",
                "1",
                "true()",
                "concat('a', parameters('text'))",
                "concat('https://', parameters('text'), '/b')",
                "createArray('a', parameters('any'))",
                "createArray(parameters('text'), 'b')",
                "createObject('a', parameters('any'), 'b', 'a')",
                "createObject('a', createObject('c', parameters('text')))",
                "if(parameters('any'), 'abc', concat('abd', parameters('text')))",
                "lambda('x', lambdaVariables('x'))",
                "lambda('x', 'y', equals(lambdaVariables('x'), 'a'))");
        Arbitrary<String> argument = depth == 0
                ? leaf
                : Arbitraries.frequencyOf(Tuple.of(3, leaf), Tuple.of(1, Arbitraries.lazy(() -> call(depth - 1))));
        return Arbitraries.of(Functions.ALL.all().stream()
                        .filter(function -> !LEFT_AWAY.contains(function.name()))
                        .toList())
                .flatMap(function -> argument.list()
                        .ofMinSize(function.minimum())
                        .ofMaxSize(Math.min(function.maximum(), function.minimum() + 2))
                        .map(arguments -> function.name() + "(" + String.join(", ", arguments) + ")"));
    }
}
