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
        table.add("chunklist", Shape.LIST, CollectionFunctions::chunk, LIST.withUnknownElements(), NUMBER);
        table.addPassingVariadic("coalesce", Shape.ANY, CollectionFunctions::coalesce, any);
        table.addPassingVariadic("coalescelist", Shape.LIST, CollectionFunctions::coalesceList, any);
        table.add("compact", Shape.LIST, CollectionFunctions::compact, STRINGS);
        table.addVariadic("concat", Shape.LIST, CollectionFunctions::concat, ANY.withUnknownElements());
        table.add("distinct", Shape.LIST, CollectionFunctions::distinct, LIST);
        table.add("flatten", Shape.LIST, CollectionFunctions::flatten, ANY.withUnknownElements());
        table.addPassingVariadic(
                "merge", Shape.OBJECT, CollectionFunctions::merge, ANY.orNull().withUnknownElements());
        table.addVariadic("range", Shape.LIST, CollectionFunctions::range, NUMBER);
        table.add("reverse", Shape.LIST, CollectionFunctions::reverse, ANY.withUnknownElements());
        table.add("slice", Shape.LIST, CollectionFunctions::slice, ANY.withUnknownElements(), NUMBER, NUMBER);
        table.add("sort", Shape.LIST, CollectionFunctions::sort, STRINGS);
        table.add("sum", Shape.NUMBER, CollectionFunctions::sum, numbers);
        table.add(
                "transpose",
                Shape.OBJECT,
                CollectionFunctions::transpose,
                Parameter.of(Type.map(Type.list(Type.Simple.STRING))));
        table.addPassing("zipmap", Shape.OBJECT, CollectionFunctions::zipMap, STRINGS, ANY.withUnknownElements());
    }

    /** The values as one type; as they are where they have none in common. */
    static List<Value> unified(List<Value> values) {
        Optional<Type> type = Unification.unify(Type.ofAll(values));
        if (type.isEmpty()) {
            return values;
        }
        List<Value> converted = new ArrayList<>();
        for (Value value : values) {
            try {
                converted.add(Conversion.convert(value, type.get()));
            } catch (ConversionException e) {
                return values;
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
        if (size < 0) {
            throw new FunctionException("the size argument must be positive");
        }
        List<Value> chunks = new ArrayList<>();
        if (size == 0 && !elements.isEmpty()) {
            chunks.add(call.listOf(elements));
        }
        for (int i = 0; size > 0 && i < elements.size(); i += size) {
            chunks.add(call.listOf(elements.subList(i, Math.min(elements.size(), i + size))));
        }
        return call.listOf(chunks);
    }

    private static Value coalesce(Call call) throws FunctionException {
        for (Value value : unified(call.arguments())) {
            if (value instanceof UnknownValue unknown && !unknown.unknown().notNull()) {
                return value;
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
            if (value instanceof UnknownValue
                    || value instanceof ListValue list && !list.elements().isEmpty()) {
                return value;
            } else if (!(value instanceof ListValue)) {
                throw new FunctionException("coalescelist arguments must be lists or tuples, and not null");
            }
        }
        throw new FunctionException("no non-null arguments");
    }

    private static Value compact(Call call) throws FunctionException {
        return call.listOf(call.list(0).elements().stream()
                .filter(element ->
                        element instanceof StringValue string && !string.value().isEmpty())
                .toList());
    }

    private static Value concat(Call call) throws FunctionException {
        List<Value> elements = new ArrayList<>();
        boolean lists = true;
        for (int i = 0; i < call.count(); i++) {
            ListValue list = call.list(i);
            if (list.kind() == Kind.SET) {
                throw new FunctionException("all arguments must be lists or tuples; got set");
            }
            lists &= list.kind() == Kind.LIST;
            elements.addAll(list.elements());
        }
        if (call.count() == 0) {
            throw new FunctionException("at least one argument is required");
        }
        return lists ? call.listOf(unified(elements)) : call.tupleOf(elements);
    }

    private static Value distinct(Call call) throws FunctionException {
        return call.listOf(SetFunctions.distinct(call.list(0).elements()));
    }

    /** Where an element may be a list and is not known, neither are the positions of those after it. */
    private static Value flatten(Call call) throws FunctionException {
        List<Value> flat = new ArrayList<>();
        UnknownValue unknown = flattenInto(flat, call.list(0));
        return unknown == null ? call.tupleOf(flat) : call.unknownLike(unknown, Shape.LIST);
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

    private static Value merge(Call call) throws FunctionException {
        Map<String, Member> members = new LinkedHashMap<>();
        boolean maps = true;
        boolean sensitive = false;
        for (int i = 0; i < call.count(); i++) {
            sensitive |= call.argument(i).sensitive();
            if (call.argument(i) instanceof NullValue) {
                continue;
            }
            ObjectValue object = call.object(i);
            maps &= object.kind() == ObjectValue.Kind.MAP;
            members.putAll(object.members());
        }
        ObjectValue.Kind kind = maps && !members.isEmpty() ? ObjectValue.Kind.MAP : ObjectValue.Kind.OBJECT;
        ObjectValue merged = new ObjectValue(members, kind, call.origin(), sensitive);
        if (kind == ObjectValue.Kind.OBJECT) {
            return merged;
        }
        try {
            return Conversion.convert(merged, Type.map(Type.Simple.ANY));
        } catch (ConversionException e) {
            return new ObjectValue(members, ObjectValue.Kind.OBJECT, call.origin(), sensitive);
        }
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
        return call.listOf(numbers);
    }

    private static Value reverse(Call call) throws FunctionException {
        ListValue list = call.list(0);
        List<Value> reversed = new ArrayList<>(list.elements());
        Collections.reverse(reversed);
        return list.kind() == Kind.TUPLE ? call.tupleOf(reversed) : call.listOf(reversed);
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
        return list.kind() == Kind.TUPLE ? call.tupleOf(part) : call.listOf(part);
    }

    private static Value sort(Call call) throws FunctionException {
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
        return call.mapOf(result);
    }

    private static Value zipMap(Call call) throws FunctionException {
        List<String> keys = call.strings(0);
        ListValue values = call.list(1);
        if (keys.size() != values.elements().size()) {
            throw new FunctionException("number of keys (%d) does not match number of values (%d)"
                    .formatted(keys.size(), values.elements().size()));
        }
        Map<String, Value> zipped = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            zipped.put(keys.get(i), values.elements().get(i));
        }
        return values.kind() == Kind.TUPLE ? call.objectOf(zipped) : call.mapOf(zipped);
    }
}
