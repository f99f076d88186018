package dev.plumbline.iac.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.cloudformation.Stacks;
import org.junit.jupiter.api.Test;

class ApisTest {

    private static final String HEAD = "Transform: AWS::Serverless-2016-10-31\nResources:\n";

    private static String shown(ResourceGraph graph, String id, String property) {
        Value value = Stacks.property(graph, id, property);
        return value == null ? null : Stacks.shown(value);
    }

    @Test
    void whatIsLeftOutOfAnApiIsNamed() {
        ScanUnit unit = Stacks.unit("""
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  Api: {Cors: "'*'"}
                Resources:
                  Shop:
                    Type: AWS::Serverless::Api
                    Properties:
                      StageName: prod
                      GatewayResponses: {DEFAULT_4XX: {ResponseParameters: {Headers: {X: "'y'"}}}}
                      Models: {Order: {type: object}}
                """);

        assertThat(unit.diagnostics()).singleElement().satisfies(said -> {
            assertThat(said.code()).isEqualTo("sam-not-lowered");
            assertThat(said.detail())
                    .isEqualTo("Left out: CORS of REST APIs, gateway responses of REST APIs, models of REST APIs.");
        });
    }

    @Test
    void eventsImplyAnApi() {
        ScanUnit unit = Stacks.unit(HEAD + """
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      Role: arn:aws:iam::111122223333:role/orders
                      Events:
                        List: {Type: Api, Properties: {Path: /orders, Method: GET, Auth: {Authorizer: AWS_IAM}}}
                        Any: {Type: HttpApi}
                Outputs:
                  Url: {Value: !Sub "https://${ServerlessRestApi}.example/${ServerlessHttpApi}"}
                """);

        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(unit.diagnostics()).isEmpty();
        assertThat(graph.resources())
                .extracting(it -> it.address() + " " + it.type())
                .containsExactly(
                        "Orders AWS::Lambda::Function",
                        "ServerlessRestApi AWS::ApiGateway::RestApi",
                        "ServerlessRestApiDeployment AWS::ApiGateway::Deployment",
                        "ServerlessRestApiProdStage AWS::ApiGateway::Stage",
                        "ServerlessHttpApi AWS::ApiGatewayV2::Api",
                        "ServerlessHttpApiApiGatewayDefaultStage AWS::ApiGatewayV2::Stage",
                        "OrdersListPermissionProd AWS::Lambda::Permission",
                        "OrdersAnyPermission AWS::Lambda::Permission");
        assertThat(shown(graph, "ServerlessRestApiProdStage", "StageName")).isEqualTo("\"Prod\"");
        assertThat(shown(graph, "ServerlessHttpApiApiGatewayDefaultStage", "StageName"))
                .isEqualTo("\"$default\"");
        assertThat(Stacks.property(graph, "ServerlessRestApi", "Body").toString())
                .contains("/orders", "aws_proxy", "AWS_IAM");
        assertThat(graph.edges())
                .contains(new Edge(
                        "OrdersListPermissionProd", "SourceArn", "ServerlessRestApi", "", Edge.Kind.REFERENCE));
    }

