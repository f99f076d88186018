package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Premises;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters, their files, what they must keep to, and the section Rules. */
class ParametersTest {

    @TempDir
    private Path directory;

    private static Value parameter(String declaration) {
        return Stacks.property(
                Stacks.graph("Parameters: {P: {%s}}\nResources: {A: {Type: AWS::Test::A, Properties: {V: !Ref P}}}\n"
                        .formatted(declaration)),
                "A",
                "V");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Type: String, Default: x                                      | \"x\"",
                "Type: String, Default: yes                                    | \"true\"",
                "Type: Number, Default: 1.50                                   | 1.5",
                "Type: List<Number>, Default: '1,2'                            | [1,2]",
                "Type: CommaDelimitedList, Default: 'a, b'                     | [\"a\",\"b\"]",
                "Type: CommaDelimitedList, Default: ''                         | []",
                "Type: List<String>, Default: a                                | [\"a\"]",
                "Type: AWS::EC2::VPC::Id, Default: vpc-1                       | \"vpc-1\"",
                "Type: List<AWS::EC2::Subnet::Id>, Default: 's-1,s-2'          | [\"s-1\",\"s-2\"]",
                "Type: AWS::SSM::Parameter::Name, Default: /app/x              | \"/app/x\"",
                "Type: AWS::SSM::Parameter::Value<String>, Default: /app/x     | EXTERNAL …",
                "Type: AWS::SSM::Parameter::Value<List<String>>, Default: /a   | EXTERNAL …",
                "Type: String, NoEcho: true, Default: s3cret                   | \"(sensitive)\"",
                "Type: String                                                  | NO_VALUE …",
                "Type: AWS::EC2::KeyPair::KeyName                              | NO_VALUE …",
            })
    void areOfTheirTypes(String declaration, String expected) {
        assertThat(Stacks.shown(parameter(declaration))).isEqualTo(expected);
    }

    @Test
    void listsThatSystemsManagerHoldsAreLists() {
        assertThat(Stacks.unknown(parameter("Type: AWS::SSM::Parameter::Value<CommaDelimitedList>, Default: /a"))
                        .shape())
                .isEqualTo(Unknown.Shape.LIST);
        assertThat(Stacks.unknown(parameter("Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>, Default: /a"))
                        .shape())
                .isEqualTo(Unknown.Shape.STRING);
    }

    @Test
    void aParameterMayKeepTheValueThatItsStackHas() {
        Stacks stacks = new Stacks(directory)
                .with("t.yaml", """
                        Parameters: {P: {Type: String, Default: x}}
                        Resources: {A: {Type: AWS::Test::A, Properties: {V: !Ref P}}}
                        """)
                .with("p.json", "[{\"ParameterKey\": \"P\", \"UsePreviousValue\": true}]");

        Value value =
                Stacks.property(stacks.read("p.json").get(0).worlds().get(0).graph(), "A", "V");

        assertThat(Stacks.unknown(value).reason()).isEqualTo("parameter P keeps its previous value");
    }

    @Test
    void valuesThatAreRefused() {
        ScanUnit unit = Stacks.unit("""
                Parameters:
                  A: {Type: String, Default: c, AllowedValues: [a, b]}
                  B: {Type: String, Default: b!, AllowedPattern: '[a-z]*'}
                  C: {Type: String, Default: abc, MaxLength: 2}
                  D: {Type: String, NoEcho: true, Default: a, MinLength: 8}
                  E: {Type: Number, Default: 70000, MaxValue: 65535}
                  F: {Type: Number, Default: many}
                  G: {Type: CommaDelimitedList, Default: 'a,z', AllowedValues: [a, b]}
                  H: {Type: String, Default: fine, AllowedPattern: '(?=f).*', MinLength: 1, MaxLength: 9}
                  I: {Type: String, Default: true, AllowedValues: [true, false]}
                Resources: {R: {Type: AWS::Test::R}}
                """);

        assertThat(unit.diagnostics())
                .extracting(it -> it.range().startLine() + " " + it.summary())
                .containsExactly(
                        "2 The value of parameter A is none of the allowed ones",
                        "3 The value of parameter B does not match the allowed pattern",
                        "4 The value of parameter C is not as long as it must be",
                        "5 The value of parameter D is not as long as it must be",
                        "6 The value of parameter E is out of its range",
                        "7 The value of parameter F is no number",
                        "8 The value of parameter G is none of the allowed ones");
    }

    private static final String TWO = """
            Parameters:
              Env: {Type: String, AllowedValues: [prod, dev]}
              Size: {Type: String}
            Conditions:
              IsProd: !Equals [!Ref Env, prod]
              IsBig: !Equals [!Ref Size, big]
            Resources:
              A: {Type: AWS::Test::A, Condition: IsProd}
              B: {Type: AWS::Test::B, Condition: IsBig}
            """;

    private static List<String> worlds(String rules) {
        return Stacks.unit(TWO + "Rules:\n" + rules).worlds().stream()
                .map(Premises::of)
                .toList();
    }

    @Test
    void rulesNarrowTheWorlds() {
        assertThat(worlds("  None: {Assertions: []}\n")).hasSize(4);
        assertThat(worlds("""
                  ProdIsBig:
                    RuleCondition: !Equals [!Ref Env, prod]
                    Assertions:
                      - Assert: {'Fn::Contains': [[big, huge], !Ref Size]}
                        AssertDescription: production is not small
                """))
                .containsExactly(
                        "IsProd is true, IsBig is true",
                        "IsProd is true, IsBig is false",
                        "IsProd is false, IsBig is true",
                        "IsProd is false, IsBig is false");
        assertThat(worlds("""
                  ProdIsBig:
                    RuleCondition: !Equals [!Ref Env, prod]
                    Assertions: [{Assert: {'Fn::Contains': [[big], !Ref Size]}}]
                """))
                .containsExactly(
                        "IsProd is true, IsBig is true",
                        "IsProd is false, IsBig is true",
                        "IsProd is false, IsBig is false");
        assertThat(worlds("  Dev: {Assertions: [{Assert: !Not [!Equals [!Ref Env, prod]]}]}\n"))
                .containsExactly("IsProd is false, IsBig is true", "IsProd is false, IsBig is false");
    }

    @Test
    void rulesThatCannotBeDecidedNarrowNothing() {
        assertThat(worlds("""
                  Vpc:
                    Assertions:
                      - Assert: {'Fn::EachMemberIn': [{'Fn::ValueOfAll': ['AWS::EC2::Subnet::Id', VpcId]}, {'Fn::RefAll': 'AWS::EC2::VPC::Id'}]}
                      - Assert: {'Fn::EachMemberEquals': [[a], !Ref Size]}
                """)).hasSize(4);
    }

    @Test
    void aViolatedRuleIsTold() {
        ScanUnit unit = Stacks.unit("""
                Parameters:
                  Env: {Type: String, Default: prod}
                  Nets: {Type: CommaDelimitedList, Default: 'a,b'}
                Rules:
                  One: {Assertions: [{Assert: {'Fn::EachMemberEquals': [!Ref Nets, a]}}]}
                  Two: {Assertions: [{Assert: {'Fn::EachMemberIn': [!Ref Nets, [a, b, c]]}}]}
                  Three: {RuleCondition: !Equals [!Ref Env, dev], Assertions: [{Assert: {'Fn::Contains': [[x], y]}}]}
                Resources: {R: {Type: AWS::Test::R}}
                """);

        assertThat(Stacks.codes(unit)).containsExactly("cfn-rule@5");
        assertThat(Stacks.problems(unit)).containsExactly("The parameters violate rule One");
    }
}
