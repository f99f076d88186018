package dev.plumbline.iac.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.cloudformation.Stacks;
import org.junit.jupiter.api.Test;

class OtherResourcesTest {

    private static final String HEAD = "Transform: AWS::Serverless-2016-10-31\nResources:\n";

    private static String shown(ResourceGraph graph, String id, String property) {
        Value value = Stacks.property(graph, id, property);
        return value == null ? null : Stacks.shown(value);
    }

    @Test
    void tables() {
        ResourceGraph graph = Stacks.graph(HEAD + """
                  Plain: {Type: AWS::Serverless::SimpleTable}
                  Keyed:
                    Type: AWS::Serverless::SimpleTable
                    Properties:
                      PrimaryKey: {Name: order, Type: Number}
                      ProvisionedThroughput: {ReadCapacityUnits: 1, WriteCapacityUnits: 1}
                      SSESpecification: {SSEEnabled: true}
                """);

        assertThat(graph.at("Plain").orElseThrow().type()).isEqualTo("AWS::DynamoDB::Table");
        assertThat(shown(graph, "Plain", "BillingMode")).isEqualTo("\"PAY_PER_REQUEST\"");
        assertThat(shown(graph, "Plain", "AttributeDefinitions"))
                .isEqualTo("[{\"AttributeName\":\"id\",\"AttributeType\":\"S\"}]");
        assertThat(shown(graph, "Keyed", "AttributeDefinitions"))
                .isEqualTo("[{\"AttributeName\":\"order\",\"AttributeType\":\"N\"}]");
        assertThat(shown(graph, "Keyed", "KeySchema"))
                .isEqualTo("[{\"AttributeName\":\"order\",\"KeyType\":\"HASH\"}]");
        assertThat(shown(graph, "Keyed", "BillingMode")).isNull();
        assertThat(shown(graph, "Keyed", "SSESpecification")).isEqualTo("{\"SSEEnabled\":true}");
    }

    @Test
    void stateMachines() {
        ScanUnit unit = Stacks.unit(HEAD + """
                  Flow:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Name: flow
                      Type: EXPRESS
                      Definition: {StartAt: A}
                      Logging: {Level: ALL}
                      Tracing: {Enabled: true}
                      Policies: [{LambdaInvokePolicy: {FunctionName: f}}]
                      AutoPublishAlias: live
                      Events:
                        Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
                        Start: {Type: Api, Properties: {Path: /start, Method: post}}
                """);

        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(unit.diagnostics()).isEmpty();
        assertThat(graph.resources())
                .extracting(it -> it.address() + " " + it.type())
                .contains(
                        "Flow AWS::StepFunctions::StateMachine",
                        "FlowRole AWS::IAM::Role",
                        "FlowVersion AWS::StepFunctions::StateMachineVersion",
                        "FlowAliaslive AWS::StepFunctions::StateMachineAlias",
                        "FlowNightly AWS::Events::Rule",
                        "FlowNightlyRole AWS::IAM::Role",
                        "ServerlessRestApi AWS::ApiGateway::RestApi",
                        "FlowStartRole AWS::IAM::Role");
        assertThat(shown(graph, "Flow", "StateMachineName")).isEqualTo("\"flow\"");
        assertThat(shown(graph, "Flow", "StateMachineType")).isEqualTo("\"EXPRESS\"");
        assertThat(shown(graph, "Flow", "LoggingConfiguration")).isEqualTo("{\"Level\":\"ALL\"}");
        assertThat(shown(graph, "Flow", "TracingConfiguration")).isEqualTo("{\"Enabled\":true}");
        assertThat(shown(graph, "FlowRole", "ManagedPolicyArns")).contains("AWSXrayWriteOnlyAccess");
    }

