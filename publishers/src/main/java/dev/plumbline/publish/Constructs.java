package dev.plumbline.publish;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;

/** Where the AWS CDK made a resource: the path of its construct, which people know it by. */
public final class Constructs {
    private Constructs() {}

    /** {@code Shop/Bucket/Resource}; empty where the resource was not made by the CDK. */
    public static String path(Resource resource) {
        Value value = resource.attributes();
        for (String step : new String[] {"AWS::CloudFormation", "Metadata", "aws:cdk:path"}) {
            value = value instanceof ObjectValue object ? object.get(step) : null;
        }
        return value instanceof StringValue text && !text.sensitive() ? text.value() : "";
    }
}
