package dev.plumbline.iac.cloudformation.eval;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The functions of the <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">
 * intrinsic function reference</a>, and what becomes of each here. {@code docs/cloudformation.md} has the same table.
 */
public enum IntrinsicFunction {
    REF("Ref", Status.EVALUATED),
    GET_ATT("Fn::GetAtt", Status.UNKNOWN),
    SUB("Fn::Sub", Status.EVALUATED),
    JOIN("Fn::Join", Status.EVALUATED),
    SPLIT("Fn::Split", Status.EVALUATED),
    SELECT("Fn::Select", Status.EVALUATED),
    FIND_IN_MAP("Fn::FindInMap", Status.EVALUATED),
    BASE64("Fn::Base64", Status.EVALUATED),
    CIDR("Fn::Cidr", Status.EVALUATED),
    GET_AZS("Fn::GetAZs", Status.UNKNOWN),
    IMPORT_VALUE("Fn::ImportValue", Status.UNKNOWN),
    GET_STACK_OUTPUT("Fn::GetStackOutput", Status.UNKNOWN),
    TRANSFORM("Fn::Transform", Status.EXPANDED),
    LENGTH("Fn::Length", Status.EVALUATED),
    TO_JSON_STRING("Fn::ToJsonString", Status.EVALUATED),
    FOR_EACH("Fn::ForEach", Status.EXPANDED),
    IF("Fn::If", Status.EVALUATED),
    CONDITION("Condition", Status.CONDITION),
    AND("Fn::And", Status.CONDITION),
    OR("Fn::Or", Status.CONDITION),
    NOT("Fn::Not", Status.CONDITION),
    EQUALS("Fn::Equals", Status.CONDITION),
    CONTAINS("Fn::Contains", Status.RULE),
    EACH_MEMBER_EQUALS("Fn::EachMemberEquals", Status.RULE),
    EACH_MEMBER_IN("Fn::EachMemberIn", Status.RULE),
    REF_ALL("Fn::RefAll", Status.UNKNOWN),
    VALUE_OF("Fn::ValueOf", Status.UNKNOWN),
    VALUE_OF_ALL("Fn::ValueOfAll", Status.UNKNOWN);

    /** What becomes of a call. */
    public enum Status {
        /** Known where its arguments are. */
        EVALUATED,
        /** What it gives is known at deployment only. */
        UNKNOWN,
        /** A condition, or a part of one: decided, or explored as worlds. */
        CONDITION,
        /** A part of a rule, which narrows the worlds. */
        RULE,
        /** Makes parts of the template, before anything is evaluated. */
        EXPANDED
    }

    private static final Map<String, IntrinsicFunction> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(it -> it.name, Function.identity()));

    private final String name;
    private final Status status;

    IntrinsicFunction(String name, Status status) {
        this.name = name;
        this.status = status;
    }

    /** The function of that name, the long form; null where there is none. */
    public static IntrinsicFunction named(String name) {
        IntrinsicFunction function = BY_NAME.get(name);
        return function == null && name.startsWith(FOR_EACH.name + "::") ? FOR_EACH : function;
    }

    /** Whether a member of that name stands for members that a transform makes. */
    static boolean makesMembers(String name) {
        IntrinsicFunction function = named(name);
        return function != null && function.status == Status.EXPANDED;
    }

    /** {@code Ref}, {@code Condition}, or {@code Fn::…}. */
    public String functionName() {
        return name;
    }

    public Status status() {
        return status;
    }
}
