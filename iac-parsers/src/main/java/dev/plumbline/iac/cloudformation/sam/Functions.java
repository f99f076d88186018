package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import java.util.Set;

/** {@code AWS::Serverless::Function}: the function, its role, versions, URL and what its events need. */
final class Functions {
    private static final Set<String> OF_SAM = Set.of(
            "AssumeRolePolicyDocument",
            "AutoPublishAlias",
            "AutoPublishAliasAllProperties",
            "AutoPublishCodeSha256",
            "CodeUri",
            "DeadLetterQueue",
            "DeploymentPreference",
            "EventInvokeConfig",
            "Events",
            "FunctionUrlConfig",
            "IgnoreGlobals",
            "ImageUri",
            "InlineCode",
            "PermissionsBoundary",
            "Policies",
            "PropagateTags",
            "ProvisionedConcurrencyConfig",
            "Role",
            "RolePath",
            "SourceKMSKeyArn",
            "Tags",
            "Tracing",
            "VersionDeletionPolicy",
            "VersionDescription");

    private final Lowering lowering;
    private final SamResource function;
    private final Made made;

    private Functions(Lowering lowering, SamResource function) {
        this.lowering = lowering;
        this.function = function;
        this.made = function.made();
    }

    static void lower(Lowering lowering, SamResource function) {
        Functions functions = new Functions(lowering, function);
        functions.function();
        functions.role();
        Node target = functions.alias();
        functions.url(target);
        functions.invokeConfig();
        FunctionEvents.lower(lowering, function, target);
    }

    private void function() {
        Properties properties = new Properties(function.header());
        properties.copyAllBut(function.properties(), OF_SAM);
        code(properties);
        Member queue = function.properties().member("DeadLetterQueue");
        if (queue != null) {
            Node config = Written.isObject(queue.value())
                    ? new Properties(queue.value().range())
                            .copy((Mapping) queue.value(), "TargetArn")
                            .build()
                    : queue.value();
            properties.put("DeadLetterConfig", queue.keyRange(), config);
        }
        Member tracing = function.properties().member("Tracing");
        if (tracing != null && !Written.is(tracing.value(), "Disabled")) {
            Made at = new Made(tracing.value().range());
            Member mode = new Member("Mode", tracing.keyRange(), tracing.value());
            properties.put("TracingConfig", tracing.keyRange(), at.object(mode));
        }
        Tags.list(function, "lambda", properties);
        if (function.has("Role")) {
            properties.copy(function.properties(), "Role");
        } else {
            properties.put("Role", made.attribute(function.id() + "Role", "Arn"));
        }
        lowering.main(function, "AWS::Lambda::Function", properties.build());
    }

    private void code(Properties properties) {
        Member inline = function.properties().member("InlineCode");
        Member image = function.properties().member("ImageUri");
        Member written = inline != null ? inline : image;
        Member uri = function.properties().member("CodeUri");
        if (written != null) {
            Made at = new Made(written.value().range());
            String name = inline != null ? "ZipFile" : "ImageUri";
            Member code = new Member(name, written.keyRange(), written.value());
            properties.put("Code", written.keyRange(), at.object(code));
        } else if (uri != null) {
            Node location = Locations.of(uri.value(), "S3", "S3ObjectVersion");
            Properties code = new Properties(location.range()).copyAllBut((Mapping) location, Set.of());
            code.copy(function.properties(), "SourceKMSKeyArn");
            properties.put("Code", uri.keyRange(), code.build());
        }
    }

    private void role() {
        if (function.has("Role")) {
            return;
        }
        Roles roles = new Roles(function, "lambda.amazonaws.com");
        roles.managed(made.text(Roles.arn("AWSLambdaBasicExecutionRole")));
        if (function.has("VpcConfig")) {
            roles.managed(made.text(Roles.arn("AWSLambdaVPCAccessExecutionRole")));
        }
        if (function.has("Tracing") && !Written.is(function.get("Tracing"), "Disabled")) {
            roles.managed(made.text(Roles.arn("AWSXrayWriteOnlyAccess")));
        }
        FunctionEvents.managedPolicies(function).forEach(name -> roles.managed(made.text(Roles.arn(name))));
        Node queue = function.get("DeadLetterQueue");
        Node target = Written.get(queue, "TargetArn");
        if (target != null) {
            String action = Written.is(Written.get(queue, "Type"), "SNS") ? "sns:Publish" : "sqs:SendMessage";
            roles.inline(new Made(queue.range()).allow(made.text(action), target));
        }
        roles.policies();
        lowering.add(function, function.id() + "Role", "AWS::IAM::Role", roles.properties());
    }

