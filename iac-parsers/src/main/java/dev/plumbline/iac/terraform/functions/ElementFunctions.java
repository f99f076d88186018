package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.ANY;
import static dev.plumbline.iac.terraform.functions.Parameter.LIST;
import static dev.plumbline.iac.terraform.functions.Parameter.NUMBER;
import static dev.plumbline.iac.terraform.functions.Parameter.STRING;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ListValue.Kind;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.type.Equality;
import dev.plumbline.iac.terraform.type.Sets;
import dev.plumbline.iac.terraform.type.Type;
import dev.plumbline.iac.terraform.type.Unification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Functions that look something up in a collection, or count it. */
final class ElementFunctions {

    private ElementFunctions() {}

    static void register(FunctionTable table) {
        Parameter container = ANY.withUnknownElements();
        table.add("contains", Shape.BOOLEAN, ElementFunctions::contains, container, ANY);
        table.addPassing("element", Shape.ANY, ElementFunctions::element, container, NUMBER);
        table.add("index", Shape.NUMBER, ElementFunctions::index, container, ANY);
        table.addPassing("keys", Shape.LIST, ElementFunctions::keys, container);
        table.addPassing("values", Shape.LIST, ElementFunctions::values, container);
        table.addPassing("length", Shape.NUMBER, call -> call.markedAs(length(call), 0), container);
        table.addPassingVariadic(
                "lookup",
                Shape.ANY,
                ElementFunctions::lookup,
                container,
                STRING,
                ANY.orNull().orUnknown());
        table.add("matchkeys", Shape.LIST, ElementFunctions::matchKeys, LIST, LIST, LIST);
        table.addPassing("one", Shape.ANY, ElementFunctions::one, container);
    }

    private static Value contains(Call call) throws FunctionException {
        Value wanted = call.argument(1);
        UnknownValue unknown = null;
        for (Value element : call.list(0).elements()) {
            Optional<Boolean> equal = Equality.test(element, wanted);
            if (equal.isEmpty()) {
                unknown = Function.firstUnknown(element, true).orElse(unknown);
            } else if (equal.get()) {
                return call.of(true);
            }
        }
        return unknown == null ? call.of(false) : call.unknownLike(unknown, Shape.BOOLEAN);
    }

    /** Counts round and round. */
    private static Value element(Call call) throws FunctionException {
        ListValue list = call.list(0);
        int index = call.integer(1);
        if (list.kind() == Kind.SET) {
            throw new FunctionException("cannot read elements from set of any single type");
        } else if (list.elements().isEmpty()) {
            throw new FunctionException("cannot use element function with an empty list");
        } else if (index < 0) {
            throw new FunctionException("cannot use element function with a negative index");
        }
        Value found = list.elements().get(index % list.elements().size());
        return list.sensitive() ? found.asSensitive() : found;
    }

    private static Value index(Call call) throws FunctionException {
        if (call.list(0).kind() == Kind.SET) {
            throw new FunctionException("argument must be a list or tuple");
        }
        List<Value> elements = call.list(0).elements();
        for (int i = 0; i < elements.size(); i++) {
            Optional<Boolean> equal = Equality.test(elements.get(i), call.argument(1));
            if (equal.isEmpty()) {
                return call.unknownLike(
                        Function.firstUnknown(elements.get(i), true).orElseThrow(), Shape.NUMBER);
            } else if (equal.get()) {
                return call.of(i);
            }
        }
        throw new FunctionException(elements.isEmpty() ? "cannot search an empty list" : "item not found");
    }

    private static Value keys(Call call) throws FunctionException {
        ObjectValue object = call.object(0);
        List<String> names =
                object.members().keySet().stream().sorted(Sets.STRING_ORDER).toList();
        return object.kind() == ObjectValue.Kind.MAP
                ? call.listOfStrings(names)
                : call.tupleOf(names.stream().map(call::of).toList());
    }

    private static Value values(Call call) throws FunctionException {
        ObjectValue object = call.object(0);
        Map<String, Member> sorted = new TreeMap<>(Sets.STRING_ORDER);
        sorted.putAll(object.members());
        List<Value> values = sorted.values().stream().map(Member::value).toList();
        return object.kind() == ObjectValue.Kind.MAP ? call.listOf(values, call.elementType(0)) : call.tupleOf(values);
    }

    private static Value length(Call call) throws FunctionException {
        Value argument = call.argument(0);
        if (argument instanceof StringValue string) {
            return call.of(StringFunctions.graphemes(string.value()).size());
        } else if (argument instanceof ObjectValue object) {
            return call.of(object.members().size());
        }
        if (!(argument instanceof ListValue list)) {
            throw new FunctionException("argument must be a string, a collection type, or a structural type");
        }
        if (list.kind() == Kind.SET && list.elements().size() > 1) {
            for (Value element : list.elements()) {
                // An unknown element may turn out to be the same as another one.
                UnknownValue unknown = Function.firstUnknown(element, true).orElse(null);
                if (unknown != null) {
                    return call.unknownLike(unknown, Shape.NUMBER);
                }
            }
        }
        return call.of(list.elements().size());
    }

    private static Value lookup(Call call) throws FunctionException {
        if (call.count() > 3) {
            throw new FunctionException("lookup() takes two or three arguments, got " + call.count());
        }
        ObjectValue object = call.object(0);
        Value found = object.get(call.string(1));
        if (found != null) {
            return call.markedAs(found, 0, 1);
        } else if (call.count() == 3) {
            Type element = object.kind() == ObjectValue.Kind.MAP ? call.elementType(0) : Type.Simple.ANY;
            Value otherwise = CollectionFunctions.converted(List.of(call.argument(2)), element)
                    .get(0);
            return call.markedAs(otherwise, 0, 1);
        }
        throw new FunctionException("the given object has no attribute \"%s\"".formatted(call.string(1)));
    }

    private static Value matchKeys(Call call) throws FunctionException {
        List<Value> values = call.list(0).elements();
        List<Value> keys = call.list(1).elements();
        List<Value> wanted = call.list(2).elements();
        if (values.size() != keys.size()) {
            throw new FunctionException("length of keys and values should be equal");
        }
        Type common = Unification.unify(List.of(call.elementType(1), call.elementType(2)))
                .orElseThrow(() -> new FunctionException("keys and searchset must be of the same type"));
        List<Value> unifiedKeys = CollectionFunctions.converted(keys, common);
        List<Value> unifiedWanted = CollectionFunctions.converted(wanted, common);
        List<Value> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (SetFunctions.holds(unifiedWanted, unifiedKeys.get(i))) {
                found.add(values.get(i));
            }
        }
        return call.listOf(found, call.elementType(0));
    }

    private static Value one(Call call) throws FunctionException {
        ListValue list = call.list(0);
        return switch (list.elements().size()) {
            case 0 ->
                Type.nullOf(
                        list.kind() == Kind.TUPLE ? Type.Simple.ANY : call.elementType(0),
                        call.origin(),
                        list.sensitive());
            case 1 ->
                list.sensitive()
                        ? list.elements().get(0).asSensitive()
                        : list.elements().get(0);
            default ->
                throw new FunctionException("must be a list, set, or tuple value with either zero or one elements");
        };
    }
}
