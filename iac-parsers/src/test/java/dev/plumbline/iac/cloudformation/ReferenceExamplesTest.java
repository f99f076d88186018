package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of the intrinsic function reference show, each in a template of our own. */
class ReferenceExamplesTest {

    private static final String HEAD = """
            Transform: AWS::LanguageExtensions
            Parameters:
              Stage: {Type: String, Default: live, AllowedValues: [live, beta]}
              Subnets: {Type: List<AWS::EC2::Subnet::Id>, Default: 'subnet-a, subnet-b'}
              Blocks: {Type: CommaDelimitedList, Default: '10.1.0.0/24, 10.1.1.0/24, 10.1.2.0/24'}
              Attribute: {Type: String, Default: DNSName}
              Kind: {Type: String}
            Mappings:
              Images:
                eu-west-1: {arm: ami-0a, intel: ami-0b}
                us-west-2: {arm: ami-1a, intel: ami-1b}
              Stages:
                live: {Region: eu-west-1, Count: 4, Zones: [x, y]}
            Conditions:
              IsLive: !Equals [!Ref Stage, live]
              IsBeta: {'Fn::Not': [{Condition: IsLive}]}
              Either: !Or [!Condition IsBeta, !And [!Condition IsLive, !Equals [a, a]]]
            Resources:
              Balancer: {Type: AWS::ElasticLoadBalancing::LoadBalancer}
              Nested: {Type: AWS::CloudFormation::Stack}
              Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
              Subject:
                Type: AWS::Test::Subject
                Properties:
                  Value: %s
            """;