    @Test
    void anApiBecomesApiDeploymentAndStage() {
        ScanUnit unit = Stacks.unit(HEAD + """
                  Shop:
                    Type: AWS::Serverless::Api
                    Properties:
                      StageName: v-1
                      EndpointConfiguration: {Type: PRIVATE, VPCEndpointIds: [vpce-1]}
                      AccessLogSetting: {DestinationArn: "arn:aws:logs:x:1:log-group:api", Format: "$context.requestId"}
                      TracingEnabled: true
                      CacheClusterEnabled: true
                      MinimumCompressionSize: 0
                      Auth:
                        Authorizers: {Check: {FunctionArn: !GetAtt Orders.Arn}}
                        UsagePlan: {CreateUsagePlan: PER_API}
                        ResourcePolicy: {CustomStatements: [{Effect: Deny, Action: "*", Principal: "*"}]}
                      Domain:
                        DomainName: shop.example
                        CertificateArn: arn:aws:acm:x:1:certificate/c
                        SecurityPolicy: TLS_1_2
                        BasePath: [one, two]
                        Route53: {HostedZoneId: Z1}
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      Role: arn:aws:iam::111122223333:role/orders
                      Events: {Get: {Type: Api, Properties: {Path: /, Method: get, RestApiId: !Ref Shop}}}
                  Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref Shop.Stage}}
                """);

        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(unit.diagnostics()).isEmpty();
        assertThat(graph.resources())
                .extracting(it -> it.address() + " " + it.type())
                .containsExactlyInAnyOrder(
                        "Shop AWS::ApiGateway::RestApi",
                        "ShopDeployment AWS::ApiGateway::Deployment",
                        "Shopv1Stage AWS::ApiGateway::Stage",
                        "ShopCheckAuthorizerPermission AWS::Lambda::Permission",
                        "ShopUsagePlan AWS::ApiGateway::UsagePlan",
                        "ShopApiKey AWS::ApiGateway::ApiKey",
                        "ShopUsagePlanKey AWS::ApiGateway::UsagePlanKey",
                        "ShopDomainName AWS::ApiGateway::DomainName",
                        "ShoponeBasePathMapping AWS::ApiGateway::BasePathMapping",
                        "ShoptwoBasePathMapping AWS::ApiGateway::BasePathMapping",
                        "ShopRecordSetGroup AWS::Route53::RecordSetGroup",
                        "Orders AWS::Lambda::Function",
                        "OrdersGetPermissionv1 AWS::Lambda::Permission",
                        "Topic AWS::SNS::Topic");
        assertThat(shown(graph, "Shop", "EndpointConfiguration"))
                .isEqualTo("{\"Types\":[\"PRIVATE\"],\"VpcEndpointIds\":[\"vpce-1\"]}");
        assertThat(shown(graph, "Shop", "MinimumCompressionSize")).isEqualTo("0");
        assertThat(shown(graph, "Shop", "TracingEnabled")).isNull();
        assertThat(shown(graph, "Shopv1Stage", "TracingEnabled")).isEqualTo("true");
        assertThat(shown(graph, "Shopv1Stage", "CacheClusterEnabled")).isEqualTo("true");
        assertThat(shown(graph, "Shopv1Stage", "AccessLogSetting")).contains("log-group:api");
        assertThat(Stacks.property(graph, "Shop", "Body").toString()).contains("x-amazon-apigateway-policy");
        assertThat(shown(graph, "ShopDomainName", "RegionalCertificateArn"))
                .isEqualTo("\"arn:aws:acm:x:1:certificate/c\"");
        assertThat(shown(graph, "ShopDomainName", "EndpointConfiguration")).isEqualTo("{\"Types\":[\"REGIONAL\"]}");
        assertThat(shown(graph, "ShopDomainName", "SecurityPolicy")).isEqualTo("\"TLS_1_2\"");
        assertThat(graph.edges()).contains(new Edge("Topic", "TopicName", "Shopv1Stage", "", Edge.Kind.REFERENCE));
        assertThat(graph.at("Shopv1Stage").orElseThrow().header())
                .isEqualTo(graph.at("Shop").orElseThrow().header());
    }

    @Test
    void anHttpApiBecomesApiAndStage() {
        ResourceGraph graph = Stacks.graph(HEAD + """
                  Shop:
                    Type: AWS::Serverless::HttpApi
                    Properties:
                      CorsConfiguration: true
                      DefaultRouteSettings: {ThrottlingBurstLimit: 10}
                      AccessLogSettings: {DestinationArn: "arn:aws:logs:x:1:log-group:api"}
                      Tags: {team: shop}
                      Domain: {DomainName: shop.example, CertificateArn: "arn:aws:acm:x:1:certificate/c"}
                """);

        assertThat(graph.resources())
                .extracting(it -> it.address() + " " + it.type())
                .containsExactly(
                        "Shop AWS::ApiGatewayV2::Api",
                        "ShopApiGatewayDefaultStage AWS::ApiGatewayV2::Stage",
                        "ShopDomainName AWS::ApiGatewayV2::DomainName",
                        "ShopApiMapping AWS::ApiGatewayV2::ApiMapping");
        assertThat(shown(graph, "Shop", "CorsConfiguration")).isEqualTo("{\"AllowOrigins\":[\"*\"]}");
        assertThat(shown(graph, "Shop", "Tags")).isEqualTo("{\"team\":\"shop\",\"httpapi:createdBy\":\"SAM\"}");
        assertThat(shown(graph, "ShopApiGatewayDefaultStage", "AutoDeploy")).isEqualTo("true");
        assertThat(shown(graph, "ShopApiGatewayDefaultStage", "DefaultRouteSettings"))
                .isEqualTo("{\"ThrottlingBurstLimit\":10}");
        assertThat(shown(graph, "ShopDomainName", "DomainNameConfigurations")).contains("REGIONAL");
    }

    @Test
    void anImpliedApiIsThereWhereAnyOfItsFunctionsIs() {
        ScanUnit unit = Stacks.unit("""
                Transform: AWS::Serverless-2016-10-31
                Parameters: {Env: {Type: String}}
                Conditions: {IsProd: !Equals [!Ref Env, prod], IsDev: !Equals [!Ref Env, dev]}
                Resources:
                  A: {Type: AWS::Serverless::Function, Condition: IsProd, Properties: {Role: r, Events: {E: {Type: Api}}}}
                  B: {Type: AWS::Serverless::Function, Condition: IsDev, Properties: {Role: r, Events: {E: {Type: Api}}}}
                """);

        assertThat(unit.worlds())
                .extracting(world -> world.graph().at("ServerlessRestApi").isPresent())
                .containsExactly(true, true, false);
    }
}
