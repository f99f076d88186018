package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.check.TemplateChecks;
import dev.plumbline.iac.cloudformation.template.Calls;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.cloudformation.template.SubText;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Member;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The intrinsic functions, by the <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">
 * reference</a>. A call of the wrong shape is unknown; {@link TemplateChecks} says what is wrong with it.
 */
final class Functions {
    private static final String MALFORMED = "the arguments of %s are not of the form that it takes";

    /** How many characters cost as much as a value. */
    private static final int CHARACTERS_PER_VALUE = 16;

    private static final int MAX_SYMBOL = 1000;

    private final Evaluator evaluator;

    Functions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** What a call gives. Strings that are made cost by their length, so that templates cannot multiply them. */
    Value call(Intrinsic call, Place place) {
        Value value = evaluate(call, place);
        boolean affordable = !(value instanceof StringValue string)
                || evaluator.spend(string.value().length() / CHARACTERS_PER_VALUE);
        return affordable ? value : Text.tooLong(origin(call));
    }

    private Value evaluate(Intrinsic call, Place place) {
        return switch (call.name()) {
            case "Ref" -> call.text() == null ? malformed(call) : evaluator.ref(call.text(), origin(call), place);
            case "Fn::GetAtt" -> getAtt(call, place);
            case "Fn::Sub" -> sub(call, place);
            case "Fn::Join" -> join(call, place);
            case "Fn::Select" -> select(call, place);
            case "Fn::Split" -> split(call, place);
            case "Fn::FindInMap" -> findInMap(call, place);
            case "Fn::If" -> conditional(call, place);
            case "Fn::Base64" -> Encodings.base64(evaluator.evaluate(call.argument(), place), origin(call));
            case "Fn::Cidr" -> cidr(call, place);
            case "Fn::GetAZs" ->
                unknown(call, Cause.EXTERNAL, "the availability zones are known at deployment", Shape.LIST);
            case "Fn::ImportValue" -> unknown(call, Cause.EXTERNAL, "it is exported by another stack", Shape.ANY);
            case "Fn::Length" -> length(call, place);
            case "Fn::ToJsonString" -> Encodings.json(evaluator.evaluate(call.argument(), place), origin(call));
            case "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals", "Condition" -> condition(call);
            case "Fn::Transform" ->
                Evaluator.unknown(call.argument(), Cause.EXTERNAL, "a macro makes it at deployment");
            default -> Evaluator.unknown(call.argument(), Cause.UNSUPPORTED, call.name() + " is not supported");
        };
    }

    private Value getAtt(Intrinsic call, Place place) {
        Intrinsic.Attribute target = call.attribute();
        if (target == null) {
            return malformed(call);
        }
        if (target.attribute() != null) {
            return evaluator.attribute(target.logicalId(), target.attribute(), origin(call), place);
        }
        Value name = evaluator.evaluate(call.arguments().get(1), place);
        return Text.of(name) == null
                ? unknown(call, Cause.KNOWN_AFTER_APPLY, "known after deployment: " + target.logicalId(), Shape.ANY)
                : evaluator.attribute(target.logicalId(), Text.of(name), origin(call), place);
    }

    private Value sub(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        boolean withVariables = arguments.size() == 2 && arguments.get(1) instanceof Node.Mapping;
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

    private Value join(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        String delimiter = arguments.size() == 2 ? Intrinsic.text(arguments.get(0)) : null;
        if (delimiter == null) {
            return malformed(call);
        }
        Value list = evaluator.evaluate(arguments.get(1), place);
        if (list instanceof ListValue items) {
            return items.sensitive()
                    ? Text.join(delimiter, items.elements(), origin(call)).asSensitive()
                    : Text.join(delimiter, items.elements(), origin(call));
        }
        return list instanceof UnknownValue unknown ? derived(unknown, call, Shape.STRING) : malformed(call);
    }

    private Value select(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        if (arguments.size() != 2) {
            return malformed(call);
        }
        Value index = evaluator.evaluate(arguments.get(0), place);
        Value list = evaluator.evaluate(arguments.get(1), place);
        if (index instanceof UnknownValue unknown) {
            return derived(unknown, call, Shape.ANY);
        }
        if (list instanceof UnknownValue unknown) {
            return derived(unknown, call, Shape.ANY);
        }
        if (!(list instanceof ListValue items)) {
            return malformed(call);
        }
        Integer at = integer(index);
        if (at == null || at < 0 || at >= items.elements().size()) {
            evaluator.warn(
                    "cfn-select",
                    "Fn::Select takes item %s of a list of %d"
                            .formatted(Text.of(index), items.elements().size()),
                    "Items are counted from 0.",
                    arguments.get(0));
            return Evaluator.unknown(call.argument(), Cause.ERROR, "there is no such item in the list");
        }
        Value item = items.elements().get(at);
        return items.sensitive() ? item.asSensitive() : item;
    }

    private Value split(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        String delimiter = arguments.size() == 2 ? Intrinsic.text(arguments.get(0)) : null;
        if (delimiter == null || delimiter.isEmpty()) {
            return malformed(call);
        }
        Value source = evaluator.evaluate(arguments.get(1), place);
        if (source instanceof UnknownValue unknown) {
            return derived(unknown, call, Shape.LIST);
        }
        String text = Text.of(source);
        if (text == null) {
            return malformed(call);
        }
        List<Value> items = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
            if (!evaluator.spend(1)) {
                return Text.tooLong(origin(call));
            }
            items.add(part(text.substring(start, end), source, call));
            start = end + delimiter.length();
        }
        items.add(part(text.substring(start), source, call));
        return new ListValue(items, origin(call));
    }

