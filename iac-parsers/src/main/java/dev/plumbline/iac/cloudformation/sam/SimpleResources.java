package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The resources of SAM that become one other resource: tables, layers, applications. */
final class SimpleResources {
    private SimpleResources() {}

    /** {@code AWS::Serverless::SimpleTable}. */
    static void table(Lowering lowering, SamResource table) {
        Made made = table.made();
        Properties properties = new Properties(table.header());
        properties.copyAllBut(table.properties(), Set.of("IgnoreGlobals", "PrimaryKey", "Tags"));
        Member key = table.properties().member("PrimaryKey");
        Node name = key == null ? made.text("id") : Written.get(key.value(), "Name");
        Node type = key == null ? made.text("S") : Written.get(key.value(), "Type");
        if (name != null) {
            Made at = new Made(key == null ? table.header() : key.range());
            properties.put(
                    "AttributeDefinitions",
                    at.list(at.object(
                            at.member("AttributeName", name), at.member("AttributeType", attributeType(type, at)))));
            properties.put(
                    "KeySchema",
                    at.list(at.object(at.member("AttributeName", name), at.member("KeyType", at.text("HASH")))));
        }
        if (!table.has("ProvisionedThroughput") && !table.has("BillingMode")) {
            properties.set("BillingMode", "PAY_PER_REQUEST");
        }
        Tags.list(table, "", properties);
        lowering.main(table, "AWS::DynamoDB::Table", properties.build());
    }

    private static Node attributeType(Node written, Made at) {
        String text = Written.text(written);
        if (text == null) {
            return written == null ? at.text("S") : written;
        }
        return new Made(written.range())
                .text(
                        switch (text.toLowerCase(Locale.ROOT)) {
                            case "string" -> "S";
                            case "number" -> "N";
                            case "binary" -> "B";
                            default -> text;
                        });
    }

    /** {@code AWS::Serverless::LayerVersion}. */
    static void layer(Lowering lowering, SamResource layer) {
        Properties properties = new Properties(layer.header());
        properties.copyAllBut(
                layer.properties(), Set.of("ContentUri", "IgnoreGlobals", "PublishLambdaVersion", "RetentionPolicy"));
        Locations.put(layer, "ContentUri", properties, "Content", "S3", "S3ObjectVersion");
        if (!layer.has("LayerName")) {
            properties.set("LayerName", layer.id());
        }
        lowering.main(layer, "AWS::Lambda::LayerVersion", properties.build());
    }

    /** {@code AWS::Serverless::Application}: a nested stack. */
    static void application(Lowering lowering, SamResource application) {
        Properties properties = new Properties(application.header());
        properties.copyAllBut(application.properties(), Set.of("IgnoreGlobals", "Location", "Tags"));
        Member location = application.properties().member("Location");
        if (location != null) {
            // An object names an application of a repository: its template is not at hand.
            Node url = Written.isObject(location.value())
                    ? new Made(location.value().range()).unknown()
                    : location.value();
            properties.put("TemplateURL", location.keyRange(), url);
        }
        Tags.list(application, "lambda", properties);
        lowering.main(application, "AWS::CloudFormation::Stack", properties.build());
    }

