package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Member;
import java.util.List;
import java.util.Set;

/** {@code AWS::Serverless::HttpApi}, written or implied by events: the API, its stage and domain. */
final class HttpApis {
    private static final Set<String> OF_SAM = Set.of(
            "AccessLogSettings",
            "Auth",
            "CorsConfiguration",
            "DefaultRouteSettings",
            "DefinitionBody",
            "DefinitionUri",
            "Domain",
            "IgnoreGlobals",
            "PropagateTags",
            "RouteSettings",
            "StageName",
            "StageVariables",
            "Tags");

    private HttpApis() {}

    /** @param routes those that events add to this API */
    static void lower(Lowering lowering, SamResource api, List<Route> routes) {
        Made made = api.made();
        Properties properties = new Properties(api.header());
        properties.copyAllBut(api.properties(), OF_SAM);
        Member body = api.properties().member("DefinitionBody");
        if (body != null) {
            properties.put("Body", body.keyRange(), body.value());
        } else if (api.has("DefinitionUri")) {
            Locations.put(api, "DefinitionUri", properties, "BodyS3Location", "", "Version");
        } else {
            properties.put("Body", OpenApi.document(api, routes, true));
        }
        Member cors = api.properties().member("CorsConfiguration");
        if (cors != null && Written.is(cors.value(), "true")) {
            Made at = new Made(cors.value().range());
            properties.put("CorsConfiguration", cors.keyRange(), at.object("AllowOrigins", at.texts("*")));
        } else if (cors != null && !Written.is(cors.value(), "false")) {
            properties.put("CorsConfiguration", cors.keyRange(), cors.value());
        }
        tags(api, properties);
        lowering.main(api, "AWS::ApiGatewayV2::Api", properties.build());

        Properties stage = new Properties(api.header()).put("ApiId", made.ref(api.id()));
        stage.copy(
                api.properties(),
                "StageName",
                "AccessLogSettings",
                "DefaultRouteSettings",
                "RouteSettings",
                "StageVariables");
        if (!api.has("StageName")) {
            stage.set("StageName", "$default");
        }
        stage.put("AutoDeploy", made.bool(true));
        tags(api, stage);
        String name = api.text("StageName");
        boolean byDefault = !api.has("StageName") || "$default".equals(name);
        String id = api.id() + (byDefault ? "ApiGatewayDefault" : name == null ? "" : LogicalIds.clean(name)) + "Stage";
        lowering.add(api, id, "AWS::ApiGatewayV2::Stage", stage.build());
        lowering.name(api.id() + ".Stage", id);
        authorizers(lowering, api);
        Domains.http(lowering, api, id);
    }

    /** Functions that decide who may call, where the API is to be permitted to call them. */
    private static void authorizers(Lowering lowering, SamResource api) {
        for (Member authorizer : Written.members(Written.get(api.get("Auth"), "Authorizers"))) {
            Node function = Written.get(authorizer.value(), "FunctionArn");
            boolean permitted = Written.is(Written.get(authorizer.value(), "EnableFunctionDefaultPermissions"), "true");
            if (function != null && permitted) {
                Node source = Permissions.authorizers(authorizer, api.made().ref(api.id()));
                lowering.add(
                        api,
                        authorizer,
                        api.id() + authorizer.key() + "AuthorizerPermission",
                        "AWS::Lambda::Permission",
                        Permissions.to(authorizer, function, "apigateway.amazonaws.com", source)
                                .build());
            }
        }
    }

    /** Unlike others, these resources have tags in a map. */
    private static void tags(SamResource api, Properties to) {
        Member tags = api.properties().member("Tags");
        if (tags != null && !Written.isObject(tags.value())) {
            to.put("Tags", tags.keyRange(), tags.value());
            return;
        }
        Properties map =
                new Properties(tags == null ? api.header() : tags.value().range());
        Written.members(tags == null ? null : tags.value())
                .forEach(tag -> map.put(tag.key(), tag.keyRange(), tag.value()));
        map.set("httpapi:createdBy", "SAM");
        to.put("Tags", tags == null ? api.header() : tags.keyRange(), map.build());
    }
}
