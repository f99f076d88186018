package dev.plumbline.iac.arm;

import static dev.plumbline.iac.arm.ArmTemplates.json;
import static dev.plumbline.iac.arm.ArmTemplates.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Premises;
import dev.plumbline.iac.ScanUnit.World;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.arm.ArmTemplates.Read;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArmWorldsTest {

    /** Each world with the properties of its resources. */
    private static List<String> worlds(Read read) {
        return read.unit().worlds().stream().map(ArmWorldsTest::shown).toList();
    }

    private static String shown(World world) {
        return Premises.of(world) + ": "
                + world.graph().resources().stream()
                        .map(resource -> resource.name()
                                + (resource.attributes().get("properties") == null
                                        ? ""
                                        : ValueJson.compact(
                                                resource.attributes().get("properties")))
                                + (resource.existence().certain() ? "" : "?"))
                        .collect(Collectors.joining(" "));
    }

    private static Read withResources(String parameters, String... resources) {
        String written = List.of(resources).stream()
                .map(resource -> "{ 'type': 'A.B/c', 'apiVersion': '1', " + resource + " }")
                .collect(Collectors.joining(", "));
        return read("'parameters': { " + parameters + " }, 'resources': [ " + written + " ]");
    }

    @Test
    void aTruthValueIsTakenBothWays() {
        Read read = withResources(
                "'deploy': { 'type': 'bool' }",
                "'name': 'a', 'condition': '[parameters(`deploy`)]'",
                "'name': 'b', 'condition': '[not(parameters(`deploy`))]'",
                "'name': 'c', 'properties': { 'v': '[if(parameters(`deploy`), `x`, `y`)]' }");
        assertThat(worlds(read))
                .containsExactly(json("deploy is true: a c{'v':'x'}"), json("deploy is false: b c{'v':'y'}"));
    }

    @Test
    void aParameterHasEachValueThatItIsComparedWithAndOneThatItIsNot() {
        Read read = withResources(
                "'env': { 'type': 'string' }",
                "'name': 'a', 'condition': '[equals(parameters(`env`), `prod`)]',"
                        + " 'properties': { 'env': '[parameters(`env`)]' }",
                "'name': 'b', 'condition': '[equals(`dev`, parameters(`env`))]'",
                "'name': 'c', 'condition': '[not(empty(parameters(`env`)))]'");
        assertThat(worlds(read))
                .containsExactly(
                        "env is 'prod': a{\"env\":\"prod\"} c",
                        "env is 'dev': b c",
                        "env is empty: ",
                        "env is none of 'prod', 'dev', '': c");
    }

    @Test
    void allowedValuesLimitIt() {
        Read read = withResources(
                "'env': { 'type': 'string', 'allowedValues': [ 'prod', 'dev' ] }",
                "'name': 'a', 'condition': '[equals(parameters(`env`), `prod`)]'",
                "'name': 'b', 'properties': { 'v': '[parameters(`env`)]' }");
        assertThat(worlds(read))
                .containsExactly("env is 'prod': a b{\"v\":\"prod\"}", "env is 'dev': b{\"v\":\"dev\"}");
    }

    @Test
    void aSingleAllowedValueIsTheValue() {
        Read read = withResources(
                "'env': { 'type': 'string', 'allowedValues': [ 'prod' ] }",
                "'name': 'a', 'properties': { 'v': '[if(equals(parameters(`env`), `prod`), 1, 2)]' }");
        assertThat(worlds(read)).containsExactly(": a{\"v\":1}");
    }

    @Test
    void worldsAreConsistentThroughVariablesFunctionsAndNestedTemplates() {
        Read read = read("""
                'parameters': { 'a': { 'type': 'bool' }, 'b': { 'type': 'bool' } },
                'variables': { 'both': '[and(parameters(`a`), parameters(`b`))]' },
                'resources': [
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'x', 'condition': '[variables(`both`)]' },
                  { 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': 'd', 'properties': {
                    'mode': 'Incremental', 'expressionEvaluationOptions': { 'scope': 'inner' },
                    'parameters': { 'on': { 'value': '[variables(`both`)]' } },
                    'template': { 'parameters': { 'on': { 'type': 'bool' } }, 'resources': [
                      { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'y', 'condition': '[not(parameters(`on`))]' } ] } } }
                ]
                """);
        assertThat(read.unit().worlds().stream()
                        .map(world -> Premises.of(world) + ": "
                                + world.graph().ofType("A.B/c").get(0).name()))
                .containsExactly("a is true, b is true: x", "a is true, b is false: y", "a is false: y");
    }

    @Test
    void whatCannotBeTakenApartIsTakenAsOne() {
        Read read = withResources(
                "'tier': { 'type': 'string' }",
                "'name': 'a', 'condition': '[contains(parameters(`tier`), `Premium`)]'",
                "'name': 'b', 'condition': '[not(contains(parameters(`tier`), `Premium`))]'");
        assertThat(worlds(read))
                .containsExactly("contains(tier, 'Premium') is true: a", "contains(tier, 'Premium') is false: b");
    }

    @Test
    void numbersAreGreaterOrNotAndNoNumberIsBoth() {
        Read read = withResources(
                "'n': { 'type': 'int' }",
                "'name': 'a', 'condition': '[greater(parameters(`n`), 3)]'",
                "'name': 'b', 'condition': '[less(0, parameters(`n`))]'",
                "'name': 'c', 'condition': '[lessOrEquals(parameters(`n`), 3)]'",
                "'name': 'd', 'condition': '[greaterOrEquals(3, parameters(`n`))]'");
        assertThat(worlds(read))
                .containsExactly(
                        "n is greater than 3, n is greater than 0: a b",
                        "n is at most 3, n is greater than 0: b c d",
                        "n is at most 3, n is at most 0: c d");
    }

    @Test
    void whatIsEmptyStartsWithNothingAndHasNoLength() {
        Read read = withResources(
                "'s': { 'type': 'string' }, 'l': { 'type': 'array' }",
                "'name': 'a', 'condition': '[empty(parameters(`s`))]'",
                "'name': 'b', 'condition': '[startsWith(parameters(`s`), `x`)]'",
                "'name': 'c', 'condition': '[greater(length(parameters(`s`)), 0)]'");
        assertThat(worlds(read))
                .containsExactly(
                        "s is empty: a",
                        "s is not empty, startsWith(s, 'x') is true, length(s) is greater than 0: b c",
                        "s is not empty, startsWith(s, 'x') is false, length(s) is greater than 0: c");

        Read list = withResources(
                "'l': { 'type': 'array' }",
                "'name': 'a', 'condition': '[empty(parameters(`l`))]'",
                "'name': 'b', 'condition': '[contains(parameters(`l`), `x`)]'",
                "'name': 'c', 'condition': '[equals(length(parameters(`l`)), 0)]'");
        assertThat(worlds(list).stream().map(world -> world.replaceAll(".*: ", "")))
                .containsExactly("a c", "b", "");
    }

    @Test
    void aStringStartsAndEndsInOneWay() {
        Read read = withResources(
                "'s': { 'type': 'string' }",
                "'name': 'a', 'condition': '[startsWith(parameters(`s`), `Premium`)]'",
                "'name': 'b', 'condition': '[startsWith(parameters(`s`), `standard`)]'",
                "'name': 'c', 'condition': '[startsWith(parameters(`s`), `pre`)]'");
        assertThat(worlds(read).stream().map(world -> world.replaceAll(".*: ", "")))
                .containsExactly("a c", "b", "c", "");
    }

    @Test
    void aListMayContainTwoThings() {
        Read read = withResources(
                "'l': { 'type': 'array' }",
                "'name': 'a', 'condition': '[contains(parameters(`l`), `x`)]'",
                "'name': 'b', 'condition': '[contains(parameters(`l`), `y`)]'");
        assertThat(worlds(read)).hasSize(4);
    }

    @Test
    void decidedConditionsAndEqualBranchesMakeNoWorlds() {
        Read read = withResources(
                "'on': { 'type': 'bool', 'defaultValue': true }, 'free': { 'type': 'bool' }",
                "'name': 'a', 'condition': '[or(parameters(`on`), parameters(`free`))]'",
                "'name': 'b', 'condition': '[and(not(parameters(`on`)), parameters(`free`))]'",
                "'name': 'c', 'properties': { 'v': '[if(parameters(`free`), 1, 1)]' }");
        assertThat(worlds(read)).containsExactly(": a c{\"v\":1}");
    }

    @Test
    void aConditionThatNoParameterDecidesLeavesTheResourceUncertain() {
        Read read = withResources("", "'name': 'a', 'condition': '[startsWith(newGuid(), `a`)]'");
        assertThat(worlds(read)).containsExactly(": a?");
        assertThat(read.only().existence().reason()).startsWith("its condition is not known: newGuid()");
    }

    @Test
    void whatAzureAnswersIsNotAssumed() {
        Read read = withResources(
                "'other': { 'type': 'string' }",
                "'name': 'a', 'condition': '[contains(reference(parameters(`other`), `1`).kinds, `x`)]'",
                "'name': 'b', 'condition': '[equals(reference(parameters(`other`), `1`).kind, `x`)]'");
        assertThat(worlds(read)).containsExactly(": a? b?");
        assertThat(read.at("A.B/c/b").existence().reason())
                .isEqualTo("its condition is not known: reference() reads a resource when the template is deployed");
    }

    @Test
    void whatADeploymentIsGivenIsAssumed() {
        Read read = withResources(
                "",
                "'name': 'a', 'condition': '[equals(resourceId(`A.B/d`, toLower(resourceGroup().location)), `x`)]'",
                "'name': 'b', 'condition': '[equals(toLower(resourceGroup().location), `westeurope`)]'");
        assertThat(worlds(read))
                .containsExactly(
                        "toLower(resourceGroup().location) is 'westeurope': b",
                        "toLower(resourceGroup().location) is not 'westeurope': ");
    }

    @Test
    void aParameterThatIsAssumedDecidesOtherConditions() {
        Read read = withResources(
                "'env': { 'type': 'string', 'allowedValues': [ 'prod', 'dev' ] }",
                "'name': 'a', 'condition': '[equals(parameters(`env`), `prod`)]'",
                "'name': 'b', 'condition': '[startsWith(parameters(`env`), `d`)]'");
        assertThat(worlds(read)).containsExactly("env is 'prod': a", "env is 'dev': b");
    }

    @Test
    void whereThereWouldBeTooManyWorldsTheRestIsUndecided() {
        String parameters = IntStream.range(0, 40)
                .mapToObj(i -> "'p%d': { 'type': 'bool' }".formatted(i))
                .collect(Collectors.joining(", "));
        String[] resources = IntStream.range(0, 40)
                .mapToObj(i -> "'name': 'r%d', 'condition': '[parameters(`p%d`)]'".formatted(i, i))
                .toArray(String[]::new);
        Read read = withResources(parameters, resources);
        assertThat(read.unit().worlds()).hasSize(16);
        assertThat(shown(read.unit().worlds().get(15)))
                .startsWith("p0 is false, p1 is false, p2 is false, p3 is false: r4? r5?");
    }

    @Test
    void aSecretIsNotToldInAnAssumption() {
        Read read = withResources(
                "'given': { 'type': 'string' }, 'secret': { 'type': 'securestring', 'defaultValue': 'hidden' }",
                "'name': 'a', 'condition': '[equals(parameters(`given`), parameters(`secret`))]'");
        assertThat(worlds(read)).noneMatch(world -> world.contains("hidden"));
    }
}
