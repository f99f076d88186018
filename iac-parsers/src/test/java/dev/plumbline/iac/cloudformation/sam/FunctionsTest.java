package dev.plumbline.iac.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Premises;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.cloudformation.Stacks;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    private static final String HEAD = "Transform: AWS::Serverless-2016-10-31\nResources:\n";

    private static String shown(ResourceGraph graph, String id, String property) {
        Value value = Stacks.property(graph, id, property);
        return value == null ? null : Stacks.shown(value);
    }

    @Test
    void aFunctionComesWithItsRole() {
        ScanUnit unit = Stacks.unit(HEAD + """
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: app.handle
                      Runtime: java21
                      CodeUri: ./target
                      Tracing: Active
                      MemorySize: 512
                      Tags: {team: shop}
                      DeadLetterQueue: {Type: SQS, TargetArn: "arn:aws:sqs:eu-west-1:111122223333:dead"}
                """);

        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(unit.diagnostics()).isEmpty();
        assertThat(graph.resources())
                .extracting(it -> it.address() + " " + it.type())
                .containsExactly("Orders AWS::Lambda::Function", "OrdersRole AWS::IAM::Role");
        assertThat(shown(graph, "Orders", "MemorySize")).isEqualTo("512");
        assertThat(shown(graph, "Orders", "TracingConfig")).isEqualTo("{\"Mode\":\"Active\"}");
        assertThat(shown(graph, "Orders", "DeadLetterConfig"))
                .isEqualTo("{\"TargetArn\":\"arn:aws:sqs:eu-west-1:111122223333:dead\"}");
        assertThat(shown(graph, "Orders", "Tags"))
                .isEqualTo("[{\"Key\":\"team\",\"Value\":\"shop\"},{\"Key\":\"lambda:createdBy\",\"Value\":\"SAM\"}]");
        assertThat(shown(graph, "Orders", "Role")).isEqualTo("KNOWN_AFTER_APPLY arn:aws…");
        assertThat(shown(graph, "OrdersRole", "ManagedPolicyArns"))
                .isEqualTo("[\"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole\","
                        + "\"arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess\"]");
        assertThat(shown(graph, "OrdersRole", "AssumeRolePolicyDocument")).contains("lambda.amazonaws.com");
        assertThat(shown(graph, "OrdersRole", "Policies")).contains("sqs:SendMessage");
        assertThat(graph.edges()).contains(new Edge("Orders", "Role", "OrdersRole", "Arn", Edge.Kind.REFERENCE));
    }

    @Test
    void whatIsMadeStandsWhereItIsWritten() {
        ResourceGraph graph = Stacks.graph(HEAD + """
                  Orders:
                    Type: AWS::Serverless::Function
                    Metadata: {Owner: shop}
                    Properties:
                      Tracing: PassThrough
                      InlineCode: "x = 1"
                      Events:
                        Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
                """);

        Resource function = graph.at("Orders").orElseThrow();
        assertThat(function.header()).isEqualTo(new SourceRange("t.yaml", 3, 3, 3, 9));
        assertThat(function.range().startLine()).isEqualTo(3);
        assertThat(function.range().endLine()).isEqualTo(10);
        assertThat(function.attributes().member("TracingConfig").range())
                .isEqualTo(new SourceRange("t.yaml", 7, 7, 7, 27));
        assertThat(function.attributes().member("Code").range()).isEqualTo(new SourceRange("t.yaml", 8, 7, 8, 26));
        assertThat(graph.at("OrdersRole").orElseThrow().header()).isEqualTo(function.header());
        assertThat(graph.at("OrdersRole").orElseThrow().attributes().get("AWS::CloudFormation"))
                .isNotNull();
        Resource rule = graph.at("OrdersNightly").orElseThrow();
        assertThat(rule.header()).isEqualTo(new SourceRange("t.yaml", 10, 9, 10, 16));
        assertThat(rule.attributes().member("ScheduleExpression").range().startLine())
                .isEqualTo(10);
    }

    @Test
    void policiesOfEveryKind() {
        ResourceGraph graph = Stacks.graph(HEAD + """
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      PermissionsBoundary: arn:aws:iam::111122223333:policy/limit
                      Policies:
                        - AmazonSQSReadOnlyAccess
                        - arn:aws:iam::111122223333:policy/own
                        - Statement: [{Effect: Allow, Action: "*", Resource: "*"}]
                        - S3ReadPolicy: {BucketName: logs}
                        - Fn::If: [Never, {Statement: []}, AdministratorAccess]
                        - NobodyKnowsPolicy: {}
                Conditions:
                  Never: !Equals [a, b]
                """);

        assertThat(shown(graph, "OrdersRole", "ManagedPolicyArns"))
                .isEqualTo("[\"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole\","
                        + "\"arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess\","
                        + "\"arn:aws:iam::111122223333:policy/own\","
                        + "\"arn:aws:iam::aws:policy/AdministratorAccess\"]");
        Value.ListValue policies = (Value.ListValue) Stacks.property(graph, "OrdersRole", "Policies");
        assertThat(policies.elements()).hasSize(3);
        assertThat(Stacks.shown(policies.elements().get(0)))
                .isEqualTo("{\"PolicyName\":\"OrdersRolePolicy0\",\"PolicyDocument\":{\"Version\":\"2012-10-17\","
                        + "\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}}");
        assertThat(policies.elements().get(1).toString())
                .contains("s3:GetObject")
                .doesNotContain("s3:PutObject");
        assertThat(shown(graph, "OrdersRole", "PermissionsBoundary"))
                .isEqualTo("\"arn:aws:iam::111122223333:policy/limit\"");
    }

    @Test
    void aRoleOfOnesOwnIsUsed() {
        ResourceGraph graph = Stacks.graph(HEAD + """
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties: {Role: "arn:aws:iam::111122223333:role/orders", Policies: [AdministratorAccess]}
                """);

        assertThat(graph.resources()).extracting(Resource::address).containsExactly("Orders");
        assertThat(shown(graph, "Orders", "Role")).isEqualTo("\"arn:aws:iam::111122223333:role/orders\"");
    }

    @Test
    void aPublishedFunctionIsCalledByItsAlias() {
        ScanUnit unit = Stacks.unit(HEAD + """
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      AutoPublishAlias: live
                      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 2}
                      DeploymentPreference: {Type: Canary10Percent5Minutes, Alarms: [!Ref Alarm]}
                      FunctionUrlConfig: {AuthType: NONE}
                      EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS}}}
                      Events:
                        Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
                  Alarm: {Type: AWS::CloudWatch::Alarm}
                  Topic:
                    Type: AWS::SNS::Topic
                    Properties:
                      DisplayName: !Ref Orders.Alias
                      TopicName: !Sub "${Orders.Version}-x"
                      Other: !GetAtt Orders.Version.Version
                """);

        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(unit.diagnostics()).isEmpty();
        assertThat(graph.resources())
                .extracting(it -> it.address() + " " + it.type())
                .contains(
                        "OrdersVersion AWS::Lambda::Version",
                        "OrdersAliaslive AWS::Lambda::Alias",
                        "ServerlessDeploymentApplication AWS::CodeDeploy::Application",
                        "OrdersDeploymentGroup AWS::CodeDeploy::DeploymentGroup",
                        "CodeDeployServiceRole AWS::IAM::Role",
                        "OrdersUrl AWS::Lambda::Url",
                        "OrdersUrlPublicPermissions AWS::Lambda::Permission",
                        "OrdersEventInvokeConfig AWS::Lambda::EventInvokeConfig",
                        "OrdersEventInvokeConfigOnFailureQueue AWS::SQS::Queue",
                        "OrdersNightly AWS::Events::Rule",
                        "OrdersNightlyPermission AWS::Lambda::Permission");
        assertThat(shown(graph, "OrdersAliaslive", "ProvisionedConcurrencyConfig"))
                .isEqualTo("{\"ProvisionedConcurrentExecutions\":2}");
        assertThat(shown(graph, "OrdersUrlPublicPermissions", "FunctionUrlAuthType"))
                .isEqualTo("\"NONE\"");
        assertThat(graph.edges())
                .contains(
                        new Edge("Topic", "DisplayName", "OrdersAliaslive", "", Edge.Kind.REFERENCE),
                        new Edge("Topic", "TopicName", "OrdersVersion", "", Edge.Kind.REFERENCE),
                        new Edge("Topic", "Other", "OrdersVersion", "Version", Edge.Kind.REFERENCE),
                        new Edge(
                                "OrdersNightlyPermission", "FunctionName", "OrdersAliaslive", "", Edge.Kind.REFERENCE));
    }

    @Test
    void eventsMakeWhatTheyNeed() {
        ScanUnit unit = Stacks.unit(HEAD + """
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Upload: {Type: S3, Properties: {Bucket: !Ref Files, Events: ["s3:ObjectCreated:*"]}}
                        Told: {Type: SNS, Properties: {Topic: !Ref Topic}}
                        Queued: {Type: SNS, Properties: {Topic: !Ref Topic, SqsSubscription: true}}
                        Polled: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn, BatchSize: 5}}
                        Streamed: {Type: Kinesis, Properties: {Stream: "arn:aws:kinesis:x:1:stream/s"}}
                        Later: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 hour)}}
                        Bus: {Type: EventBridgeRule, Properties: {Pattern: {source: [shop]}, State: DISABLED}}
                        Logged: {Type: CloudWatchLogs, Properties: {LogGroupName: app, FilterPattern: ERROR}}
                        Thing: {Type: IoTRule, Properties: {Sql: "SELECT *"}}
                        Skill: {Type: AlexaSkill, Properties: {SkillId: s1}}
                        Login: {Type: Cognito, Properties: {UserPool: !Ref Pool, Trigger: [PreSignUp]}}
                        Odd: {Type: Telepathy}
                  Files: {Type: AWS::S3::Bucket, Properties: {BucketName: files}}
                  Topic: {Type: AWS::SNS::Topic}
                  Jobs: {Type: AWS::SQS::Queue}
                  Pool: {Type: AWS::Cognito::UserPool}
                """);

        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(Stacks.codes(unit)).containsExactly("sam-not-lowered@1");
        assertThat(unit.diagnostics().get(0).detail()).isEqualTo("Left out: events of type Telepathy.");
        assertThat(graph.resources())
                .extracting(it -> it.address() + " " + it.type())
                .containsExactlyInAnyOrder(
                        "Orders AWS::Lambda::Function",
                        "OrdersRole AWS::IAM::Role",
                        "OrdersUploadPermission AWS::Lambda::Permission",
                        "OrdersTold AWS::SNS::Subscription",
                        "OrdersToldPermission AWS::Lambda::Permission",
                        "OrdersQueued AWS::SNS::Subscription",
                        "OrdersQueuedQueue AWS::SQS::Queue",
                        "OrdersQueuedQueuePolicy AWS::SQS::QueuePolicy",
                        "OrdersQueuedEventSourceMapping AWS::Lambda::EventSourceMapping",
                        "OrdersPolled AWS::Lambda::EventSourceMapping",
                        "OrdersStreamed AWS::Lambda::EventSourceMapping",
                        "OrdersLater AWS::Scheduler::Schedule",
                        "OrdersLaterRole AWS::IAM::Role",
                        "OrdersBus AWS::Events::Rule",
                        "OrdersBusPermission AWS::Lambda::Permission",
                        "OrdersLogged AWS::Logs::SubscriptionFilter",
                        "OrdersLoggedPermission AWS::Lambda::Permission",
                        "OrdersThing AWS::IoT::TopicRule",
                        "OrdersThingPermission AWS::Lambda::Permission",
                        "OrdersSkillPermission AWS::Lambda::Permission",
                        "OrdersCognitoPermission AWS::Lambda::Permission",
                        "Files AWS::S3::Bucket",
                        "Topic AWS::SNS::Topic",
                        "Jobs AWS::SQS::Queue",
                        "Pool AWS::Cognito::UserPool");
        assertThat(shown(graph, "Files", "BucketName")).isEqualTo("\"files\"");
        assertThat(Stacks.property(graph, "Files", "NotificationConfiguration").toString())
                .contains("s3:ObjectCreated:*");
        assertThat(Stacks.property(graph, "Pool", "LambdaConfig").toString()).contains("PreSignUp");
        assertThat(shown(graph, "OrdersPolled", "BatchSize")).isEqualTo("5");
        assertThat(shown(graph, "OrdersBus", "State")).isEqualTo("\"DISABLED\"");
        assertThat(shown(graph, "OrdersRole", "ManagedPolicyArns"))
                .contains("AWSLambdaSQSQueueExecutionRole", "AWSLambdaKinesisExecutionRole");
        assertThat(shown(graph, "OrdersUploadPermission", "SourceArn")).isNull();
        assertThat(graph.edges())
                .contains(new Edge("OrdersPolled", "EventSourceArn", "Jobs", "Arn", Edge.Kind.REFERENCE));
    }

    @Test
    void aConditionHoldsForAllThatIsMade() {
        ScanUnit unit = Stacks.unit("""
                Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
                Parameters: {Env: {Type: String}}
                Conditions: {IsProd: !Equals [!Ref Env, prod]}
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Condition: IsProd
                    Properties:
                      Events:
                        Get: {Type: Api, Properties: {Path: /, Method: get}}
                """);

        assertThat(unit.worlds())
                .extracting(world ->
                        Premises.of(world) + " " + world.graph().resources().size())
                .containsExactly("IsProd is true 6", "IsProd is false 0");
    }
}
