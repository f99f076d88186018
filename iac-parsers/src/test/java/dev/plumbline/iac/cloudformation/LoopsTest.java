package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code Fn::ForEach}, in every section and form that its reference shows. */
class LoopsTest {

    private static String shown(ResourceGraph graph) {
        return graph.resources().stream()
                .map(it -> it.address() + Stacks.shown(it.attributes()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void aLoopMakesResources() {
        ResourceGraph graph = Stacks.graph("""
                Transform: AWS::LanguageExtensions
                Resources:
                  Fn::ForEach::Topics:
                    - Name
                    - [Success, Failure]
                    - 'Topic${Name}':
                        Type: AWS::SNS::Topic
                        Properties:
                          TopicName: !Ref Name
                          DisplayName: !Sub 'on-${Name}'
                          Note: plain ${Name}
                """);

        assertThat(shown(graph))
                .isEqualTo(
                        "TopicSuccess{\"TopicName\":\"Success\",\"DisplayName\":\"on-Success\",\"Note\":\"plain Success\"}"
                                + " TopicFailure{\"TopicName\":\"Failure\",\"DisplayName\":\"on-Failure\",\"Note\":\"plain Failure\"}");
        Resource first = graph.at("TopicSuccess").orElseThrow();
        assertThat(first.header().startLine()).isEqualTo(6);
        assertThat(first.attributes().member("TopicName").range().startLine()).isEqualTo(9);
    }

    @Test
    void loopsInLoopsInJson() {
        ResourceGraph graph = Stacks.graph("""
                {"Transform": "AWS::LanguageExtensions", "Resources": {"Fn::ForEach::Outer": ["A", ["x", "y"], {
                   "Fn::ForEach::Inner": ["B", ["1", "2"], {
                      "R${A}${B}": {"Type": "AWS::Test::R", "Properties": {"V": {"Fn::Sub": "${A}/${B}"}}}}]}]}}
                """);

        assertThat(shown(graph))
                .isEqualTo("Rx1{\"V\":\"x/1\"} Rx2{\"V\":\"x/2\"} Ry1{\"V\":\"y/1\"} Ry2{\"V\":\"y/2\"}");
    }

    @Test
    void collectionsMayBeParametersAndFunctions() {
        ResourceGraph graph = Stacks.graph("""
                Transform: AWS::LanguageExtensions
                Parameters:
                  Names: {Type: CommaDelimitedList, Default: 'a, b'}
                Mappings:
                  Zones: {west: {Names: [c, d]}}
                Resources:
                  Fn::ForEach::One: [N, !Ref Names, {'One${N}': {Type: AWS::Test::R}}]
                  Fn::ForEach::Two: [N, !Split ['-', e-f], {'Two${N}': {Type: AWS::Test::R}}]
                  Fn::ForEach::Three:
                    - Region
                    - [west]
                    - Fn::ForEach::Four:
                        - N
                        - !FindInMap [Zones, !Ref Region, Names]
                        - 'Four${N}': {Type: AWS::Test::R}
                """);

        assertThat(graph.resources())
                .extracting(Resource::address)
                .containsExactly("Onea", "Oneb", "Twoe", "Twof", "Fourc", "Fourd");
    }

    @Test
    void whatIsNoLetterOrDigitCanBeLeftOutOfNames() {
        ResourceGraph graph = Stacks.graph("""
                Transform: AWS::LanguageExtensions
                Resources:
                  Fn::ForEach::Nets:
                    - Cidr
                    - [10.0.0.0/24, 10.0.1.0/24]
                    - 'Net&{Cidr}': {Type: AWS::EC2::Subnet, Properties: {CidrBlock: '${Cidr}'}}
                """);

        assertThat(shown(graph))
                .isEqualTo("Net1000024{\"CidrBlock\":\"10.0.0.0/24\"} Net1001024{\"CidrBlock\":\"10.0.1.0/24\"}");
    }

    @Test
    void conditionsPropertiesAndReferencesToWhatIsMade() {
        ScanUnit unit = Stacks.unit("""
                Transform: AWS::LanguageExtensions
                Parameters: {Env: {Type: String, Default: prod}}
                Conditions:
                  Fn::ForEach::Envs: [E, [prod, dev], {'Is${E}': !Equals [!Ref Env, !Ref E]}]
                Resources:
                  Fn::ForEach::Buckets: [E, [prod, dev], {'Bucket${E}': {Type: AWS::S3::Bucket, Condition: 'Is${E}'}}]
                  Policy:
                    Type: AWS::S3::BucketPolicy
                    Properties:
                      Bucket: !Ref Bucketprod
                      Fn::ForEach::Properties: [P, [prod], {'Allow${P}': !GetAtt [!Sub 'Bucket${P}', Arn]}]
                Outputs:
                  Fn::ForEach::Outputs: [E, [prod], {'Out${E}': {Value: !GetAtt ['Bucket${E}', Arn]}}]
                """);

        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(graph.resources()).extracting(Resource::address).containsExactly("Bucketprod", "Policy");
        assertThat(graph.edges()).extracting(edge -> edge.to()).containsExactly("Bucketprod", "Bucketprod");
        assertThat(Stacks.property(graph, "Policy", "Allowprod")).isNotNull();
        assertThat(unit.diagnostics()).isEmpty();
    }

    @Test
    void aLoopOverTheUnknownIsTold() {
        ScanUnit unit = Stacks.unit("""
                Transform: AWS::LanguageExtensions
                Parameters: {Names: {Type: CommaDelimitedList}}
                Resources:
                  Fn::ForEach::A: [N, !Ref Names, {'A${N}': {Type: AWS::Test::R}}]
                  B: {Type: AWS::Test::R, Properties: {X: !Ref Ax, Fn::ForEach::C: [N, !Ref Names, {'P${N}': 1}]}}
                """);

        assertThat(Stacks.codes(unit)).containsExactly("cfn-loop@4", "cfn-loop@5");
        assertThat(unit.diagnostics().get(0).detail())
                .isEqualTo("What it makes is not assessed: parameter Names has no default.");
        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(graph.at("B").orElseThrow().existence().certain()).isTrue();
        assertThat(Stacks.unknown(Stacks.property(graph, "B", "Px")).reason())
                .isEqualTo("Fn::ForEach::C makes a part of it at deployment");
    }

    @Test
    void loopsOfTheWrongShape() {
        ScanUnit unit = Stacks.unit("""
                Transform: AWS::LanguageExtensions
                Resources:
                  Fn::ForEach::A: [N, [a, b]]
                  Fn::ForEach::B: [N, text, {'A${N}': {Type: AWS::Test::R}}]
                  Fn::ForEach::C: [N, [a, b], {Same: {Type: AWS::Test::R}}]
                  Fn::ForEach::D: [N, [[a]], {'D${N}': {Type: AWS::Test::R}}]
                """);

        assertThat(Stacks.codes(unit)).containsExactly("cfn-function@3", "cfn-loop@4", "cfn-duplicate@5", "cfn-loop@6");
        assertThat(unit.worlds().get(0).graph().resources())
                .extracting(Resource::address)
                .containsExactly("Same");
    }
}
