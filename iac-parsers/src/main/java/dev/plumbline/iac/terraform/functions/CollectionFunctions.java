package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.ANY;
import static dev.plumbline.iac.terraform.functions.Parameter.LIST;
import static dev.plumbline.iac.terraform.functions.Parameter.NUMBER;
import static dev.plumbline.iac.terraform.functions.Parameter.STRINGS;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ListValue.Kind;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.terraform.type.Sensitivity;
import dev.plumbline.iac.terraform.type.Sets;
import dev.plumbline.iac.terraform.type.Type;
import dev.plumbline.iac.terraform.type.Unification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Functions that make collections of collections; {@link ElementFunctions} has those that look into them. */
final class CollectionFunctions {

    private CollectionFunctions() {}

    static void register(FunctionTable table) {
        Parameter any = ANY.orNull().orUnknown();
        Parameter bools = Parameter.of(Type.list(Type.Simple.BOOLEAN)).withUnknownElements();
        Parameter numbers = Parameter.of(Type.list(Type.Simple.NUMBER));
        table.add("alltrue", Shape.BOOLEAN, call -> quantify(call, false), bools);
        table.add("anytrue", Shape.BOOLEAN, call -> quantify(call, true), bools);
        table.addPassing("chunklist", Shape.LIST, CollectionFunctions::chunk, LIST.withUnknownElements(), NUMBER);
        table.addVariadic("coalesce", Shape.ANY, CollectionFunctions::coalesce, any);
        table.addVariadic("coalescelist", Shape.LIST, CollectionFunctions::coalesceList, any);
        table.add("compact", Shape.LIST, CollectionFunctions::compact, STRINGS);
        table.addPassingVariadic("concat", Shape.LIST, CollectionFunctions::concat, ANY.withUnknownElements());
        table.add("distinct", Shape.LIST, CollectionFunctions::distinct, LIST);
        table.addPassing("flatten", Shape.LIST, CollectionFunctions::flatten, ANY.withUnknownElements());
        table.addPassingVariadic(
                "merge", Shape.OBJECT, CollectionFunctions::merge, ANY.orNull().withUnknownElements());
        table.addVariadic("range", Shape.LIST, CollectionFunctions::range, NUMBER);
        table.addPassing("reverse", Shape.LIST, CollectionFunctions::reverse, ANY.withUnknownElements());
        table.addPassing("slice", Shape.LIST, CollectionFunctions::slice, ANY.withUnknownElements(), NUMBER, NUMBER);
        table.add("sort", Shape.LIST, CollectionFunctions::sort, STRINGS.withUnknownElements());
        table.add("sum", Shape.NUMBER, CollectionFunctions::sum, numbers);
        table.add(
                "transpose",
                Shape.OBJECT,
                CollectionFunctions::transpose,
                Parameter.of(Type.map(Type.list(Type.Simple.STRING))));
        table.addPassing("zipmap", Shape.OBJECT, CollectionFunctions::zipMap, STRINGS, ANY.withUnknownElements());
    }

    /** The values as that type. */
    static List<Value> converted(List<Value> values, Type type) throws FunctionException {
        List<Value> converted = new ArrayList<>();
        for (Value value : values) {
            try {
                converted.add(Conversion.convert(value, type));
            } catch (ConversionException e) {
                throw new FunctionException(e.getMessage());
            }
        }
        return converted;
    }

    private static Value quantify(Call call, boolean decisive) throws FunctionException {
        UnknownValue unknown = null;
        for (Value element : call.list(0).elements()) {
            if (element instanceof BooleanValue bool && bool.value() == decisive
                    || element instanceof NullValue && !decisive) {
                return call.of(decisive);
            } else if (element instanceof UnknownValue other) {
                unknown = other;
            }
        }
        return unknown == null ? call.of(!decisive) : call.unknownLike(unknown, Shape.BOOLEAN);
    }

    private static Value chunk(Call call) throws FunctionException {
        List<Value> elements = call.list(0).elements();
        int size = call.integer(1);
        Type element = call.elementType(0);
        if (size < 0) {
            throw new FunctionException("the size argument must be positive");
        }
        List<Value> chunks = new ArrayList<>();
        if (size == 0 && !elements.isEmpty()) {
            chunks.add(call.listOf(elements, element));
        }
        for (int i = 0; size > 0 && i < elements.size(); i += size) {
            chunks.add(call.listOf(elements.subList(i, Math.min(elements.size(), i + size)), element));
        }
        return call.markedAs(call.listOf(chunks, Type.list(element)), 0, 1);
    }

