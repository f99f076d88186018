package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;

/** {@code AWS::Lambda::Permission}: who may call a function. */
final class Permissions {
    private Permissions() {}

    /**
     * @param function what is called: the function or its alias
     * @param source the ARN of what calls; null where any may
     */
    static Properties to(Member part, Node function, String service, Node source) {
        Properties permission = new Properties(part.keyRange());
        permission.set("Action", "lambda:InvokeFunction");
        permission.put("FunctionName", function);
        permission.set("Principal", service);
        return source == null ? permission : permission.put("SourceArn", source);
    }

    /** The ARN of a method of an API, in every stage. */
    static Node method(Member part, Node api, String method, String path) {
        String literal = path.replace("${", "${!");
        String any = method.equalsIgnoreCase("any") ? "*" : method;
        return new Made(part.keyRange())
                .sub(
                        "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/" + any + literal,
                        "Api",
                        api);
    }

    /** The ARN of all authorizers of an API. */
    static Node authorizers(Member part, Node api) {
        return new Made(part.keyRange())
                .sub(
                        "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/authorizers/*",
                        "Api",
                        api);
    }

    static Mapping account(Member part) {
        return new Made(part.keyRange()).ref("AWS::AccountId");
    }
}
