package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;

/** {@code DeploymentPreference}: traffic is shifted to new versions of a function by CodeDeploy. */
final class Deployments {
    private static final String APPLICATION = "ServerlessDeploymentApplication";
    private static final String ROLE = "CodeDeployServiceRole";

    private Deployments() {}

    static void lower(Lowering lowering, SamResource function, String alias) {
        Member preference = function.properties().member("DeploymentPreference");
        if (preference == null
                || !Written.isObject(preference.value())
                || Written.is(Written.get(preference.value(), "Enabled"), "false")) {
            return;
        }
        Mapping written = (Mapping) preference.value();
        Made made = new Made(preference.keyRange());
        Node role = written.get("Role");
        if (role == null) {
            role = made.attribute(ROLE, "Arn");
            Properties properties = new Properties(preference.keyRange());
            properties.put("AssumeRolePolicyDocument", made.trust("codedeploy.amazonaws.com"));
            properties.put("ManagedPolicyArns", made.texts(Roles.arn("service-role/AWSCodeDeployRoleForLambda")));
            lowering.add(function, preference, ROLE, "AWS::IAM::Role", properties.build());
        }
        Properties application = new Properties(preference.keyRange()).set("ComputePlatform", "Lambda");
        lowering.add(function, preference, APPLICATION, "AWS::CodeDeploy::Application", application.build());

        Properties group = new Properties(preference.keyRange());
        group.put("ApplicationName", made.ref(APPLICATION));
        group.put("ServiceRoleArn", role);
        group.put(
                "DeploymentStyle",
                made.object(
                        made.member("DeploymentType", made.text("BLUE_GREEN")),
                        made.member("DeploymentOption", made.text("WITH_TRAFFIC_CONTROL"))));
        group.put(
                "AutoRollbackConfiguration",
                made.object(
                        made.member("Enabled", made.bool(true)),
                        made.member(
                                "Events",
                                made.texts(
                                        "DEPLOYMENT_FAILURE",
                                        "DEPLOYMENT_STOP_ON_ALARM",
                                        "DEPLOYMENT_STOP_ON_REQUEST"))));
        Node type = written.get("Type");
        if (type != null) {
            String name = Written.text(type);
            Node config = name == null
                    ? type
                    : new Made(type.range()).text(predefined(name) ? "CodeDeployDefault.Lambda" + name : name);
            group.put("DeploymentConfigName", type.range(), config);
        }
        alarms(written, group);
        lowering.add(
                function,
                preference,
                function.id() + "DeploymentGroup",
                "AWS::CodeDeploy::DeploymentGroup",
                group.build());
    }

    private static void alarms(Mapping written, Properties group) {
        Member alarms = written.member("Alarms");
        if (alarms == null) {
            return;
        }
        Made made = new Made(alarms.value().range());
        Node names = Written.isCall(alarms.value())
                ? alarms.value()
                : made.list(Written.items(alarms.value()).stream()
                        .<Node>map(alarm -> new Made(alarm.range()).object("Name", alarm))
                        .toList());
        group.put(
                "AlarmConfiguration",
                alarms.keyRange(),
                made.object(made.member("Enabled", made.bool(true)), made.member("Alarms", names)));
    }

    /** Whether it is one of Lambda's own configurations, which are written without their common prefix. */
    private static boolean predefined(String name) {
        return name.equals("AllAtOnce") || name.startsWith("Canary10Percent") || name.startsWith("Linear10Percent");
    }
}
