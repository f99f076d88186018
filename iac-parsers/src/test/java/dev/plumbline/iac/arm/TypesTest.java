package dev.plumbline.iac.arm;

import static dev.plumbline.iac.arm.ArmTemplates.json;
import static dev.plumbline.iac.arm.ArmTemplates.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Premises;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.arm.ArmTemplates.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types that a template defines for its parameters. */
class TypesTest {

    private static Read with(String definitions, String parameter) {
        return read(
                "'languageVersion': '2.0', 'definitions': { " + definitions + " }, 'parameters': { 'p': { " + parameter
                        + " } }, 'resources': { 'r': { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n',"
                        + " 'properties': { 'v': '[parameters(`p`)]' } } }");
    }

    private static String value(Read read) {
        return ValueJson.compact(read.attribute("properties.v"));
    }

    @Test
    void aParameterTakesOverWhatItsTypeSays() {
        Read read = with(
                "'tier': { '$ref': '#/definitions/any' },"
                        + " 'any': { 'type': 'string', 'nullable': true, 'allowedValues': [ 'Gold', 'Silver' ] }",
                "'$ref': '#/definitions/tier'");
        assertThat(value(read)).isEqualTo("null");
        assertThat(read.diagnostics()).isEmpty();
    }

    @Test
    void allowedValuesOfATypeLimitTheWorlds() {
        Read read = read("""
                'definitions': { 'tier': { 'type': 'string', 'allowedValues': [ 'Gold', 'Silver' ] } },
                'parameters': { 'p': { '$ref': '#/definitions/tier' } },
                'resources': { 'r': { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n',
                  'properties': { 'v': '[if(equals(parameters(`p`), `Gold`), 1, 2)]', 'p': '[parameters(`p`)]' } } }
                """);
        assertThat(read.unit().worlds())
                .extracting(world -> Premises.of(world) + ": "
                        + ValueJson.compact(
                                world.graph().resources().get(0).attributes().get("properties")))
                .containsExactly(
                        json("p is `Gold`: {'v':1,'p':'Gold'}").replace("{'", "{\""),
                        json("p is `Silver`: {'v':2,'p':'Silver'}").replace("{'", "{\""));
    }

    @Test
    void whatATypeSaysIsSecureIsSensitive() {
        Read read = with(
                "'secret': { 'type': 'securestring' }, 'login': { 'type': 'object', 'properties': {"
                        + " 'user': { 'type': 'string' }, 'password': { '$ref': '#/definitions/secret' } } }",
                "'type': 'array', 'items': { '$ref': '#/definitions/login' },"
                        + " 'defaultValue': [ { 'user': 'me', 'password': 'hidden' } ]");
        assertThat(value(read)).contains("me").doesNotContain("hidden");
    }

    @Test
    void typesInACircleEnd() {
        Read read = with(
                "'a': { '$ref': '#/definitions/b' }, 'b': { '$ref': '#/definitions/a' },"
                        + " 'tree': { 'type': 'object', 'properties': { 'next': { '$ref': '#/definitions/tree',"
                        + " 'nullable': true } } }",
                "'$ref': '#/definitions/tree', 'defaultValue': { 'next': { 'next': { 'next': 5 } } }");
        assertThat(read.diagnostics()).containsExactly("Parameter p.next.next.next is a number, not an object");
        assertThat(value(with("'a': { '$ref': '#/definitions/a' }", "'$ref': '#/definitions/a'")))
                .contains("unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'type': 'string', 'defaultValue': 5 | Parameter p is a number, not a string",
                "'type': 'int', 'minValue': 3, 'defaultValue': 2 | Parameter p has a value below the least of 3",
                "'type': 'int', 'maxValue': 3, 'defaultValue': 4 | Parameter p has a value above the greatest of 3",
                "'type': 'string', 'minLength': 3, 'defaultValue': 'ab' | Parameter p has a length below the least of 3",
                "'type': 'array', 'maxLength': 1, 'defaultValue': [ 1, 2 ]"
                        + " | Parameter p has a length above the greatest of 1",
                "'type': 'string', 'allowedValues': [ 'a' ], 'defaultValue': 'b'"
                        + " | Parameter p is none of the allowed values",
                "'type': 'object', 'properties': { 'a': { 'type': 'string' } }, 'defaultValue': {}"
                        + " | Parameter p has no property 'a'",
                "'type': 'object', 'additionalProperties': false, 'defaultValue': { 'b': 1 }"
                        + " | Parameter p.b is not a property of its type",
                "'type': 'object', 'additionalProperties': { 'type': 'int' }, 'defaultValue': { 'b': 'x' }"
                        + " | Parameter p.b is a string, not an integer",
                "'type': 'array', 'prefixItems': [ { 'type': 'int' } ], 'items': { 'type': 'string' },"
                        + " 'defaultValue': [ 1, 2 ] | Parameter p[1] is a number, not a string",
                "'type': 'object', 'discriminator': { 'propertyName': 'kind', 'mapping': { 'x': { 'type': 'object',"
                        + " 'properties': { 'size': { 'type': 'int' } } } } }, 'defaultValue': { 'kind': 'x', 'size': 'y' }"
                        + " | Parameter p.size is a string, not an integer",
            })
    void aValueThatIsNotOfItsTypeIsTold(String parameter, String told) {
        Read read = with("", parameter);
        assertThat(read.diagnostics()).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'type': 'int', 'minValue': 3, 'maxValue': 3, 'defaultValue': 3",
                "'type': 'array', 'allowedValues': [ 'a', 'b' ], 'defaultValue': [ 'b' ]",
                "'type': 'array', 'allowedValues': [ [ 'a' ] ], 'defaultValue': [ 'a' ]",
                "'type': 'string', 'allowedValues': [ 'a' ], 'defaultValue': '[resourceGroup().location]'",
                "'type': 'object', 'properties': { 'a': { 'type': 'string', 'nullable': true } }, 'defaultValue': {}",
                "'type': 'bool', 'defaultValue': 'true'",
            })
    void whatAzureAcceptsIsNotTold(String parameter) {
        assertThat(with("", parameter).diagnostics()).isEmpty();
    }
}
