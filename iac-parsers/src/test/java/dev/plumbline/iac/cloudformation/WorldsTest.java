package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Premises;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.ScanUnit.World;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldsTest {

    private static final String RESOURCES = """
            Resources:
              A: {Type: AWS::Test::A, Condition: IsProd, Properties: {E: !Ref Env}}
              B: {Type: AWS::Test::B, Properties: {V: !If [IsDev, !Ref Env, none]}}
            """;

    private static String shown(World world) {
        return Premises.of(world) + ": "
                + world.graph().resources().stream()
                        .map(it -> it.address() + Stacks.shown(it.attributes()))
                        .collect(Collectors.joining(" "));
    }

    @Test
    void onlyConsistentWorldsAreExplored() {
        ScanUnit unit = Stacks.unit("""
                Parameters:
                  Env: {Type: String}
                Conditions:
                  IsProd: !Equals [!Ref Env, prod]
                  IsDev: !Equals [dev, !Ref Env]
                """ + RESOURCES);

        assertThat(unit.worlds())
                .extracting(WorldsTest::shown)
                .containsExactly(
                        "IsProd is true, IsDev is false: A{\"E\":\"prod\"} B{\"V\":\"none\"}",
                        "IsProd is false, IsDev is true: B{\"V\":\"dev\"}",
                        "IsProd is false, IsDev is false: B{\"V\":\"none\"}");
    }

    @Test
    void allowedValuesLimitTheWorlds() {
        ScanUnit unit = Stacks.unit("""
                Parameters:
                  Env: {Type: String, AllowedValues: [prod, dev]}
                Conditions:
                  IsProd: !Equals [!Ref Env, prod]
                  IsDev: !Not [!Condition IsProd]
                """ + RESOURCES);

        assertThat(unit.worlds())
                .extracting(WorldsTest::shown)
                .containsExactly(
                        "IsProd is true, IsDev is false: A{\"E\":\"prod\"} B{\"V\":\"none\"}",
                        "IsProd is false, IsDev is true: B{\"V\":\"dev\"}");
    }

    @Test
    void decidedAndUnusedConditionsMakeNoWorlds() {
        ScanUnit unit = Stacks.unit("""
                Parameters:
                  Env: {Type: String, Default: dev}
                  Free: {Type: String}
                Conditions:
                  IsProd: !And [!Equals [!Ref Env, prod], !Equals [!Ref Free, x]]
                  IsDev: !Or [!Equals [!Ref Env, dev], !Equals [!Ref Free, x]]
                  Unused: !Equals [!Ref Free, x]
                """ + RESOURCES);

        assertThat(unit.worlds()).extracting(WorldsTest::shown).containsExactly(": B{\"V\":\"dev\"}");
    }

    @Test
    void comparisonsThatCannotBeTakenApartAreAssumedAsOne() {
        ScanUnit unit = Stacks.unit("""
                Parameters:
                  Env: {Type: CommaDelimitedList}
                Conditions:
                  IsProd: !Equals [!Join ["", !Ref Env], ""]
                  IsDev: !Not [!Equals ["", !Join ["", {Ref: Env}]]]
                """ + RESOURCES);

        assertThat(unit.worlds())
                .extracting(Premises::of)
                .containsExactly("IsProd is true, IsDev is false", "IsProd is false, IsDev is true");
    }

    @Test
    void nothingEqualsTwoDifferentTexts() {
        ScanUnit unit = Stacks.unit("""
                Parameters:
                  Env: {Type: CommaDelimitedList}
                Conditions:
                  IsProd: !Equals [!Select [0, !Ref Env], prod]
                  IsDev: !Equals [dev, !Select [0, !Ref Env]]
                """ + RESOURCES);

        assertThat(unit.worlds())
                .extracting(Premises::of)
                .containsExactly(
                        "IsProd is true, IsDev is false",
                        "IsProd is false, IsDev is true",
                        "IsProd is false, IsDev is false");
    }

    @Test
    void whatStartsOtherwiseIsNotEqual() {
        ScanUnit unit = Stacks.unit("""
                Parameters:
                  Env: {Type: String}
                Conditions:
                  IsProd: !Equals [!Sub "env-${Env}", ""]
                  IsDev: !Equals [!Sub "env-${Env}", dev]
                """ + RESOURCES);

        assertThat(unit.worlds()).extracting(WorldsTest::shown).containsExactly(": B{\"V\":\"none\"}");
    }

    @Test
    void aParameterThatIsAssumedDecidesOtherComparisons() {
        ScanUnit unit = Stacks.unit("""
                Parameters:
                  Env: {Type: String, AllowedValues: [prod, dev]}
                Conditions:
                  IsProd: !Equals [!Ref Env, prod]
                  IsDev: !Equals [!Sub "x-${Env}", x-dev]
                """ + RESOURCES);

        assertThat(unit.worlds())
                .extracting(Premises::of)
                .containsExactly("IsProd is true, IsDev is false", "IsProd is false, IsDev is true");
    }

    @Test
    void whereThereWouldBeTooManyWorldsTheRestIsUndecided() {
        String parameters = IntStream.range(0, 40)
                .mapToObj(i -> "  P" + i + ": {Type: String}\n")
                .collect(Collectors.joining());
        String conditions = IntStream.range(0, 40)
                .mapToObj(i -> "  C" + i + ": !Equals [!Ref P" + i + ", x]\n")
                .collect(Collectors.joining());
        String resources = IntStream.range(0, 40)
                .mapToObj(i -> "  R%d: {Type: AWS::Test::R, Condition: C%d}\n".formatted(i, i))
                .collect(Collectors.joining());

        ScanUnit unit =
                Stacks.unit("Parameters:\n" + parameters + "Conditions:\n" + conditions + "Resources:\n" + resources);

        assertThat(unit.worlds()).hasSize(16);
        assertThat(unit.worlds()).allSatisfy(world -> assertThat(
                        world.graph().at("R39").orElseThrow().existence().reason())
                .isEqualTo("condition C39 is undecided: parameter P39 has no default"));
        assertThat(unit.worlds()
                        .get(0)
                        .graph()
                        .at("R0")
                        .orElseThrow()
                        .existence()
                        .certain())
                .isTrue();
        assertThat(unit.worlds().get(15).graph().at("R0")).isEmpty();
    }

    @Test
    void conditionsThatReferToThemselvesAreUndecided() {
        ScanUnit unit = Stacks.unit("""
                Parameters:
                  Env: {Type: String}
                Conditions:
                  IsProd: !Not [!Condition IsDev]
                  IsDev: !Or [!Condition IsProd, !Condition IsDev]
                """ + RESOURCES);

        assertThat(unit.worlds()).hasSize(1);
        assertThat(unit.worlds()
                        .get(0)
                        .graph()
                        .at("A")
                        .orElseThrow()
                        .existence()
                        .certain())
                .isFalse();
        assertThat(Stacks.problems(unit)).contains("Circular reference between conditions");
    }
}
