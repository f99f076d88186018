package dev.plumbline.iac.cloudformation.check;

import dev.plumbline.iac.cloudformation.eval.IntrinsicFunction;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.List;

/** Which arguments each intrinsic function takes. */
final class CallShapes {
    private static final int MAX_OPERANDS = 10;

    private CallShapes() {}

    /** What the function takes, fit for people, where the call does not give it that; otherwise null. */
    static String problem(Intrinsic call, IntrinsicFunction function) {
        List<Node> arguments = call.arguments();
        int count = arguments.size();
        return switch (function) {
            case REF -> call.text() != null || isCall(call.argument()) ? null : "the name of a parameter or a resource";
            case GET_ATT ->
                call.attribute() != null || (count == 2 && isCall(arguments.get(0)))
                        ? null
                        : "a resource and one of its attributes";
            case SUB ->
                call.text() != null || (withVariables(arguments) && Intrinsic.text(arguments.get(0)) != null)
                        ? null
                        : "a string, or a string and its variables";
            case IF ->
                count == 3 && Intrinsic.text(arguments.get(0)) != null ? null : "a condition's name and two values";
            case JOIN -> isDelimited(arguments) && isList(arguments.get(1)) ? null : "a delimiter and a list";
            case SPLIT -> isDelimited(arguments) && isSingle(arguments.get(1)) ? null : "a delimiter and a string";
            case SELECT ->
                count == 2 && isSingle(arguments.get(0)) && isList(arguments.get(1)) ? null : "an index and a list";
            case FIND_IN_MAP -> count == 3 || hasDefault(arguments) ? null : "a mapping's name and two keys";
            case CIDR -> count == 2 || count == 3 ? null : "a block, a count and a number of bits";
            case BASE64, IMPORT_VALUE, GET_AZS -> isSingle(call.argument()) ? null : "one string";
            case LENGTH -> isList(call.argument()) ? null : "a list";
            case TO_JSON_STRING ->
                call.argument() instanceof Scalar && call.text() != null ? "an object or a list" : null;
            case GET_STACK_OUTPUT ->
                call.argument() instanceof Mapping output
                                && output.get("StackName") != null
                                && output.get("OutputName") != null
                        ? null
                        : "the StackName and the OutputName";
            case TRANSFORM ->
                call.argument() instanceof Mapping macro && macro.get("Name") != null
                        ? null
                        : "the Name of a macro and its Parameters";
            case CONDITION -> call.text() != null ? null : "a condition's name";
            case AND, OR -> count >= 2 && count <= MAX_OPERANDS ? null : "2 to 10 conditions";
            case NOT -> count == 1 ? null : "a list of one condition";
            case EQUALS -> count == 2 ? null : "two values";
            case CONTAINS, EACH_MEMBER_EQUALS -> count == 2 ? null : "a list and a string";
            case EACH_MEMBER_IN -> count == 2 ? null : "two lists";
            case VALUE_OF, VALUE_OF_ALL -> count == 2 ? null : "two names";
            case REF_ALL -> isSingle(call.argument()) ? null : "the type of a parameter";
            case FOR_EACH -> null; // unrolling tells
        };
    }

    /** Whether a call needs the transform {@code AWS::LanguageExtensions}. */
    static boolean isExtension(Intrinsic call, IntrinsicFunction function) {
        return switch (function) {
            case LENGTH, TO_JSON_STRING, FOR_EACH -> true;
            case REF -> isCall(call.argument());
            case GET_ATT -> call.arguments().stream().limit(1).anyMatch(CallShapes::isCall);
            case FIND_IN_MAP -> hasDefault(call.arguments());
            default -> false;
        };
    }

    private static boolean withVariables(List<Node> arguments) {
        return arguments.size() == 2 && arguments.get(1) instanceof Mapping;
    }

    private static boolean hasDefault(List<Node> arguments) {
        return arguments.size() == 4
                && arguments.get(3) instanceof Mapping options
                && options.get("DefaultValue") != null;
    }

    private static boolean isDelimited(List<Node> arguments) {
        return arguments.size() == 2 && Intrinsic.text(arguments.get(0)) != null;
    }

    private static boolean isCall(Node node) {
        return Intrinsic.of(node) != null;
    }

    private static boolean isList(Node node) {
        return isCall(node) || node instanceof Sequence;
    }

    private static boolean isSingle(Node node) {
        return isCall(node) || node instanceof Scalar;
    }
}
