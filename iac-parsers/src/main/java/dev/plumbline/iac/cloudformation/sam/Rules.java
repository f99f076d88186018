package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import java.util.Set;

/** Rules of EventBridge and schedules, which call functions and state machines. */
final class Rules {
    private Rules() {}

    /**
     * A rule for an event of the types {@code Schedule}, {@code CloudWatchEvent} and {@code EventBridgeRule}.
     *
     * @param target the ARN of what it calls
     * @param role the ARN of the role that it takes to do so; null where it needs none
     */
    static void rule(Lowering lowering, SamResource of, Member event, Node target, Node role) {
        Mapping given = FunctionEvents.properties(event);
        Properties rule = new Properties(event.keyRange());
        rule.copy(given, "Description", "Name", "EventBusName", "State");
        rule.rename(given, "Schedule", "ScheduleExpression").rename(given, "Pattern", "EventPattern");
        Member enabled = given.member("Enabled");
        if (enabled != null) {
            Made at = new Made(enabled.value().range());
            boolean call = Written.isCall(enabled.value());
            Node state = call ? at.unknown() : at.text(Written.is(enabled.value(), "false") ? "DISABLED" : "ENABLED");
            rule.put("State", enabled.keyRange(), state);
        }
        Properties to = target(event, given, target, role);
        Made made = new Made(event.keyRange());
        to.set("Id", of.id() + event.key() + (role == null ? "LambdaTarget" : "StepFunctionsTarget"));
        rule.put("Targets", made.list(to.build()));
        lowering.add(of, event, of.id() + event.key(), "AWS::Events::Rule", rule.build());
    }

    /** A schedule of EventBridge Scheduler, with the role that it takes. */
    static void schedule(Lowering lowering, SamResource of, Member event, Node target, String action) {
        Mapping given = FunctionEvents.properties(event);
        String id = of.id() + event.key();
        Made made = new Made(event.keyRange());
        Node role = given.get("RoleArn");
        if (role == null) {
            role = made.attribute(id + "Role", "Arn");
            role(lowering, of, event, "scheduler.amazonaws.com", action, target);
        }
        Properties schedule = new Properties(event.keyRange());
        schedule.copyAllBut(
                given,
                Set.of("Input", "RetryPolicy", "DeadLetterConfig", "RoleArn", "PermissionsBoundary", "OmitName"));
        if (given.get("FlexibleTimeWindow") == null) {
            schedule.put("FlexibleTimeWindow", made.object("Mode", made.text("OFF")));
        }
        if (given.get("Name") == null && !Written.is(given.get("OmitName"), "true")) {
            schedule.set("Name", id);
        }
        schedule.put("Target", target(event, given, target, role).build());
        lowering.add(of, event, id, "AWS::Scheduler::Schedule", schedule.build());
    }

    /** The role by which an event starts something: {@code <resource><event>Role}. */
    static void role(Lowering lowering, SamResource of, Member event, String service, String action, Node resource) {
        Made made = new Made(event.keyRange());
        String id = of.id() + event.key() + "Role";
        Properties role = new Properties(event.keyRange());
        role.put("AssumeRolePolicyDocument", made.trust(service));
        Node policy = made.object(
                made.member("PolicyName", made.text(id + "StartExecutionPolicy")),
                made.member("PolicyDocument", made.allow(made.text(action), resource)));
        role.put("Policies", made.list(policy));
        role.copy(FunctionEvents.properties(event), "PermissionsBoundary");
        lowering.add(of, event, id, "AWS::IAM::Role", role.build());
    }

    private static Properties target(Member event, Mapping given, Node arn, Node role) {
        Properties target = new Properties(event.keyRange());
        target.put("Arn", arn);
        if (role != null) {
            target.put("RoleArn", role);
        }
        target.copy(given, "Input", "InputPath", "InputTransformer", "RetryPolicy");
        Member letters = given.member("DeadLetterConfig");
        if (letters != null && Written.isObject(letters.value())) {
            Properties config = new Properties(letters.value().range());
            config.rename((Mapping) letters.value(), "Arn", "Arn");
            target.put("DeadLetterConfig", letters.keyRange(), config.build());
        }
        return target;
    }
}
