package dev.plumbline.iac.cloudformation.eval;

import static dev.plumbline.iac.cloudformation.eval.Answers.malformed;
import static dev.plumbline.iac.cloudformation.eval.Answers.origin;
import static dev.plumbline.iac.cloudformation.eval.Answers.unknown;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.cloudformation.template.SubText;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The intrinsic functions. A call of the wrong shape is unknown; {@link
 * dev.plumbline.iac.cloudformation.check.TemplateChecks} says what is wrong with it.
 */
final class Functions {

    /** How many characters cost as much as a value. */
    private static final int CHARACTERS_PER_VALUE = 16;

    private final Evaluator evaluator;
    private final ListFunctions lists;

    Functions(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.lists = new ListFunctions(evaluator);
    }

    /** What a call gives. Strings that are made cost by their length, so that templates cannot multiply them. */
    Value call(Intrinsic call, Place place) {
        Value value = evaluate(call, place);
        boolean affordable = !(value instanceof StringValue string)
                || evaluator.spend(string.value().length() / CHARACTERS_PER_VALUE);
        return affordable ? value : Text.tooLong(origin(call));
    }

    private Value evaluate(Intrinsic call, Place place) {
        IntrinsicFunction function = IntrinsicFunction.named(call.name());
        if (function == null) {
            return Evaluator.unknown(call.argument(), Cause.UNSUPPORTED, call.name() + " is not a function we know");
        }
        return switch (function) {
            case REF -> ref(call, place);
            case GET_ATT -> getAtt(call, place);
            case SUB -> sub(call, place);
            case JOIN -> lists.join(call, place);
            case SELECT -> lists.select(call, place);
            case SPLIT -> lists.split(call, place);
            case LENGTH -> lists.length(call, place);
            case CIDR -> lists.cidr(call, place);
            case FIND_IN_MAP -> findInMap(call, place);
            case IF -> conditional(call, place);
            case BASE64 -> Encodings.base64(evaluator.evaluate(call.argument(), place), origin(call));
            case TO_JSON_STRING -> Encodings.json(evaluator.evaluate(call.argument(), place), origin(call));
            case GET_AZS -> unknown(call, Cause.EXTERNAL, "the availability zones are known at deployment", Shape.LIST);
            case IMPORT_VALUE -> importValue(call, place);
            case GET_STACK_OUTPUT -> stackOutput(call, place);
            case CONDITION -> condition(call);
            case AND, OR, NOT, EQUALS ->
                Evaluator.unknown(
                        call.argument(),
                        Cause.UNSUPPORTED,
                        call.name() + " is evaluated in the section Conditions only");
            case CONTAINS, EACH_MEMBER_EQUALS, EACH_MEMBER_IN, REF_ALL, VALUE_OF, VALUE_OF_ALL ->
                Evaluator.unknown(
                        call.argument(), Cause.UNSUPPORTED, call.name() + " is evaluated in the section Rules only");
            case TRANSFORM -> Evaluator.unknown(call.argument(), Cause.EXTERNAL, transform(call));
            case FOR_EACH ->
                Evaluator.unknown(call.argument(), Cause.UNSUPPORTED, "Fn::ForEach is unrolled between members only");
        };
    }

    private Value ref(Intrinsic call, Place place) {
        String name = text(call.argument(), place);
        return name == null ? malformed(call) : evaluator.ref(name, origin(call), place);
    }

    private Value getAtt(Intrinsic call, Place place) {
        Intrinsic.Attribute target = call.attribute();
        List<Node> arguments = call.arguments();
        String logicalId =
                target != null ? target.logicalId() : arguments.size() == 2 ? text(arguments.get(0), place) : null;
        if (logicalId == null) {
            return malformed(call);
        }
        String attribute =
                target != null && target.attribute() != null ? target.attribute() : text(arguments.get(1), place);
        return attribute == null
                ? unknown(call, Cause.KNOWN_AFTER_APPLY, "known after deployment: " + logicalId, Shape.ANY)
                : evaluator.attribute(logicalId, attribute, origin(call), place);
    }

    /** A name as written, or, with the language extensions, what a function gives; null where it is not known. */
    private String text(Node node, Place place) {
        String written = Intrinsic.text(node);
        return written != null || Intrinsic.of(node) == null ? written : Text.of(evaluator.evaluate(node, place));
    }

