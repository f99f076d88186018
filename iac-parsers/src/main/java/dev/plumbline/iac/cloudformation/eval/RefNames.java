package dev.plumbline.iac.cloudformation.eval;

import java.util.Map;

/**
 * The resource types for which {@code Ref} returns the name that may be written in a property, by the "Return values" of
 * the <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">
 * resource type reference</a>. For all others {@code Ref} returns what is assigned at deployment.
 */
final class RefNames {
    private static final Map<String, String> PROPERTY = Map.ofEntries(
            Map.entry("AWS::AutoScaling::AutoScalingGroup", "AutoScalingGroupName"),
            Map.entry("AWS::AutoScaling::LaunchConfiguration", "LaunchConfigurationName"),
            Map.entry("AWS::CloudWatch::Alarm", "AlarmName"),
            Map.entry("AWS::CodeBuild::Project", "Name"),
            Map.entry("AWS::CodePipeline::Pipeline", "Name"),
            Map.entry("AWS::DynamoDB::Table", "TableName"),
            Map.entry("AWS::ECR::Repository", "RepositoryName"),
            Map.entry("AWS::ECS::Cluster", "ClusterName"),
            Map.entry("AWS::EKS::Cluster", "Name"),
            Map.entry("AWS::IAM::Group", "GroupName"),
            Map.entry("AWS::IAM::InstanceProfile", "InstanceProfileName"),
            Map.entry("AWS::IAM::Role", "RoleName"),
            Map.entry("AWS::IAM::User", "UserName"),
            Map.entry("AWS::Kinesis::Stream", "Name"),
            Map.entry("AWS::KinesisFirehose::DeliveryStream", "DeliveryStreamName"),
            Map.entry("AWS::KMS::Alias", "AliasName"),
            Map.entry("AWS::Lambda::Function", "FunctionName"),
            Map.entry("AWS::Logs::LogGroup", "LogGroupName"),
            Map.entry("AWS::S3::Bucket", "BucketName"),
            Map.entry("AWS::SSM::Parameter", "Name"));

    private RefNames() {}

    /** The property whose value {@code Ref} returns; null where it does not return a written name. */
    static String property(String type) {
        return PROPERTY.get(type);
    }
}
