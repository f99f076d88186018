package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** {@code Events} of a function: what calls it, with the permission to do so. APIs are lowered by {@link Apis}. */
final class FunctionEvents {

    /** Lambda polls these; the member that says what it polls. */
    private static final Map<String, String> POLLED = Map.of(
            "Kinesis", "Stream",
            "DynamoDB", "Stream",
            "SQS", "Queue",
            "MSK", "Stream",
            "MQ", "Broker",
            "DocumentDB", "Cluster",
            "SelfManagedKafka", "");

    private static final Map<String, String> POLLING = Map.of(
            "Kinesis", "AWSLambdaKinesisExecutionRole",
            "DynamoDB", "AWSLambdaDynamoDBExecutionRole",
            "SQS", "AWSLambdaSQSQueueExecutionRole",
            "MSK", "AWSLambdaMSKExecutionRole");

    private final Lowering lowering;
    private final SamResource function;
    private final Node target;

    private FunctionEvents(Lowering lowering, SamResource function, Node target) {
        this.lowering = lowering;
        this.function = function;
        this.target = target;
    }

    /** @param target what the events call: the function or its alias */
    static void lower(Lowering lowering, SamResource function, Node target) {
        FunctionEvents events = new FunctionEvents(lowering, function, target);
        Written.members(function.get("Events")).forEach(events::event);
    }

    /** The managed policies that a function needs to poll its sources. */
    static Set<String> managedPolicies(SamResource function) {
        Set<String> policies = new TreeSet<>();
        for (Member event : Written.members(function.get("Events"))) {
            String policy = POLLING.get(Objects.requireNonNullElse(type(event), ""));
            if (policy != null) {
                policies.add(policy);
            }
        }
        return policies;
    }

    static String type(Member event) {
        return Written.text(Written.get(event.value(), "Type"));
    }

    /** The properties of an event; empty where it has none. */
    static Mapping properties(Member event) {
        Node written = Written.get(event.value(), "Properties");
        return Written.isObject(written) ? (Mapping) written : new Made(event.keyRange()).object();
    }

