package dev.plumbline.iac.arm;

import static dev.plumbline.iac.arm.ArmTemplates.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.ArmTemplates.Read;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that were not made to be deployed. */
class HostileTemplatesTest {

    private static Read withVariables(int count, String next, String last) {
        String variables = IntStream.range(0, count)
                .mapToObj(i -> "'v" + i + "': '" + next.replace("NEXT", "variables(`v" + (i + 1) + "`)") + "', ")
                .collect(Collectors.joining());
        return read("'variables': { " + variables + "'v" + count + "': " + last + " }, 'resources': [ "
                + "{ 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': { 'x': '[variables(`v0`)]' } } ]");
    }

    private static Read withValue(String expression) {
        return read("'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': { 'x': '["
                + expression + "]', 'y': 'fine' } } ]");
    }

    @Test
    void variablesInACircle() {
        Read read = withVariables(3, "[NEXT]", "'[variables(`v1`)]'");
        assertThat(read.attribute("properties.x")).isInstanceOf(UnknownValue.class);
        assertThat(read.diagnostics()).containsExactly("Value of variable v1 depends on itself");
    }

    @Test
    void variablesInALongChain() {
        assertThat(withVariables(500, "[NEXT]", "'x'").diagnostics())
                .containsExactly("Value is not evaluated: expressions refer to each other too deeply");
    }

    @Test
    void valuesThatDoubleWithEachVariable() {
        assertThat(withVariables(60, "[createArray(NEXT, NEXT)]", "'x'").diagnostics())
                .containsExactly("Value is not evaluated: a value gets too large");
        assertThat(withVariables(60, "[concat(NEXT, NEXT)]", "'0123456789'").diagnostics())
                .containsExactly("Value is not evaluated: a string gets too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "map(range(0, 10000), lambda(`i`, range(0, 10000)))",
                "reduce(range(0, 10000), createArray(), lambda(`c`, `n`, createArray(lambdaVariables(`c`))))",
                "sort(range(0, 10000), lambda(`a`, `b`, greater(lambdaVariables(`a`), lambdaVariables(`b`))))",
                "replace(replace(padLeft(``, 9999, `a`), `a`, padLeft(``, 9999, `b`)), `b`, padLeft(``, 9999, `c`))",
            })
    void workWithoutEnd(String expression) {
        Read read = withValue(expression);
        assertThat(read.attribute("properties.x")).isInstanceOf(UnknownValue.class);
        assertThat(read.diagnostics()).singleElement().asString().startsWith("Value is not evaluated: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "range(0, 1000000000)",
                "int(json(`1e999999999`))",
                "string(json(`1e999999999`))",
                "padLeft(`x`, 2147483647)",
                "format(`{0,999999999}`, 1)",
                "json(padLeft(``, 10000, `[`))",
                "take(createArray(1), 9223372036854775807)[1]",
                "split(1, 2)",
                "div(-9223372036854775808, 0)",
                "substring(`abc`, 2147483647, 2147483647)",
                "dateTimeAdd(`2026-01-01T00:00:00Z`, `P999999999Y`, `u`)",
                "dateTimeFromEpoch(9223372036854775807)",
                "cidrSubnet(`0.0.0.0/0`, 33, 1)",
                "uri(`http://[`, `%`)",
                "base64ToString(`%%%`)",
                "parameters(`x`)",
                "fail(`stop`)",
            })
    void callsThatCannotBeAnswered(String expression) {
        Read read = withValue(expression);
        assertThat(read.attribute("properties.x")).isInstanceOf(UnknownValue.class);
        assertThat(read.diagnostics()).hasSize(1);
        assertThat(read.attribute("properties.y")).isNotInstanceOf(UnknownValue.class);
    }

    @Test
    void copiesOfCopies() {
        String properties = "{ 'v': 1 }";
        for (int i = 0; i < 4; i++) {
            properties = "{ 'copy': [ { 'name': 'l" + i + "', 'count': 800, 'input': " + properties + " } ] }";
        }
        Read read = read("'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': " + properties
                + " } ]");
        assertThat(read.diagnostics())
                .containsExactly("Value is not evaluated: evaluating the template takes too much work");
    }

