package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Serverless::Api}, written or implied by events: the API, its deployment, stage, keys and domain. */
final class RestApis {
    private static final Set<String> OF_SAM = Set.of(
            "AccessLogSetting",
            "AlwaysDeploy",
            "Auth",
            "CacheClusterEnabled",
            "CacheClusterSize",
            "CanarySetting",
            "Cors",
            "DefinitionBody",
            "DefinitionUri",
            "Domain",
            "EndpointConfiguration",
            "GatewayResponses",
            "IgnoreGlobals",
            "MergeDefinitions",
            "MethodSettings",
            "Models",
            "OpenApiVersion",
            "PropagateTags",
            "StageName",
            "Tags",
            "TracingEnabled",
            "Variables");

    /** What SAM writes into the API's body, or beside it, and we do not, as people call it. */
    private static final Map<String, String> LEFT_OUT =
            Map.of("Cors", "CORS", "GatewayResponses", "gateway responses", "Models", "models");

    private final Lowering lowering;
    private final SamResource api;
    private final Made made;

    private RestApis(Lowering lowering, SamResource api) {
        this.lowering = lowering;
        this.api = api;
        this.made = api.made();
    }

    /** @param routes those that events add to this API */
    static void lower(Lowering lowering, SamResource api, List<Route> routes) {
        RestApis apis = new RestApis(lowering, api);
        apis.api(routes);
        LEFT_OUT.keySet().stream()
                .filter(api::has)
                .sorted()
                .forEach(property -> lowering.leaveOut(LEFT_OUT.get(property) + " of REST APIs"));
        String stage = apis.stage();
        apis.authorizers();
        apis.usagePlan(stage);
        Domains.rest(lowering, api, stage);
    }

    private void api(List<Route> routes) {
        Properties properties = new Properties(api.header());
        properties.copyAllBut(api.properties(), OF_SAM);
        if (!api.has("Name") && !api.has("DefinitionBody") && !api.has("DefinitionUri")) {
            properties.put("Name", made.ref("AWS::StackName"));
        }
        Member body = api.properties().member("DefinitionBody");
        if (body != null) {
            properties.put("Body", body.keyRange(), body.value());
        } else if (api.has("DefinitionUri")) {
            Locations.put(api, "DefinitionUri", properties, "BodyS3Location", "", "Version");
        } else {
            properties.put("Body", OpenApi.document(api, routes, false));
        }
        endpoint(properties);
        Tags.list(api, "", properties);
        lowering.main(api, "AWS::ApiGateway::RestApi", properties.build());
    }

    private void endpoint(Properties properties) {
        Member written = api.properties().member("EndpointConfiguration");
        if (written == null) {
            return;
        }
        Made at = new Made(written.value().range());
        Node configuration = written.value();
        if (Written.text(configuration) != null) {
            configuration = at.object("Types", at.list(configuration));
        } else if (Written.isObject(configuration)) {
            Mapping object = (Mapping) configuration;
            Properties made = new Properties(at.place()).copyAllBut(object, Set.of("Type", "VPCEndpointIds"));
            Member type = object.member("Type");
            if (type != null) {
                made.put("Types", type.keyRange(), new Made(type.value().range()).list(type.value()));
            }
            configuration =
                    made.rename(object, "VPCEndpointIds", "VpcEndpointIds").build();
        }
        properties.put("EndpointConfiguration", written.keyRange(), configuration);
    }

    private String stage() {
        String deployment = api.id() + "Deployment";
        Properties deployed = new Properties(api.header()).put("RestApiId", made.ref(api.id()));
        lowering.add(api, deployment, "AWS::ApiGateway::Deployment", deployed.build());
        lowering.name(api.id() + ".Deployment", deployment);

        String name = api.text("StageName");
        String stage = api.id() + (name == null ? "" : LogicalIds.clean(name)) + "Stage";
        lowering.name(api.id() + ".Stage", stage);
        Properties properties = new Properties(api.header());
        properties.put("RestApiId", made.ref(api.id())).put("DeploymentId", made.ref(deployment));
        properties.copy(
                api.properties(),
                "StageName",
                "AccessLogSetting",
                "CacheClusterEnabled",
                "CacheClusterSize",
                "CanarySetting",
                "MethodSettings",
                "TracingEnabled",
                "Variables");
        Tags.list(api, "", properties);
        lowering.add(api, stage, "AWS::ApiGateway::Stage", properties.build());
        return stage;
    }

    /** Functions that decide who may call: the API is permitted to call them. */
    private void authorizers() {
        for (Member authorizer : Written.members(Written.get(api.get("Auth"), "Authorizers"))) {
            Node function = Written.get(authorizer.value(), "FunctionArn");
            if (function != null
                    && !Written.is(Written.get(authorizer.value(), "DisableFunctionDefaultPermissions"), "true")) {
                lowering.add(
                        api,
                        authorizer,
                        api.id() + authorizer.key() + "AuthorizerPermission",
                        "AWS::Lambda::Permission",
                        Permissions.to(
                                        authorizer,
                                        function,
                                        "apigateway.amazonaws.com",
                                        Permissions.authorizers(authorizer, made.ref(api.id())))
                                .build());
            }
        }
    }

    private void usagePlan(String stage) {
        Node auth = api.get("Auth");
        Member plan = Written.isObject(auth) ? ((Mapping) auth).member("UsagePlan") : null;
        Node create = plan == null ? null : Written.get(plan.value(), "CreateUsagePlan");
        if (create == null || Written.is(create, "NONE")) {
            return;
        }
        Made at = new Made(plan.keyRange());
        String prefix = Written.is(create, "SHARED") ? "Serverless" : api.id();
        Properties properties = new Properties(plan.value().range());
        properties.copy((Mapping) plan.value(), "UsagePlanName", "Description", "Quota", "Throttle", "Tags");
        properties.put(
                "ApiStages",
                at.list(at.object(at.member("ApiId", at.ref(api.id())), at.member("Stage", at.ref(stage)))));
        lowering.add(api, plan, prefix + "UsagePlan", "AWS::ApiGateway::UsagePlan", properties.build());
        lowering.name(api.id() + ".UsagePlan", prefix + "UsagePlan");

        Properties key = new Properties(plan.keyRange()).put("Enabled", at.bool(true));
        key.put(
                "StageKeys",
                at.list(at.object(at.member("RestApiId", at.ref(api.id())), at.member("StageName", at.ref(stage)))));
        lowering.add(api, plan, prefix + "ApiKey", "AWS::ApiGateway::ApiKey", key.build());
        lowering.name(api.id() + ".ApiKey", prefix + "ApiKey");

        Properties link = new Properties(plan.keyRange()).put("KeyId", at.ref(prefix + "ApiKey"));
        link.set("KeyType", "API_KEY").put("UsagePlanId", at.ref(prefix + "UsagePlan"));
        lowering.add(api, plan, prefix + "UsagePlanKey", "AWS::ApiGateway::UsagePlanKey", link.build());
        lowering.name(api.id() + ".UsagePlanKey", prefix + "UsagePlanKey");
    }
}