    private static Value coalesce(Call call) throws FunctionException {
        Type type = Unification.unify(Type.ofAll(call.arguments()))
                .orElseThrow(() -> new FunctionException("all arguments must have the same type"));
        for (Value value : converted(call.arguments(), type)) {
            if (value instanceof UnknownValue unknown) {
                // It is this one, unless it turns out to be null or an empty string.
                boolean certain = unknown.unknown().notNull()
                        && (type != Type.Simple.STRING && type != Type.Simple.ANY
                                || !unknown.unknown().prefix().isEmpty());
                return certain ? value : call.unknownLike(unknown, type);
            }
            boolean empty =
                    value instanceof StringValue string && string.value().isEmpty();
            if (!(value instanceof NullValue) && !empty) {
                return value;
            }
        }
        throw new FunctionException("no non-null, non-empty-string arguments");
    }

    private static Value coalesceList(Call call) throws FunctionException {
        for (Value value : call.arguments()) {
            if (!(value instanceof UnknownValue) && !isListOrTuple(Type.of(value))) {
                throw new FunctionException("coalescelist arguments must be lists or tuples");
            }
        }
        for (Value value : call.arguments()) {
            if (value instanceof UnknownValue) {
                return value;
            } else if (value instanceof ListValue list && !list.elements().isEmpty()) {
                return value;
            }
        }
        throw new FunctionException("no non-null arguments");
    }

    private static boolean isListOrTuple(Type type) {
        return type instanceof Type.Tuple || type instanceof Type.Sequence sequence && sequence.kind() == Kind.LIST;
    }

    private static Value compact(Call call) throws FunctionException {
        return call.listOfStrings(call.list(0).elements().stream()
                .filter(element -> element instanceof StringValue)
                .map(element -> ((StringValue) element).value())
                .filter(text -> !text.isEmpty())
                .toList());
    }

    /** A list where all arguments are lists whose elements have a type in common, otherwise a tuple. */
    private static Value concat(Call call) throws FunctionException {
        List<Value> elements = new ArrayList<>();
        boolean lists = true;
        boolean sensitive = false;
        for (int i = 0; i < call.count(); i++) {
            ListValue list = call.list(i);
            sensitive |= list.sensitive();
            if (list.kind() == Kind.SET) {
                throw new FunctionException("all arguments must be lists or tuples; got set");
            }
            lists &= list.kind() == Kind.LIST;
            elements.addAll(list.elements());
        }
        if (call.count() == 0) {
            throw new FunctionException("at least one argument is required");
        }
        Optional<Type> type = lists ? Unification.unify(Type.ofAll(call.arguments())) : Optional.empty();
        Value joined = type.isPresent() && type.get() instanceof Type.Sequence common
                ? call.listOf(converted(elements, common.element()), common.element())
                : call.tupleOf(elements);
        return sensitive ? joined.asSensitive() : joined;
    }

    private static Value distinct(Call call) throws FunctionException {
        return call.listOf(SetFunctions.distinct(call.list(0).elements()), call.elementType(0));
    }

    /** Where an element may be a list and is not known, neither are the positions of those after it. */
    private static Value flatten(Call call) throws FunctionException {
        List<Value> flat = new ArrayList<>();
        UnknownValue unknown = flattenInto(flat, call.list(0));
        Value result = unknown == null ? call.tupleOf(flat) : call.unknownLike(unknown, Shape.LIST);
        return hasSensitiveList(call.list(0)) ? result.asSensitive() : result;
    }

    private static boolean hasSensitiveList(ListValue list) {
        return list.sensitive()
                || list.elements().stream()
                        .anyMatch(element -> element instanceof ListValue inner && hasSensitiveList(inner));
    }

    private static UnknownValue flattenInto(List<Value> flat, ListValue list) {
        for (Value element : list.elements()) {
            if (element instanceof ListValue inner) {
                UnknownValue unknown = flattenInto(flat, inner);
                if (unknown != null) {
                    return unknown;
                }
            } else if (element instanceof UnknownValue unknown
                    && (unknown.unknown().shape() == Shape.ANY
                            || unknown.unknown().shape() == Shape.LIST)) {
                return unknown;
            } else {
                flat.add(element);
            }
        }
        return null;
    }

    /** A map where all arguments are maps of one type, otherwise an object. */
    private static Value merge(Call call) throws FunctionException {
        Map<String, Member> members = new LinkedHashMap<>();
        boolean sensitive = false;
        for (int i = 0; i < call.count(); i++) {
            sensitive |= call.argument(i).sensitive();
            if (!(call.argument(i) instanceof NullValue)) {
                members.putAll(call.object(i).members());
            }
        }
        List<Type> types = call.arguments().stream().map(Type::of).distinct().toList();
        boolean map = types.size() == 1 && types.get(0) instanceof Type.Mapping;
        return map
                ? new ObjectValue(members, ObjectValue.Kind.MAP, types.get(0), call.origin(), sensitive)
                : new ObjectValue(members, ObjectValue.Kind.OBJECT, call.origin(), sensitive);
    }

