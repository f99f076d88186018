package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Member;
import java.util.Objects;
import java.util.Set;

/** {@code AWS::Serverless::StateMachine}: the state machine, its role, versions and what starts it. */
final class StateMachines {
    private static final Set<String> OF_SAM = Set.of(
            "AssumeRolePolicyDocument",
            "AutoPublishAlias",
            "DefinitionUri",
            "DeploymentPreference",
            "Events",
            "IgnoreGlobals",
            "Logging",
            "Name",
            "PermissionsBoundary",
            "Policies",
            "PropagateTags",
            "Role",
            "RolePath",
            "Tags",
            "Tracing",
            "Type",
            "UseAliasAsEventTarget");

    private StateMachines() {}

    static void lower(Lowering lowering, SamResource machine) {
        Made made = machine.made();
        Properties properties = new Properties(machine.header());
        properties.copyAllBut(machine.properties(), OF_SAM);
        Locations.put(machine, "DefinitionUri", properties, "DefinitionS3Location", "", "Version");
        properties.rename(machine.properties(), "Logging", "LoggingConfiguration");
        properties.rename(machine.properties(), "Tracing", "TracingConfiguration");
        properties.rename(machine.properties(), "Name", "StateMachineName");
        properties.rename(machine.properties(), "Type", "StateMachineType");
        Tags.list(machine, "stateMachine", properties);
        if (machine.has("Role")) {
            properties.rename(machine.properties(), "Role", "RoleArn");
        } else {
            properties.put("RoleArn", made.attribute(machine.id() + "Role", "Arn"));
        }
        lowering.main(machine, "AWS::StepFunctions::StateMachine", properties.build());
        role(lowering, machine);
        alias(lowering, machine);
        Written.members(machine.get("Events")).forEach(event -> event(lowering, machine, event));
    }

    private static void role(Lowering lowering, SamResource machine) {
        if (machine.has("Role")) {
            return;
        }
        Roles roles = new Roles(machine, "states.amazonaws.com");
        if (Written.is(Written.get(machine.get("Tracing"), "Enabled"), "true")) {
            roles.managed(machine.made().text(Roles.arn("AWSXrayWriteOnlyAccess")));
        }
        roles.policies();
        lowering.add(machine, machine.id() + "Role", "AWS::IAM::Role", roles.properties());
    }

    private static void alias(Lowering lowering, SamResource machine) {
        Member alias = machine.properties().member("AutoPublishAlias");
        if (alias == null) {
            return;
        }
        Made made = machine.made();
        String version = machine.id() + "Version";
        Properties published = new Properties(machine.header());
        published.put("StateMachineArn", made.ref(machine.id()));
        published.put("StateMachineRevisionId", made.attribute(machine.id(), "StateMachineRevisionId"));
        lowering.add(machine, alias, version, "AWS::StepFunctions::StateMachineVersion", published.build());
        lowering.name(machine.id() + ".Version", version);

        String name = Objects.requireNonNullElse(Written.text(alias.value()), "");
        String id = machine.id() + "Alias" + LogicalIds.clean(name);
        Properties properties = new Properties(machine.header());
        properties.put("Name", alias.keyRange(), alias.value());
        Node route = made.object(
                made.member("StateMachineVersionArn", made.ref(version)), made.member("Weight", made.text("100")));
        properties.put("RoutingConfiguration", made.list(route));
        lowering.add(machine, alias, id, "AWS::StepFunctions::StateMachineAlias", properties.build());
        lowering.name(machine.id() + ".Alias", id);
    }

    private static void event(Lowering lowering, SamResource machine, Member event) {
        Made made = new Made(event.keyRange());
        Node target = made.ref(machine.id());
        switch (Objects.requireNonNullElse(FunctionEvents.type(event), "")) {
            case "Api", "HttpApi" -> {
                // With the API that it is a part of.
            }
            case "Schedule", "CloudWatchEvent", "EventBridgeRule" -> {
                Node given = Written.get(FunctionEvents.properties(event), "RoleArn");
                if (given == null) {
                    Rules.role(lowering, machine, event, "events.amazonaws.com", "states:StartExecution", target);
                    given = made.attribute(machine.id() + event.key() + "Role", "Arn");
                }
                Rules.rule(lowering, machine, event, target, given);
            }
            case "ScheduleV2" -> Rules.schedule(lowering, machine, event, target, "states:StartExecution");
            default -> lowering.leaveOut("events of type " + FunctionEvents.type(event));
        }
    }
}