    /** The alias that is published; what events call, which without one is the function. */
    private Node alias() {
        Member alias = function.properties().member("AutoPublishAlias");
        if (alias == null) {
            return made.ref(function.id());
        }
        String version = function.id() + "Version";
        String name = Written.text(alias.value());
        String id = function.id() + "Alias" + (name == null ? "" : LogicalIds.clean(name));
        lowering.name(function.id() + ".Version", version);
        lowering.name(function.id() + ".Alias", id);
        Properties properties = new Properties(function.header());
        properties.put("FunctionName", made.ref(function.id()));
        properties.rename(function.properties(), "VersionDescription", "Description");
        lowering.add(function, alias, version, "AWS::Lambda::Version", properties.build());
        Properties published = new Properties(function.header());
        published.put("Name", alias.keyRange(), alias.value());
        published.put("FunctionName", made.ref(function.id()));
        published.put("FunctionVersion", made.attribute(version, "Version"));
        published.copy(function.properties(), "ProvisionedConcurrencyConfig");
        lowering.add(function, alias, id, "AWS::Lambda::Alias", published.build());
        Deployments.lower(lowering, function, id);
        return made.ref(id);
    }

    private void url(Node target) {
        Member url = function.properties().member("FunctionUrlConfig");
        if (url == null || !Written.isObject(url.value())) {
            return;
        }
        Properties properties = new Properties(url.value().range());
        properties.copyAllBut((Mapping) url.value(), Set.of());
        properties.put("TargetFunctionArn", made.ref(function.id()));
        if (function.has("AutoPublishAlias")) {
            properties.rename(function.properties(), "AutoPublishAlias", "Qualifier");
        }
        lowering.add(function, url, function.id() + "Url", "AWS::Lambda::Url", properties.build());
        Member auth = ((Mapping) url.value()).member("AuthType");
        if (auth != null && Written.is(auth.value(), "NONE")) {
            Made at = new Made(auth.range());
            Properties permission = new Properties(auth.range());
            permission.set("Action", "lambda:InvokeFunctionUrl").set("Principal", "*");
            permission.put("FunctionName", target);
            permission.put("FunctionUrlAuthType", auth.keyRange(), at.text("NONE"));
            String id = function.id() + "UrlPublicPermissions";
            lowering.add(function, auth, id, "AWS::Lambda::Permission", permission.build());
        }
    }

    private void invokeConfig() {
        Member config = function.properties().member("EventInvokeConfig");
        if (config == null || !Written.isObject(config.value())) {
            return;
        }
        Mapping written = (Mapping) config.value();
        String id = function.id() + "EventInvokeConfig";
        Properties properties = new Properties(written.range());
        properties.put("FunctionName", made.ref(function.id()));
        if (function.has("AutoPublishAlias")) {
            properties.rename(function.properties(), "AutoPublishAlias", "Qualifier");
        } else {
            properties.set("Qualifier", "$LATEST");
        }
        properties.copy(written, "MaximumEventAgeInSeconds", "MaximumRetryAttempts");
        Member destinations = written.member("DestinationConfig");
        if (destinations != null && Written.isObject(destinations.value())) {
            Properties to = new Properties(destinations.value().range());
            for (Member destination : ((Mapping) destinations.value()).members()) {
                to.put(destination.key(), destination.keyRange(), destination(id, destination));
            }
            properties.put("DestinationConfig", destinations.keyRange(), to.build());
        }
        lowering.add(function, config, id, "AWS::Lambda::EventInvokeConfig", properties.build());
    }

    /** Where a result goes: to what is written, or to a queue or topic that SAM makes. */
    private Node destination(String config, Member written) {
        if (!Written.isObject(written.value())) {
            return written.value();
        }
        Made at = new Made(written.keyRange());
        Node given = Written.get(written.value(), "Destination");
        String type = Written.text(Written.get(written.value(), "Type"));
        if (given != null || type == null) {
            return new Properties(written.value().range())
                    .copy((Mapping) written.value(), "Destination")
                    .build();
        }
        boolean topic = type.equals("SNS");
        String id = config + written.key() + (topic ? "Topic" : "Queue");
        if (topic || type.equals("SQS")) {
            String made = topic ? "AWS::SNS::Topic" : "AWS::SQS::Queue";
            lowering.add(function, written, id, made, at.object());
        }
        return at.object("Destination", topic ? at.ref(id) : at.attribute(id, "Arn"));
    }
}