    @Test
    void deploymentsOfDeploymentsInCopies() {
        String resources = "{ 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n' }";
        for (int i = 0; i < 3; i++) {
            resources =
                    "{ 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': '[string(copyIndex())]',"
                            + " 'copy': { 'name': 'c', 'count': 800 }, 'properties': { 'template': { 'resources': [ "
                            + resources
                            + " ] } } }";
        }
        Read read = read("'resources': [ " + resources + " ]");
        assertThat(read.diagnostics())
                .containsExactly("Value is not evaluated: evaluating the template takes too much work");
        assertThat(read.graph().resources()).hasSizeLessThan(30_000).allSatisfy(resource -> assertThat(
                        resource.attributes().get("type"))
                .isNotNull());
    }

    @Test
    void templatesThatLinkToThemselvesManyTimes() {
        String links = IntStream.range(0, 5)
                .mapToObj(i -> "{ 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': 'd" + i
                        + "', 'properties': { 'templateLink': { 'relativePath': 'main.json' } } }")
                .collect(Collectors.joining(", "));
        assertThat(read("'resources': [ " + links + " ]").diagnostics())
                .contains("Deployments are nested too deeply")
                .anyMatch(diagnostic -> diagnostic.startsWith("Value is not evaluated: "));
    }

    @Test
    void largeTemplatesAreNotMultipliedByTheirWorlds() {
        String padding = "x".repeat(4 << 20);
        Read read = read("'parameters': { 'a': { 'type': 'bool' }, 'b': { 'type': 'bool' }, 'c': { 'type': 'bool' } },"
                + " 'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'comments': '" + padding + "',"
                + " 'properties': { 'a': '[if(parameters(`a`), 1, 2)]', 'b': '[if(parameters(`b`), 1, 2)]',"
                + " 'c': '[if(parameters(`c`), 1, 2)]' } } ]");
        assertThat(read.unit().worlds()).hasSizeLessThanOrEqualTo(4).hasSizeGreaterThan(1);
    }

    @Test
    void copiesBeyondTheLimitAreNotMade() {
        Read read = read("""
                'resources': [
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[concat(`n`, copyIndex())]',
                    'copy': { 'name': 'all', 'count': 801 } },
                  { 'type': 'A.B/d', 'apiVersion': '1', 'name': 'd', 'properties': {
                    'copy': [ { 'name': 'x', 'count': -1, 'input': 1 } ] } } ]
                """);
        assertThat(read.diagnostics())
                .containsExactly(
                        "Count of copy loop 'all' is not a number from 0 to 800",
                        "Count of copy loop 'x' is not a number from 0 to 800");
        assertThat(read.addresses()).containsExactly("A.B/c/n<copyIndex()>", "A.B/d/d");
    }

    @Test
    void referencesInACircle() {
        Read read = read("""
                'resources': [
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'a', 'properties': { 'x': '[reference(`b`).x]' } },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'b', 'properties': { 'x': '[reference(`a`).x]' } } ]
                """);
        assertThat(Read.attribute(read.at("A.B/c/a"), "properties.x")).isInstanceOf(UnknownValue.class);
    }

    @Test
    void sectionsOfTheWrongType() {
        Read read = read("""
                'parameters': 5, 'variables': 'x', 'functions': { 'a': [] }, 'outputs': [],
                'resources': [ 1, 'a', [], {}, { 'type': 5 }, { 'type': 'A.B/c', 'name': { 'a': 1 }, 'copy': 5,
                  'dependsOn': 5, 'resources': 5, 'scope': {}, 'condition': [], 'properties': null },
                  { 'type': '', 'name': '<>>><' }, { 'type': 'a/b/providers/c', 'name': '' } ]
                """);
        assertThat(read.diagnostics()).contains("Resource is not an object", "Resource has no type");
        assertThat(read.graph().resources()).hasSize(3);
    }

    @Test
    void aTemplateThatBreaksOff() {
        String whole = ArmTemplates.template(
                "'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': { 'a': [ 1, { 'b': 2 } ] } } ]");
        for (int length = whole.indexOf("resources") + 12; length < whole.length() - 1; length++) {
            Read read = new ArmTemplates()
                    .with("main.json", whole.substring(0, length))
                    .read();
            assertThat(read.diagnostics()).isNotEmpty();
        }
    }
}
