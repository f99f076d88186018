package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.tree.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The functions that make lists or take them. */
final class ListFunctions {
    private final Evaluator evaluator;

    ListFunctions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value join(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        String delimiter = arguments.size() == 2 ? Intrinsic.text(arguments.get(0)) : null;
        if (delimiter == null) {
            return Answers.malformed(call);
        }
        Value list = evaluator.evaluate(arguments.get(1), place);
        if (list instanceof ListValue items) {
            Value text = Text.join(delimiter, items.elements(), Answers.origin(call));
            return items.sensitive() ? text.asSensitive() : text;
        }
        return Answers.derivedOrMalformed(list, call, Shape.STRING);
    }

    Value select(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        if (arguments.size() != 2) {
            return Answers.malformed(call);
        }
        Value index = evaluator.evaluate(arguments.get(0), place);
        Value list = evaluator.evaluate(arguments.get(1), place);
        if (index instanceof UnknownValue unknown) {
            return Answers.derived(unknown, call, Shape.ANY);
        }
        if (!(list instanceof ListValue items)) {
            return Answers.derivedOrMalformed(list, call, Shape.ANY);
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

    Value split(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        String delimiter = arguments.size() == 2 ? Intrinsic.text(arguments.get(0)) : null;
        if (delimiter == null || delimiter.isEmpty()) {
            return Answers.malformed(call);
        }
        Value source = evaluator.evaluate(arguments.get(1), place);
        String text = Text.of(source);
        if (text == null) {
            return Answers.derivedOrMalformed(source, call, Shape.LIST);
        }
        Origin origin = Answers.origin(call);
        List<Value> items = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
            if (!evaluator.spend(1)) {
                return Text.tooLong(origin);
            }
            items.add(new StringValue(text.substring(start, end), origin, source.sensitive()));
            start = end + delimiter.length();
        }
        items.add(new StringValue(text.substring(start), origin, source.sensitive()));
        return new ListValue(items, origin);
    }

    Value length(Intrinsic call, Place place) {
        Value list = evaluator.evaluate(call.argument(), place);
        if (list instanceof ListValue items) {
            return new NumberValue(
                    BigDecimal.valueOf(items.elements().size()), Answers.origin(call), items.sensitive());
        }
        return Answers.derivedOrMalformed(list, call, Shape.NUMBER);
    }

    Value cidr(Intrinsic call, Place place) {
        List<Node> arguments = call.arguments();
        if (arguments.size() < 2 || arguments.size() > 3) {
            return Answers.malformed(call);
        }
        List<Value> values = new ArrayList<>();
        for (Node argument : arguments) {
            Value value = evaluator.evaluate(argument, place);
            if (value instanceof UnknownValue unknown) {
                return Answers.derived(unknown, call, Shape.LIST);
            }
            values.add(value);
        }
        String block = Text.of(values.get(0));
        Integer count = integer(values.get(1));
        Integer bits = values.size() == 3 ? integer(values.get(2)) : null;
        if (values.size() == 2) {
            return Evaluator.unknown(
                    call.argument(), Cause.UNSUPPORTED, "Fn::Cidr is evaluated with a number of bits only");
        }
        List<String> blocks =
                block == null || count == null || bits == null ? List.of() : CidrBlocks.of(block, count, bits);
        if (blocks.isEmpty()) {
            return Evaluator.unknown(call.argument(), Cause.ERROR, "the block cannot be divided like that");
        }
        Origin origin = Answers.origin(call);
        return new ListValue(
                blocks.stream()
                        .<Value>map(text -> new StringValue(text, origin))
                        .toList(),
                origin);
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
}