    private static Value part(String text, Value source, Intrinsic call) {
        return new StringValue(text, origin(call), source.sensitive());
    }

    private Value findInMap(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        boolean hasDefault = arguments.size() == 4
                && arguments.get(3) instanceof Node.Mapping options
                && options.get("DefaultValue") != null;
        if (arguments.size() != 3 && !hasDefault) {
            return malformed(call);
        }
        Node fallback = hasDefault ? ((Node.Mapping) arguments.get(3)).get("DefaultValue") : null;
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

    private Value cidr(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        if (arguments.size() < 2 || arguments.size() > 3) {
            return malformed(call);
        }
        List<Value> values = new ArrayList<>();
        for (Node argument : arguments) {
            Value value = evaluator.evaluate(argument, place);
            if (value instanceof UnknownValue unknown) {
                return derived(unknown, call, Shape.LIST);
            }
            values.add(value);
        }
        String block = Text.of(values.get(0));
        Integer count = integer(values.get(1));
        Integer bits = values.size() == 3 ? integer(values.get(2)) : null;
        if (block == null || block.indexOf(':') >= 0 || values.size() == 2) {
            return Evaluator.unknown(
                    call.argument(), Cause.UNSUPPORTED, "Fn::Cidr is evaluated for IPv4 with all three arguments");
        }
        List<String> blocks = count == null || bits == null ? List.of() : CidrBlocks.of(block, count, bits);
        if (blocks.isEmpty()) {
            return Evaluator.unknown(call.argument(), Cause.ERROR, "the block cannot be divided like that");
        }
        Origin origin = origin(call);
        return new ListValue(
                blocks.stream()
                        .<Value>map(text -> new StringValue(text, origin))
                        .toList(),
                origin);
    }

    private Value length(Intrinsic call, Place place) {
        Value list = evaluator.evaluate(call.argument(), place);
        if (list instanceof ListValue items) {
            return new NumberValue(BigDecimal.valueOf(items.elements().size()), origin(call), items.sensitive());
        }
        return list instanceof UnknownValue unknown ? derived(unknown, call, Shape.NUMBER) : malformed(call);
    }

    /** A condition where a value is expected: what the macros of some templates take. */
    private Value condition(Intrinsic call) {
        if (call.name().equals("Condition") && call.text() != null) {
            Boolean decided = evaluator.condition(call.text());
            return decided == null
                    ? unknown(call, Cause.NO_VALUE, evaluator.reason(call.text()), Shape.BOOLEAN)
                    : new BooleanValue(decided, origin(call));
        }
        return Evaluator.unknown(
                call.argument(), Cause.UNSUPPORTED, call.name() + " is evaluated in the section Conditions only");
    }

    /** The integer that a number, or the text of one, is; null where it is none. */
    private static Integer integer(Value value) {
        String text = Text.of(value);
        try {
            return text == null ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Unknown because something that it is made of is. */
    private static UnknownValue derived(UnknownValue from, Intrinsic call, Shape shape) {
        Unknown unknown = Unknown.because(from.unknown().cause(), from.unknown().reason())
                .of(shape)
                .certainlySet();
        String symbol = from.unknown().symbol().isEmpty() ? "" : "<" + Calls.text(call.argument()) + ">";
        return new UnknownValue(
                unknown.knownAs(symbol.length() > MAX_SYMBOL ? "" : symbol), origin(call), from.sensitive());
    }

    private static UnknownValue unknown(Intrinsic call, Cause cause, String reason, Shape shape) {
        return new UnknownValue(Unknown.because(cause, reason).of(shape).certainlySet(), origin(call));
    }

    private static UnknownValue malformed(Intrinsic call) {
        return Evaluator.unknown(call.argument(), Cause.ERROR, MALFORMED.formatted(call.name()));
    }

    private static Origin origin(Intrinsic call) {
        return Origin.at(call.range());
    }
}
