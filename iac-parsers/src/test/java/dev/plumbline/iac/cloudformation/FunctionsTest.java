package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each intrinsic function, in the forms that the reference gives for it. */
class FunctionsTest {

    private static final String HEAD = """
            Parameters:
              Env: {Type: String, Default: prod}
              Size: {Type: Number, Default: 3}
              Zones: {Type: CommaDelimitedList, Default: "a, b,c"}
              Ports: {Type: List<Number>, Default: "80,443"}
              Free: {Type: String}
              FreeList: {Type: CommaDelimitedList}
              Secret: {Type: String, NoEcho: true, Default: hunter2}
              Image: {Type: AWS::SSM::Parameter::Value<String>, Default: /ami}
            Mappings:
              Sizes:
                dev: {Instance: t3.micro, Count: 1, Same: x}
                prod: {Instance: t3.large, Count: [1, 2], Same: x}
            Conditions:
              IsProd: !Equals [!Ref Env, prod]
              IsDev: !Not [!Condition IsProd]
            Resources:
              Named: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub "${Env}-logs"}}
              Other: {Type: AWS::SNS::Topic}
              Subject:
                Type: AWS::Test::Subject
                Properties:
                  Value: %s
            """;

    private static Value evaluate(String expression) {
        return Stacks.property(Stacks.graph(HEAD.formatted(expression)), "Subject", "Value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "!Ref Env                                                | \"prod\"",
                "{Ref: Env}                                              | \"prod\"",
                "{\"Ref\": \"Env\"}                                      | \"prod\"",
                "!Ref Size                                               | 3",
                "!Ref Zones                                              | [\"a\",\"b\",\"c\"]",
                "!Ref Ports                                              | [80,443]",
                "!Ref Secret                                             | \"(sensitive)\"",
                "!Ref Free                                               | NO_VALUE …",
                "!Ref Image                                              | EXTERNAL …",
                "!Ref Named                                              | \"prod-logs\"",
                "!Ref Other                                              | KNOWN_AFTER_APPLY …",
                "!Ref AWS::Region                                        | KNOWN_AFTER_APPLY …",
                "!Ref AWS::Partition                                     | KNOWN_AFTER_APPLY aws…",
                "!Ref AWS::NoValue                                       | null",
                "!Ref Nobody                                             | ERROR …",
                "[a, !Ref AWS::NoValue, b]                               | [\"a\",\"b\"]",
                "!GetAtt Other.TopicArn                                  | KNOWN_AFTER_APPLY arn:aws…",
                "!GetAtt [Other, TopicName]                              | KNOWN_AFTER_APPLY …",
                "{Fn::GetAtt: [Other, !Ref Env]}                         | KNOWN_AFTER_APPLY …",
                "!GetAtt Nobody.Arn                                      | ERROR arn:aws…",
                "!Sub \"${Env}-${Size}\"                                 | \"prod-3\"",
                "!Sub [\"${A}-${Env}\", {A: !Join [\"\", [x, !Ref Env]]}]| \"xprod-prod\"",
                "!Sub \"${!Literal} $x $${Env} ${\"                      | \"${Literal} $x $prod ${\"",
                "!Sub \"a-${AWS::Region}-b\"                             | KNOWN_AFTER_APPLY a-…",
                "!Sub \"arn:${AWS::Partition}:s3:::x\"                   | KNOWN_AFTER_APPLY arn:aws…",
                "!Sub \"${Other.TopicArn}:x\"                            | KNOWN_AFTER_APPLY arn:aws…",
                "!Sub \"x-${Secret}\"                                    | \"(sensitive)\"",
                "!Sub \"${Env-x}\"                                       | ERROR …",
                "{Fn::Sub: \"${Env}\"}                                   | \"prod\"",
                "!Join [\"-\", [a, !Ref Env, 1, true]]                   | \"a-prod-1-true\"",
                "!Join [\",\", !Ref Zones]                               | \"a,b,c\"",
                "!Join [\"\", [\"x:\", !Ref Free, y]]                    | NO_VALUE x:…",
                "!Join [\",\", !Ref FreeList]                            | NO_VALUE …",
                "!Join [\"\", []]                                        | \"\"",
                "!Select [1, !Ref Zones]                                 | \"b\"",
                "!Select [\"0\", [x, y]]                                 | \"x\"",
                "!Select [5, !Ref Zones]                                 | ERROR …",
                "!Select [0, !GetAZs \"\"]                               | EXTERNAL …",
                "!Split [\"/\", \"a//b\"]                                | [\"a\",\"\",\"b\"]",
                "!Select [2, !Split [\"-\", !Sub \"${Env}-b-c\"]]        | \"c\"",
                "!Split [\",\", !Ref Free]                               | NO_VALUE …",
                "!FindInMap [Sizes, !Ref Env, Instance]                  | \"t3.large\"",
                "!FindInMap [Sizes, prod, Count]                         | [1,2]",
                "!FindInMap [Sizes, !Ref Free, Instance]                 | NO_VALUE …",
                "!FindInMap [Sizes, !Ref Free, Same]                     | \"x\"",
                "!FindInMap [Sizes, test, Instance]                      | ERROR …",
                "!FindInMap [Sizes, test, Instance, {DefaultValue: t2}]  | \"t2\"",
                "!If [IsProd, yes!, !Ref Free]                           | \"yes!\"",
                "!If [IsDev, {a: 1}, {a: !Ref Env}]                      | {\"a\":\"prod\"}",
                "!If [IsDev, 1, !Ref AWS::NoValue]                       | null",
                "{Fn::Base64: !Sub \"${Env}!\"}                          | \"cHJvZCE=\"",
                "{Fn::Base64: !Sub \"#!/bin${Free}\"}                    | NO_VALUE IyEvYmlu…",
                "!Cidr [10.0.0.0/16, 3, 8]                               | [\"10.0.0.0/24\",\"10.0.1.0/24\",\"10.0.2.0/24\"]",
                "!Select [5, !Cidr [192.168.0.0/24, 6, 5]]               | \"192.168.0.160/27\"",
                "!Cidr [10.0.0.0/30, 5, 1]                               | ERROR …",
                "!Cidr [!GetAtt Other.CidrBlock, 2, 8]                   | KNOWN_AFTER_APPLY …",
                "!GetAZs us-east-1                                       | EXTERNAL …",
                "!ImportValue vpc                                        | EXTERNAL …",
                "{Fn::ImportValue: !Sub \"${Env}-vpc\"}                  | EXTERNAL …",
                "{Fn::Length: !Ref Zones}                                | 3",
                "!Length [1, 2]                                          | 2",
                "!Length [[1, 2]]                                        | 1",
                "!ToJsonString {a: !Ref Env, b: [1, true]}               | \"{\\\"a\\\":\\\"prod\\\",\\\"b\\\":[1,true]}\"",
                "!Transform {Name: AWS::Include}                         | EXTERNAL …",
                "!Unheard [1]                                            | UNSUPPORTED …",
                "{Fn::Unheard: 1}                                        | UNSUPPORTED …",
                "{Fn::Sub: a, Fn::Join: b}                               | UNSUPPORTED …",
                "\"{{resolve:secretsmanager:s:SecretString:p}}\"         | SECRET_REFERENCE …",
                "!Sub \"x{{resolve:secretsmanager:${Env}}}\"             | SECRET_REFERENCE x…",
                "!Sub \"x{{resolve:secretsmanager:${Other}::p}}\"        | SECRET_REFERENCE x…",
                "!Join [\"\", [\"{{resolve:ssm:\", !Ref Env, \"}}\"]]    | SECRET_REFERENCE …",
                "!Ref [a]                                                | ERROR …",
                "!GetAtt Other                                           | ERROR …",
                "!Join [a, b, c]                                         | ERROR …",
                "!Join [\",\", [[a]]]                                    | ERROR …",
                "!If [IsProd, 1]                                         | ERROR …",
                "!Select [a, [b]]                                        | ERROR …",
                "!Sub [a]                                                | ERROR …",
                "!Cidr x                                                 | ERROR …",
            })
    void gives(String expression, String expected) {
        assertThat(Stacks.shown(evaluate(expression))).isEqualTo(expected);
    }