    @Test
    void layersApplicationsAndGraphs() {
        ScanUnit unit = Stacks.unit(HEAD + """
                  Layer: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: "s3://code/layer.zip"}}
                  App:
                    Type: AWS::Serverless::Application
                    Properties: {Location: {ApplicationId: a, SemanticVersion: 1.0.0}, Parameters: {P: v}}
                  Graph:
                    Type: AWS::Serverless::GraphQLApi
                    Properties:
                      Auth: {Type: API_KEY, Additional: [{Type: AWS_IAM}]}
                      SchemaInline: "type Query { a: String }"
                      ApiKeys: {Main: {}}
                      Resolvers: {Query: {}}
                """);

        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(graph.resources())
                .extracting(it -> it.address() + " " + it.type())
                .containsExactlyInAnyOrder(
                        "Layer AWS::Lambda::LayerVersion",
                        "App AWS::CloudFormation::Stack",
                        "Graph AWS::AppSync::GraphQLApi",
                        "GraphSchema AWS::AppSync::GraphQLSchema",
                        "GraphMainApiKey AWS::AppSync::ApiKey",
                        "GraphCloudWatchRole AWS::IAM::Role");
        assertThat(shown(graph, "Layer", "Content")).isEqualTo("{\"S3Bucket\":\"code\",\"S3Key\":\"layer.zip\"}");
        assertThat(shown(graph, "Layer", "LayerName")).isEqualTo("\"Layer\"");
        assertThat(shown(graph, "App", "Parameters")).isEqualTo("{\"P\":\"v\"}");
        assertThat(shown(graph, "Graph", "AuthenticationType")).isEqualTo("\"API_KEY\"");
        assertThat(shown(graph, "Graph", "AdditionalAuthenticationProviders"))
                .isEqualTo("[{\"AuthenticationType\":\"AWS_IAM\"}]");
        assertThat(Stacks.codes(unit)).containsExactly("sam-not-lowered@1", "cfn-nested-stack@6");
    }

    @Test
    void connectorsMakePoliciesOfWhichTheContentIsNotKnown() {
        ScanUnit unit = Stacks.unit(HEAD + """
                  F:
                    Type: AWS::Serverless::Function
                    Connectors:
                      Write: {Properties: {Destination: {Id: T}, Permissions: [Write]}}
                  T: {Type: AWS::Serverless::SimpleTable}
                  Read:
                    Type: AWS::Serverless::Connector
                    Properties: {Source: {Id: F}, Destination: {Id: T}, Permissions: [Read]}
                """);

        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(graph.at("FWritePolicy").orElseThrow().type()).isEqualTo("AWS::IAM::ManagedPolicy");
        assertThat(shown(graph, "ReadPolicy", "PolicyDocument")).startsWith("EXTERNAL");
        assertThat(unit.diagnostics().get(0).detail()).isEqualTo("Left out: what connectors allow.");
    }

    @Test
    void aForgottenTransformIsSaid() {
        ScanUnit unit = Stacks.unit("Resources:\n  T: {Type: AWS::Serverless::SimpleTable}\n");

        assertThat(Stacks.codes(unit)).containsExactly("sam-transform@1");
        assertThat(unit.worlds().get(0).graph().at("T").orElseThrow().type()).isEqualTo("AWS::DynamoDB::Table");
    }

    @Test
    void whatIsNotOfTheShapeOfSamIsNoReasonToFail() {
        ScanUnit unit = Stacks.unit(HEAD + """
                  A: {Type: AWS::Serverless::Function, Properties: [1]}
                  B: {Type: AWS::Serverless::Function, Properties: {Events: [1, {}], Policies: {}, Tags: [x]}}
                  C: {Type: AWS::Serverless::Function, Properties: {Events: {E: 1, F: {Type: [S3]}, G: {Type: S3}}}}
                  D: {Type: AWS::Serverless::Api, Properties: {Auth: 1, Domain: 2, EndpointConfiguration: []}}
                  E: {Type: AWS::Serverless::HttpApi, Properties: {Domain: {}, StageName: !Ref Nothing}}
                  F: {Type: AWS::Serverless::StateMachine, Properties: {Events: {E: null}, Policies: [[], null]}}
                  G: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Type: {}}}}
                  H: {Type: AWS::Serverless::GraphQLApi, Properties: {Auth: {Additional: 3}, Cache: 4, ApiKeys: 5}}
                  I: {Type: AWS::Serverless::Connector, Properties: {Source: [], Destination: {Id: I}}}
                  J: {Type: AWS::Serverless::Function, Properties: {CodeUri: [], FunctionUrlConfig: 1,
                      EventInvokeConfig: {DestinationConfig: {OnFailure: 1, OnSuccess: {Type: SNS}}},
                      DeploymentPreference: 1, AutoPublishAlias: {}, Tracing: [], VpcConfig: 0}}
                  K: {Type: AWS::Serverless::Unheard}
                """);

        assertThat(unit.worlds().get(0).graph().resources().size()).isGreaterThan(20);
    }
}
