package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.util.Set;

/** What CloudFormation itself sets: known only when a stack is deployed somewhere. */
public final class PseudoParameters {
    static final String NO_VALUE = "AWS::NoValue";

    private static final Set<String> NAMES = Set.of(
            "AWS::AccountId",
            "AWS::NotificationARNs",
            NO_VALUE,
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    private PseudoParameters() {}

    public static boolean contains(String name) {
        return NAMES.contains(name);
    }

    static Set<String> names() {
        return NAMES;
    }

    /** Whether each stack has a value of its own, nested ones too. */
    static boolean ofStack(String name) {
        return name.equals("AWS::StackName") || name.equals("AWS::StackId");
    }

    /** @param stack the prefix of the stack */
    static Value value(String name, String stack, Origin origin) {
        if (name.equals(NO_VALUE)) {
            return new NullValue(origin);
        }
        Unknown unknown = Unknown.because(Cause.KNOWN_AFTER_APPLY, name + " is known at deployment")
                .of(name.equals("AWS::NotificationARNs") ? Shape.LIST : Shape.STRING)
                .certainlySet();
        String prefix =
                switch (name) {
                    case "AWS::Partition" -> "aws"; // of every partition: aws, aws-cn, aws-us-gov, aws-iso…
                    case "AWS::StackId" -> "arn:aws";
                    default -> "";
                };
        return new UnknownValue(
                (prefix.isEmpty() ? unknown : unknown.startingWith(prefix))
                        .knownAs("<" + (ofStack(name) ? stack : "") + name + ">"),
                origin);
    }
}