    private void event(Member event) {
        String type = Objects.requireNonNullElse(type(event), "");
        Mapping given = properties(event);
        String id = function.id() + event.key();
        Made made = new Made(event.keyRange());
        if (POLLED.containsKey(type)) {
            mapping(event, given, id, POLLED.get(type));
            return;
        }
        switch (type) {
            case "Api", "HttpApi" -> {
                // With the API that it is a part of.
            }
            case "S3" -> s3(event, given, id);
            case "SNS" -> sns(event, given, id);
            case "Schedule", "CloudWatchEvent", "EventBridgeRule" -> {
                Rules.rule(lowering, function, event, target(made), null);
                permit(event, id, "events.amazonaws.com", made.attribute(id, "Arn"));
            }
            case "ScheduleV2" -> Rules.schedule(lowering, function, event, target(made), "lambda:InvokeFunction");
            case "CloudWatchLogs" -> {
                Properties filter = new Properties(event.keyRange()).copyAllBut(given, Set.of());
                filter.put("DestinationArn", target(made));
                lowering.add(function, event, id, "AWS::Logs::SubscriptionFilter", filter.build());
                Node group = given.get("LogGroupName");
                String arn = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}:*";
                permit(event, id, "logs.amazonaws.com", group == null ? null : made.sub(arn, "Group", group));
            }
            case "IoTRule" -> iot(event, given, id);
            case "AlexaSkill" -> {
                Properties permission = Permissions.to(event, target, "alexa-appkit.amazon.com", null);
                permission.rename(given, "SkillId", "EventSourceToken");
                lowering.add(function, event, id + "Permission", "AWS::Lambda::Permission", permission.build());
            }
            case "Cognito" -> cognito(event, given);
            default -> lowering.leaveOut("events of type " + (type.isEmpty() ? "unknown" : type));
        }
    }

    /** The ARN of what is called. */
    private Node target(Made made) {
        return function.has("AutoPublishAlias") ? target : made.attribute(function.id(), "Arn");
    }

    private void permit(Member event, String id, String service, Node source) {
        Properties permission = Permissions.to(event, target, service, source);
        lowering.add(function, event, id + "Permission", "AWS::Lambda::Permission", permission.build());
    }

    private void mapping(Member event, Mapping given, String id, String source) {
        Properties mapping = new Properties(event.keyRange());
        mapping.copyAllBut(given, Set.of(source, "KafkaBootstrapServers", "SecretsManagerKmsKeyId"));
        mapping.rename(given, source, "EventSourceArn");
        mapping.put("FunctionName", target);
        Member servers = given.member("KafkaBootstrapServers");
        if (servers != null) {
            Made made = new Made(servers.keyRange());
            Node endpoints = made.object("KafkaBootstrapServers", servers.value());
            mapping.put("SelfManagedEventSource", servers.keyRange(), made.object("Endpoints", endpoints));
        }
        lowering.add(function, event, id, "AWS::Lambda::EventSourceMapping", mapping.build());
    }

    private void s3(Member event, Mapping given, String id) {
        Properties permission = Permissions.to(event, target, "s3.amazonaws.com", null);
        permission.put("SourceAccount", Permissions.account(event));
        lowering.add(function, event, id + "Permission", "AWS::Lambda::Permission", permission.build());
        Member bucket = lowering.written(Objects.requireNonNullElse(Written.referred(given.get("Bucket")), ""));
        if (bucket == null) {
            return;
        }
        Made made = new Made(event.keyRange());
        List<Node> configurations = new ArrayList<>();
        for (Node on : Written.items(given.get("Events"))) {
            Properties configuration = new Properties(event.keyRange());
            configuration.put("Event", on).put("Function", target(made));
            Member filter = given.member("Filter");
            if (filter != null) {
                configuration.put("Filter", filter.keyRange(), filter.value());
            }
            configurations.add(configuration.build());
        }
        lowering.notifies(bucket.key(), configurations);
    }

    private void sns(Member event, Mapping given, String id) {
        Made made = new Made(event.keyRange());
        Properties subscription = new Properties(event.keyRange());
        subscription.copyAllBut(given, Set.of("Topic", "SqsSubscription")).rename(given, "Topic", "TopicArn");
        Node queued = given.get("SqsSubscription");
        if (queued == null || Written.is(queued, "false")) {
            subscription.set("Protocol", "lambda").put("Endpoint", target(made));
            permit(event, id, "sns.amazonaws.com", given.get("Topic"));
        } else {
            subscription.set("Protocol", "sqs").put("Endpoint", queue(event, given, id, queued));
        }
        lowering.add(function, event, id, "AWS::SNS::Subscription", subscription.build());
    }

    /** The ARN of the queue between a topic and the function. */
    private Node queue(Member event, Mapping given, String id, Node written) {
        Made made = new Made(event.keyRange());
        Node arn = Written.get(written, "QueueArn");
        Node url = Written.get(written, "QueueUrl");
        if (arn == null) {
            lowering.add(function, event, id + "Queue", "AWS::SQS::Queue", made.object());
            arn = made.attribute(id + "Queue", "Arn");
            url = made.ref(id + "Queue");
        }
        Node topic = given.get("Topic");
        if (topic != null && url != null) {
            Node statement = made.object(
                    made.member("Effect", made.text("Allow")),
                    made.member("Action", made.text("sqs:SendMessage")),
                    made.member("Principal", made.text("*")),
                    made.member("Resource", arn),
                    made.member("Condition", made.object("ArnEquals", made.object("aws:SourceArn", topic))));
            Node document = made.object(
                    made.member("Version", made.text("2012-10-17")), made.member("Statement", made.list(statement)));
            Properties policy = new Properties(event.keyRange());
            policy.put("PolicyDocument", document).put("Queues", made.list(url));
            lowering.add(function, event, id + "QueuePolicy", "AWS::SQS::QueuePolicy", policy.build());
        }
        Properties mapping = new Properties(event.keyRange());
        mapping.put("EventSourceArn", arn).put("FunctionName", target);
        if (Written.isObject(written)) {
            mapping.copy((Mapping) written, "BatchSize", "Enabled");
        }
        lowering.add(function, event, id + "EventSourceMapping", "AWS::Lambda::EventSourceMapping", mapping.build());
        return arn;
    }

    private void iot(Member event, Mapping given, String id) {
        Made made = new Made(event.keyRange());
        Properties payload = new Properties(event.keyRange());
        payload.copy(given, "Sql", "AwsIotSqlVersion");
        payload.put("RuleDisabled", made.bool(false));
        payload.put("Actions", made.list(made.object("Lambda", made.object("FunctionArn", target(made)))));
        lowering.add(function, event, id, "AWS::IoT::TopicRule", made.object("TopicRulePayload", payload.build()));
        String arn = "arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${Rule}";
        permit(event, id, "iot.amazonaws.com", made.sub(arn, "Rule", made.ref(id)));
    }

    private void cognito(Member event, Mapping given) {
        Made made = new Made(event.keyRange());
        String pool = Objects.requireNonNullElse(Written.referred(given.get("UserPool")), "");
        Node source = pool.isEmpty() ? null : made.attribute(pool, "Arn");
        Properties permission = Permissions.to(event, target, "cognito-idp.amazonaws.com", source);
        String id = function.id() + "CognitoPermission";
        lowering.add(function, event, id, "AWS::Lambda::Permission", permission.build());
        List<Member> triggers = Written.items(given.get("Trigger")).stream()
                .filter(trigger -> Written.text(trigger) != null)
                .map(trigger -> new Member(Written.text(trigger), trigger.range(), target(made)))
                .toList();
        lowering.trigger(pool, triggers);
    }
}