    private static Value evaluate(String expression) {
        ResourceGraph graph = Stacks.graph(HEAD.formatted(expression));
        return Stacks.property(graph, "Subject", "Value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Fn::Base64       | {Fn::Base64: hello there}                                      | \"aGVsbG8gdGhlcmU=\"",
                "Fn::Base64       | !Base64 x                                                      | \"eA==\"",
                "Fn::Base64       | !Base64 {Fn::Sub: \"stage=${Stage}\"}                          | \"c3RhZ2U9bGl2ZQ==\"",
                "Fn::Cidr         | !Cidr [192.168.0.0/24, 6, 5]                                   | [\"192.168.0.0/27\",\"192.168.0.32/27\",\"192.168.0.64/27\",\"192.168.0.96/27\",\"192.168.0.128/27\",\"192.168.0.160/27\"]",
                "Fn::Cidr         | {Fn::Select: [1, {Fn::Cidr: [10.0.0.0/16, \"2\", \"8\"]}]}     | \"10.0.1.0/24\"",
                "Fn::Cidr         | !Cidr [2001:db8:a:b00::/56, 2, 64]                             | [\"2001:db8:a:b00::/64\",\"2001:db8:a:b01::/64\"]",
                "Fn::Cidr         | !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 1, 64]] | KNOWN_AFTER_APPLY …",
                "Fn::Cidr         | !Cidr [10.0.0.0/16, 4]                                         | UNSUPPORTED …",
                "Fn::Cidr         | !Cidr [10.0.0.0/16, 300, 4]                                    | ERROR …",
                "Fn::Cidr         | !Cidr [::1/129, 1, 1]                                          | ERROR …",
                "Fn::FindInMap    | !FindInMap [Images, us-west-2, arm]                            | \"ami-1a\"",
                "Fn::FindInMap    | !FindInMap [Images, !Ref AWS::Region, arm]                     | KNOWN_AFTER_APPLY …",
                "Fn::FindInMap    | !FindInMap [Images, !FindInMap [Stages, !Ref Stage, Region], arm] | \"ami-0a\"",
                "Fn::FindInMap    | !FindInMap [Images, !Select [0, !Split [\";\", \"us-west-2;x\"]], intel] | \"ami-1b\"",
                "Fn::FindInMap    | !FindInMap [Stages, beta, Count, {DefaultValue: 1}]            | 1",
                "Fn::FindInMap    | !FindInMap [Stages, beta, Count, {DefaultValue: !Ref Stage}]   | \"live\"",
                "Fn::FindInMap    | !FindInMap [Stages, !Ref Kind, Count, {DefaultValue: 4}]       | 4",
                "Fn::FindInMap    | !FindInMap [Stages, !Ref Kind, Count, {DefaultValue: 5}]       | NO_VALUE …",
                "Fn::FindInMap    | !FindInMap [None, a, b, {DefaultValue: c}]                     | \"c\"",
                "Fn::GetAtt       | !GetAtt Balancer.DNSName                                       | KNOWN_AFTER_APPLY …",
                "Fn::GetAtt       | {Fn::GetAtt: [Balancer, SourceSecurityGroup.OwnerAlias]}       | KNOWN_AFTER_APPLY …",
                "Fn::GetAtt       | !GetAtt Nested.Outputs.VpcId                                   | KNOWN_AFTER_APPLY …",
                "Fn::GetAtt       | {Fn::GetAtt: [!Sub \"Bal${Empty}ancer\", DNSName]}             | ERROR …",
                "Fn::GetAtt       | !GetAtt [!Join [\"\", [Bal, ancer]], !Ref Attribute]           | KNOWN_AFTER_APPLY …",
                "Fn::GetAZs       | !GetAZs ''                                                     | EXTERNAL …",
                "Fn::GetAZs       | {Fn::GetAZs: !Ref AWS::Region}                                 | EXTERNAL …",
                "Fn::GetAZs       | !Select [0, {Fn::GetAZs: eu-west-1}]                           | EXTERNAL …",
                "Fn::GetStackOutput | !GetStackOutput {StackName: net, OutputName: VpcId}          | EXTERNAL …",
                "Fn::GetStackOutput | {Fn::GetStackOutput: {StackName: !Sub \"${Stage}-net\", OutputName: VpcId, Region: eu-west-1, RoleArn: r}} | EXTERNAL …",
                "Fn::GetStackOutput | !GetStackOutput {StackName: net}                             | ERROR …",
                "Fn::ImportValue  | !ImportValue net-SubnetId                                      | EXTERNAL …",
                "Fn::ImportValue  | {Fn::ImportValue: !Sub \"${Kind}-SubnetId\"}                   | EXTERNAL …",
                "Fn::Join         | !Join [\":\", [a, b, c]]                                       | \"a:b:c\"",
                "Fn::Join         | !Join [\"\", [\"arn:\", !Ref AWS::Partition, \":s3:::x/*\"]]   | KNOWN_AFTER_APPLY arn:aws…",
                "Fn::Join         | !Join [\"-\", !Ref Subnets]                                    | \"subnet-a-subnet-b\"",
                "Fn::Length       | !Length [1, 2, 3]                                              | 3",
                "Fn::Length       | {Fn::Length: !Ref Blocks}                                      | 3",
                "Fn::Length       | {Fn::Length: {Fn::Split: [\";\", \"a;b\"]}}                    | 2",
                "Fn::Length       | {Fn::Length: {Fn::FindInMap: [Stages, live, Zones]}}           | 2",
                "Fn::Select       | !Select [\"1\", [apples, grapes, oranges]]                     | \"grapes\"",
                "Fn::Select       | !Select [2, !Ref Blocks]                                       | \"10.1.2.0/24\"",
                "Fn::Split        | !Split [\";\", \"a;b;c\"]                                      | [\"a\",\"b\",\"c\"]",
                "Fn::Split        | !Split [\";\", \"a;;c;\"]                                      | [\"a\",\"\",\"c\",\"\"]",
                "Fn::Split        | !Select [2, !Split [\",\", !ImportValue subnets]]              | EXTERNAL …",
                "Fn::Sub          | !Sub [\"www.${Domain}\", {Domain: !Ref Stage}]                 | \"www.live\"",
                "Fn::Sub          | !Sub \"arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:vpc/${Vpc}\" | KNOWN_AFTER_APPLY arn:aws…",
                "Fn::Sub          | !Sub \"$${!Stage} ${Stage}\"                                   | \"$${Stage} live\"",
                "Fn::ToJsonString | !ToJsonString {a: !Ref Stage, b: !Length [1]}                  | \"{\\\"a\\\":\\\"live\\\",\\\"b\\\":1}\"",
                "Fn::ToJsonString | !ToJsonString [!Ref Stage, {k: v}]                             | \"[\\\"live\\\",{\\\"k\\\":\\\"v\\\"}]\"",
                "Fn::If           | !If [IsLive, one, two]                                         | \"one\"",
                "Fn::If           | !If [IsBeta, {Iops: 1}, !Ref AWS::NoValue]                     | null",
                "Fn::If           | !If [Either, [a], [b]]                                         | [\"a\"]",
                "Condition        | {Condition: IsLive}                                            | {\"Condition\":\"IsLive\"}",
                "Condition        | !Condition IsLive                                              | true",
                "Fn::And          | !And [!Condition IsLive, !Condition IsBeta]                    | UNSUPPORTED …",
                "Fn::Contains     | {Fn::Contains: [[a], a]}                                       | UNSUPPORTED …",
                "Ref              | !Ref [!Join [\"\", [Sta, ge]]]                                 | ERROR …",
                "Ref              | {Ref: !Join [\"\", [Sta, ge]]}                                 | \"live\"",
                "Fn::Transform    | {Fn::Transform: {Name: Mine, Parameters: {a: b}}}              | EXTERNAL …",
            })
    void gives(String function, String expression, String expected) {
        assertThat(Stacks.shown(evaluate(expression))).as(function).isEqualTo(expected);
    }

    @Test
    void textOverManyLines() {
        assertThat(Stacks.shown(
                        evaluate("\n        Fn::Base64: !Sub |\n          #!/bin/sh\n          run ${Stage}\n")))
                .isEqualTo("\"IyEvYmluL3NoCnJ1biBsaXZlCg==\"");
    }

    @Test
    void whatIsUnknownSaysWhereItComesFrom() {
        assertThat(Stacks.unknown(evaluate("!GetStackOutput {StackName: net, OutputName: VpcId}"))
                        .reason())
                .isEqualTo("VpcId is an output of stack net");
        assertThat(Stacks.unknown(evaluate("!ImportValue net-SubnetId")).reason())
                .isEqualTo("net-SubnetId is exported by another stack");
        assertThat(Stacks.unknown(evaluate("\n        Fn::ImportValue: !Sub \"${AWS::StackName}-SubnetId\"\n"))
                        .reason())
                .isEqualTo("another stack exports it, under a name that is not known");
        assertThat(Stacks.unknown(evaluate("!Ref Kind")).reason()).isEqualTo("parameter Kind has no default");
    }
}