    private Value sub(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        boolean withVariables = arguments.size() == 2 && arguments.get(1) instanceof Mapping;
        String text = withVariables ? Intrinsic.text(arguments.get(0)) : call.text();
        if (text == null) {
            return malformed(call);
        }
        Map<String, Member> variables = withVariables ? Template.members(arguments.get(1)) : Map.of();
        List<Value> pieces = new ArrayList<>();
        Origin origin = origin(call);
        for (SubText.Part part : SubText.parse(text)) {
            if (!evaluator.spend(1)) {
                return Text.tooLong(origin);
            }
            if (!part.variable()) {
                pieces.add(new StringValue(part.text(), origin));
            } else if (variables.containsKey(part.text())) {
                pieces.add(evaluator.evaluate(variables.get(part.text()).value(), place));
            } else {
                pieces.add(variable(part, origin, place));
            }
        }
        return Text.join("", pieces, origin);
    }

    private Value variable(SubText.Part part, Origin origin, Place place) {
        Intrinsic.Attribute attribute = Intrinsic.attribute(part.text(), origin.range());
        if (!part.isValidName()) {
            return new UnknownValue(Unknown.because(Cause.ERROR, part.text() + " is not a variable's name"), origin);
        }
        return attribute != null
                ? evaluator.attribute(attribute.logicalId(), attribute.attribute(), origin, place)
                : evaluator.ref(part.text(), origin, place);
    }

    private Value findInMap(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        Node fallback = arguments.size() == 4 && arguments.get(3) instanceof Mapping options
                ? options.get("DefaultValue")
                : null;
        if (arguments.size() != 3 && fallback == null) {
            return malformed(call);
        }
        Value map = evaluator.evaluate(arguments.get(0), place);
        Value top = evaluator.evaluate(arguments.get(1), place);
        Value second = evaluator.evaluate(arguments.get(2), place);
        return new MapLookup(evaluator, call, fallback, place).find(map, top, second);
    }

    private Value conditional(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        String name = arguments.size() == 3 ? Intrinsic.text(arguments.get(0)) : null;
        if (name == null) {
            return malformed(call);
        }
        Boolean condition = evaluator.condition(name);
        if (condition != null) {
            return evaluator.evaluate(arguments.get(condition ? 1 : 2), place);
        }
        Value first = evaluator.evaluate(arguments.get(1), place);
        Value second = evaluator.evaluate(arguments.get(2), place);
        if (first.sameAs(second)) {
            return first;
        }
        Unknown unknown = Unknown.because(Cause.NO_VALUE, evaluator.reason(name));
        boolean set = isSet(first) && isSet(second);
        return new UnknownValue(
                set ? unknown.certainlySet() : unknown, origin(call), first.sensitive() || second.sensitive());
    }

    private static boolean isSet(Value value) {
        return value instanceof UnknownValue unknown ? unknown.unknown().notNull() : !(value instanceof NullValue);
    }

    private Value importValue(Intrinsic call, Place place) {
        String export = Text.of(evaluator.evaluate(call.argument(), place));
        Value exported = export == null ? null : evaluator.imported(export, origin(call));
        if (exported != null) {
            return exported;
        }
        return unknown(
                call,
                Cause.EXTERNAL,
                export == null
                        ? "another stack exports it, under a name that is not known"
                        : export + " is exported by another stack",
                Shape.ANY);
    }

    private Value stackOutput(Intrinsic call, Place place) {
        if (!(call.argument() instanceof Mapping output)
                || output.get("StackName") == null
                || output.get("OutputName") == null) {
            return malformed(call);
        }
        String stack = Text.of(evaluator.evaluate(output.get("StackName"), place));
        String name = Text.of(evaluator.evaluate(output.get("OutputName"), place));
        String what = (name == null ? "it is an output" : name + " is an output")
                + (stack == null ? " of another stack" : " of stack " + stack);
        return unknown(call, Cause.EXTERNAL, what, Shape.ANY);
    }

    private static String transform(Intrinsic call) {
        String name = call.argument() instanceof Mapping macro ? Intrinsic.text(macro.get("Name")) : null;
        return "AWS::Include".equals(name)
                ? "it is included from outside of the scanned tree"
                : "a macro makes it at deployment";
    }

    /** A condition where a value is expected: what the macros of some templates take. */
    private Value condition(Intrinsic call) {
        if (call.text() == null) {
            return malformed(call);
        }
        Boolean decided = evaluator.condition(call.text());
        return decided == null
                ? unknown(call, Cause.NO_VALUE, evaluator.reason(call.text()), Shape.BOOLEAN)
                : new BooleanValue(decided, origin(call));
    }
}