    @Test
    void aReferenceIsCertainToBeSet() {
        for (String expression : new String[] {"!Ref Other", "!GetAtt Other.Arn", "!Ref Free", "!ImportValue x"}) {
            assertThat(Stacks.unknown(evaluate(expression)).notNull())
                    .as(expression)
                    .isTrue();
        }
        assertThat(Stacks.unknown(evaluate("!Ref FreeList")).shape()).isEqualTo(Unknown.Shape.LIST);
    }

    @Test
    void reasonsAreForPeople() {
        assertThat(Stacks.unknown(evaluate("!Sub \"x-${Free}\"")).reason()).isEqualTo("parameter Free has no default");
        assertThat(Stacks.unknown(evaluate("!GetAtt Other.TopicName")).reason())
                .isEqualTo("known after deployment: Other.TopicName");
    }

    @Test
    void equalUnknownsHaveEqualSymbols() {
        String first = Stacks.unknown(evaluate("!Sub \"x-${Free}-${Other}\"")).symbol();

        assertThat(first).isEqualTo("x-<Ref Free>-<Other>");
        assertThat(Stacks.unknown(evaluate("!Join [\"-\", [x, !Ref Free, !Ref Other]]"))
                        .symbol())
                .isEqualTo(first);
    }

    @Test
    void jsonWithUnknownPartsKeepsWhatIsKnown() {
        Unknown unknown = Stacks.unknown(evaluate("!ToJsonString {Effect: Allow, Resource: !GetAtt Other.TopicArn}"));

        assertThat(((ObjectValue) unknown.document()).get("Effect")).isInstanceOf(StringValue.class);
    }

    @Test
    void aValueKnowsTheWayItCame() {
        Value value = evaluate("!Ref Env");

        assertThat(value.origin().chain())
                .extracting(step -> step.range().startLine() + " " + step.label())
                .containsExactly("23 ", "2 default of parameter Env");
    }
}
