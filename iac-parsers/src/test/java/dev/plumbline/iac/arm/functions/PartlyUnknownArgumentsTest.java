package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Expressions.eval;
import static dev.plumbline.iac.arm.expression.Expressions.evaluate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.ValueJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certain of a result though something of the arguments is not known. */
class PartlyUnknownArgumentsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            length(uniqueString(parameters('any')))                           | 13
            length(guid('a', parameters('text')))                             | 36
            length(concat('logs', uniqueString('a'), '-x'))                   | 19
            empty(uniqueString('a'))                                          | false
            empty(concat(parameters('text'), '-x'))                           | false
            contains(concat('https://a', parameters('text')), 'https:')       | true
            contains(createArray(parameters('any'), 'a'), 'a')                | true
            contains(createArray(parameters('text')), 5)                      | false
            contains(createArray(), parameters('any'))                        | false
            contains(createObject(), parameters('any'))                       | false
            contains(createArray(parameters('text')), parameters('text'))     | true
            startsWith(concat('Web', parameters('text')), 'we')               | true
            startsWith(concat('Web', parameters('text')), 'x')                | false
            endsWith(concat(parameters('text'), '.NET'), 'net')               | true
            endsWith(concat(parameters('text'), '.net'), '.org')              | false
            first(concat('web', parameters('text')))                          | "w"
            last(concat(parameters('text'), 'web'))                           | "b"
            equals(parameters('text'), parameters('text'))                    | true
            equals(concat('a', parameters('text')), 'b')                      | false
            equals(parameters('text'), 5)                                     | false
            equals(createArray(1, parameters('any')), createArray(2, 3))      | false
            equals(createArray(parameters('any')), createArray(1, 2))         | false
            equals(createObject('a', parameters('any')), createObject('b', 1)) | false
            equals(createObject('a', parameters('any')), createObject('a', parameters('any'))) | true
            if(parameters('any'), 'a', 'a')                                   | "a"
            if(parameters('any'), createArray('a'), createArray('a'))         | ["a"]
            and(parameters('any'), false(), parameters('any'))                | false
            or(parameters('any'), true())                                     | true
            coalesce(parameters('text'), 'x')                                 | unknown <text>
            take(concat('st', uniqueString('a')), 24)                         | unknown st<uniqueString('a')>
            toLower(concat('st', uniqueString('a')))                          | unknown st<uniqueString('a')>
            toLower(concat('St', uniqueString('a')))                          | unknown <toLower('St<uniqueString('a')>')>
            skip(parameters('text'), 0)                                       | unknown <text>
            if(parameters('any'), parameters('text'), parameters('text'))     | unknown <text>
            union(createObject('a', parameters('any')), createObject('a', 1)) | {"a":1}
            union(createObject('a', parameters('text')), createObject('a', createObject('b', 1))) | {"a":{"b":1}}
            json(string(createObject('a', 1, 'b', parameters('text')))).a     | 1
            length(createArray(parameters('any'), parameters('text')))        | 2
            map(createArray(parameters('text')), lambda('x', 1))              | [1]
            createObject('a', parameters('any'), 'b', 2).b                    | 2
            """)
    void decidesWhatCanBeDecided(String expression, String value) {
        assertThat(eval(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "length(parameters('text'))",
                "empty(parameters('text'))",
                "empty(parameters('any'))",
                "contains(parameters('text'), 'a')",
                "contains(parameters('any'), '')",
                "contains(createArray(parameters('any')), 'a')",
                "contains(createObject('a', 1), parameters('any'))",
                "equals(parameters('any'), 'a')",
                "equals(concat('a', parameters('text')), 'ab')",
                "equals(createArray(parameters('any')), createArray(1))",
                "and(true(), parameters('any'))",
                "or(false(), parameters('any'))",
                "not(parameters('any'))",
                "endsWith(parameters('text'), 'a')",
                "startsWith(parameters('text'), 'a')",
                "first(parameters('text'))",
                "coalesce(parameters('any'), 'x')",
                "toUpper(uniqueString('a'))",
                "add(parameters('any'), 1)",
                "equals(newGuid(), newGuid())",
                "tryGet(parameters('any'), 'a')"
            })
    void inventsNothing(String expression) {
        assertThat(eval(expression)).startsWith("unknown ");
    }

    private static UnknownValue unknown(String expression) {
        return (UnknownValue) evaluate(expression);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            concat('web-', parameters('any'), '-x')                     | web-
            format('https://{0}/{1}', 'a', parameters('text'))          | https://a/
            join(createArray('a', 'b', parameters('text')), '/')        | a/b/
            take(concat('abcdef', parameters('text')), 3)               | abc
            skip(concat('abcdef', parameters('text')), 3)               | def
            substring(concat('abcdef', parameters('text')), 2, 3)       | cde
            toUpper(concat('abc', parameters('text')))                  | ABC
            if(parameters('any'), 'https://a', 'https://b')             | https://
            if(parameters('any'), 'abc', concat('abd', parameters('text'))) | ab
            resourceId('Microsoft.Web/sites', parameters('text'))       | /subscriptions/
            buildUri(createObject('scheme', 'https', 'host', 'a.org'))  | https://a.org
            """)
    void keepsWhatAStringStartsWith(String expression, String prefix) {
        assertThat(unknown(expression).unknown().prefix()).isEqualTo(prefix);
        assertThat(unknown(expression).unknown().shape()).isEqualTo(Shape.STRING);
    }

    @Test
    void membersThatMayBeMergedOrReplacedAreNotKnown() {
        assertThat(
                        ValueJson.compact(
                                evaluate(
                                        "union(createObject('a', createObject('b', 1), 'c', 2), createObject('a', parameters('any')))")))
                .isEqualTo("{\"a\":\"(unknown: any has no value)\",\"c\":2}");
        ObjectValue merged = (ObjectValue)
                evaluate("union(createObject('a', parameters('any')), createObject('a', createObject('b', 1)))");
        assertThat(((UnknownValue) merged.get("a")).unknown().shape()).isEqualTo(Shape.OBJECT);
    }

    @Test
    void jsonOfAPartlyKnownObjectIsKnownInParts() {
        UnknownValue text = unknown("string(createObject('a', 1, 'b', parameters('text')))");
        assertThat(text.unknown().shape()).isEqualTo(Shape.STRING);
        assertThat(((ObjectValue) text.unknown().document()).get("a")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            json(concat('{"id": "', parameters('text'), '"}')) | OBJECT | true
            json(concat(' ["', parameters('text'), '"]'))      | LIST   | true
            json(concat('"', parameters('text'), '"'))         | ANY    | false
            json(parameters('text'))                           | ANY    | false
            """)
    void whatBeginsAsAnObjectOrAnArrayIsOne(String expression, Shape shape, boolean set) {
        assertThat(unknown(expression).unknown().shape()).isEqualTo(shape);
        assertThat(unknown(expression).unknown().notNull()).isEqualTo(set);
    }

    @Test
    void theReasonIsThatOfTheArgument() {
        assertThat(unknown("toUpper(parameters('any'))").unknown().reason()).isEqualTo("any has no value");
        assertThat(unknown("if(parameters('any'), 1, 2)").unknown().reason()).isEqualTo("any has no value");
        assertThat(unknown("if(parameters('any'), 1, 2)").unknown().shape()).isEqualTo(Shape.NUMBER);
    }
}