    /** {@code AWS::Serverless::GraphQLApi}. */
    static void graphQl(Lowering lowering, SamResource api) {
        Made made = api.made();
        Properties properties = new Properties(api.header());
        properties.copyAllBut(
                api.properties(),
                Set.of(
                        "ApiKeys",
                        "Auth",
                        "Cache",
                        "DataSources",
                        "DomainName",
                        "Functions",
                        "IgnoreGlobals",
                        "Logging",
                        "Resolvers",
                        "SchemaInline",
                        "SchemaUri",
                        "Tags"));
        if (!api.has("Name")) {
            properties.set("Name", api.id());
        }
        if (Written.isObject(api.get("Auth"))) {
            Mapping auth = (Mapping) api.get("Auth");
            properties.rename(auth, "Type", "AuthenticationType").rename(auth, "UserPool", "UserPoolConfig");
            properties.rename(auth, "OpenIDConnect", "OpenIDConnectConfig");
            properties.rename(auth, "LambdaAuthorizer", "LambdaAuthorizerConfig");
            Member others = auth.member("Additional");
            if (others != null) {
                properties.put("AdditionalAuthenticationProviders", others.keyRange(), providers(others.value()));
            }
        }
        logging(lowering, api, properties);
        Tags.list(api, "", properties);
        lowering.main(api, "AWS::AppSync::GraphQLApi", properties.build());

        Properties schema = new Properties(api.header()).put("ApiId", made.attribute(api.id(), "ApiId"));
        schema.rename(api.properties(), "SchemaInline", "Definition");
        if (api.has("SchemaUri")) {
            schema.put("DefinitionS3Location", new Made(api.get("SchemaUri").range()).unknown());
        }
        lowering.add(api, api.id() + "Schema", "AWS::AppSync::GraphQLSchema", schema.build());
        for (Member key : Written.members(api.get("ApiKeys"))) {
            Properties written = new Properties(key.keyRange()).put("ApiId", made.attribute(api.id(), "ApiId"));
            if (Written.isObject(key.value())) {
                written.copy((Mapping) key.value(), "ApiKeyId", "Description");
            }
            lowering.add(api, key, api.id() + key.key() + "ApiKey", "AWS::AppSync::ApiKey", written.build());
        }
        Member cache = api.properties().member("Cache");
        if (cache != null && Written.isObject(cache.value())) {
            Properties written = new Properties(cache.value().range()).copyAllBut((Mapping) cache.value(), Set.of());
            written.put("ApiId", made.attribute(api.id(), "ApiId"));
            lowering.add(api, cache, api.id() + "ApiCache", "AWS::AppSync::ApiCache", written.build());
        }
        for (String part : new String[] {"DataSources", "Functions", "Resolvers", "DomainName"}) {
            if (api.has(part)) {
                lowering.leaveOut(part + " of GraphQL APIs");
            }
        }
    }

    private static Node providers(Node written) {
        return new Made(written.range())
                .list(Written.items(written).stream()
                        .<Node>map(item -> Written.isObject(item)
                                ? new Properties(item.range())
                                        .rename((Mapping) item, "Type", "AuthenticationType")
                                        .rename((Mapping) item, "UserPool", "UserPoolConfig")
                                        .rename((Mapping) item, "OpenIDConnect", "OpenIDConnectConfig")
                                        .rename((Mapping) item, "LambdaAuthorizer", "LambdaAuthorizerConfig")
                                        .build()
                                : item)
                        .toList());
    }

    /** Unless it is turned off, everything is logged, by a role that is made for it. */
    private static void logging(Lowering lowering, SamResource api, Properties properties) {
        Member logging = api.properties().member("Logging");
        if (logging != null && Written.is(logging.value(), "false")) {
            return;
        }
        boolean own = logging != null && Written.isObject(logging.value());
        Made made = new Made(logging == null ? api.header() : logging.keyRange());
        Properties config = new Properties(own ? logging.value().range() : made.place());
        if (own) {
            config.copyAllBut((Mapping) logging.value(), Set.of());
        } else {
            config.set("FieldLogLevel", "ALL");
        }
        if (!own || Written.get(logging.value(), "CloudWatchLogsRoleArn") == null) {
            String id = api.id() + "CloudWatchRole";
            config.put("CloudWatchLogsRoleArn", made.attribute(id, "Arn"));
            Properties role = new Properties(made.place());
            role.put("AssumeRolePolicyDocument", made.trust("appsync.amazonaws.com"));
            role.put("ManagedPolicyArns", made.texts(Roles.arn("service-role/AWSAppSyncPushToCloudWatchLogs")));
            lowering.add(api, id, "AWS::IAM::Role", role.build());
        }
        properties.put("LogConfig", made.place(), config.build());
    }

    /** {@code AWS::Serverless::Connector}: a policy for the role of its source. */
    static void connector(Lowering lowering, SamResource connector) {
        String source = Objects.requireNonNullElse(Written.text(Written.get(connector.get("Source"), "Id")), "");
        policy(lowering, connector, connector.member(), connector.id() + "Policy", source);
    }

    /** What a connection allows depends on both ends in ways that SAM alone knows. */
    static void policy(Lowering lowering, SamResource of, Member part, String id, String source) {
        Made made = new Made(part.keyRange());
        Properties policy = new Properties(part.keyRange());
        policy.put("PolicyDocument", made.unknown());
        boolean lowered = lowering.written(source) != null
                && "AWS::Serverless::Function"
                        .equals(Written.text(
                                Written.get(lowering.written(source).value(), "Type")));
        policy.put("Roles", lowered ? made.list(made.ref(source + "Role")) : made.unknown());
        lowering.add(of, part, id, "AWS::IAM::ManagedPolicy", policy.build());
        lowering.leaveOut("what connectors allow");
    }
}