    private static Value range(Call call) throws FunctionException {
        BigDecimal start = BigDecimal.ZERO;
        BigDecimal end;
        BigDecimal step = null;
        switch (call.count()) {
            case 1 -> end = call.number(0);
            case 2 -> {
                start = call.number(0);
                end = call.number(1);
            }
            case 3 -> {
                start = call.number(0);
                end = call.number(1);
                step = call.number(2);
            }
            default -> throw new FunctionException("range takes one to three arguments");
        }
        boolean down = end.compareTo(start) < 0;
        if (step == null) {
            step = down ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        }
        if (step.signum() == 0) {
            throw new FunctionException("step must not be zero");
        } else if (down != step.signum() < 0 && end.compareTo(start) != 0) {
            throw new FunctionException("end must be %s than start when step is %s"
                    .formatted(down ? "greater" : "less", down ? "positive" : "negative"));
        }
        List<Value> numbers = new ArrayList<>();
        for (BigDecimal n = start; down ? n.compareTo(end) > 0 : n.compareTo(end) < 0; n = Numbers.add(n, step)) {
            // Terraform's own limit.
            if (numbers.size() >= 1024) {
                throw new FunctionException(
                        "more than 1024 values were generated; either decrease the difference between start and end or use a smaller step");
            }
            numbers.add(call.of(n));
        }
        return call.listOf(numbers, Type.Simple.NUMBER);
    }

    private static Value reverse(Call call) throws FunctionException {
        ListValue list = call.list(0);
        List<Value> reversed = new ArrayList<>(list.elements());
        Collections.reverse(reversed);
        return call.markedAs(
                list.kind() == Kind.TUPLE ? call.tupleOf(reversed) : call.listOf(reversed, call.elementType(0)), 0);
    }

    private static Value slice(Call call) throws FunctionException {
        ListValue list = call.list(0);
        int start = call.integer(1);
        int end = call.integer(2);
        if (list.kind() == Kind.SET) {
            throw new FunctionException("cannot slice a set, because its elements do not have indices");
        } else if (start < 0 || end < start || end > list.elements().size()) {
            throw new FunctionException("start and end index must be within the list, and end not before start");
        }
        List<Value> part = list.elements().subList(start, end);
        return call.markedAs(
                list.kind() == Kind.TUPLE ? call.tupleOf(part) : call.listOf(part, call.elementType(0)), 0, 1, 2);
    }

    private static Value sort(Call call) throws FunctionException {
        Optional<UnknownValue> unknown = Function.firstUnknown(call.list(0), true);
        if (unknown.isPresent()) {
            // It may come anywhere.
            Value any = call.unknownLike(unknown.get(), Type.Simple.STRING);
            return call.listOf(Collections.nCopies(call.list(0).elements().size(), any), Type.Simple.STRING);
        }
        return call.listOfStrings(
                call.strings(0).stream().sorted(Sets.STRING_ORDER).toList());
    }

    private static Value sum(Call call) throws FunctionException {
        List<Value> elements = call.list(0).elements();
        if (elements.isEmpty()) {
            throw new FunctionException("cannot sum an empty list");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Value element : elements) {
            if (!(element instanceof NumberValue number)) {
                throw new FunctionException("argument must be list, set, or tuple of number values");
            }
            sum = Numbers.add(sum, number.value());
        }
        return call.of(sum);
    }

    private static Value transpose(Call call) throws FunctionException {
        Map<String, List<String>> turned = new TreeMap<>(Sets.STRING_ORDER);
        for (Map.Entry<String, Member> entry : call.object(0).members().entrySet()) {
            if (!(entry.getValue().value() instanceof ListValue list)) {
                throw new FunctionException("transpose: values must not be null");
            }
            for (Value element : list.elements()) {
                if (!(element instanceof StringValue string)) {
                    throw new FunctionException("input must not contain null string");
                }
                turned.computeIfAbsent(string.value(), key -> new ArrayList<>()).add(entry.getKey());
            }
        }
        Map<String, Value> result = new LinkedHashMap<>();
        turned.forEach((key, names) -> result.put(
                key, call.listOfStrings(names.stream().sorted(Sets.STRING_ORDER).toList())));
        return call.mapOf(result, Type.list(Type.Simple.STRING));
    }

    private static Value zipMap(Call call) throws FunctionException {
        List<String> keys = call.strings(0);
        ListValue values = call.list(1);
        if (keys.size() != values.elements().size()) {
            throw new FunctionException("number of keys (%d) does not match number of values (%d)"
                    .formatted(keys.size(), values.elements().size()));
        }
        if (values.kind() == Kind.SET) {
            throw new FunctionException("values argument must be a list or tuple value");
        }
        Map<String, Value> zipped = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            zipped.put(keys.get(i), values.elements().get(i));
        }
        Value result = values.kind() == Kind.TUPLE ? call.objectOf(zipped) : call.mapOf(zipped, call.elementType(1));
        return Sensitivity.within(call.argument(0)) ? result.asSensitive() : call.markedAs(result, 1);
    }
}
