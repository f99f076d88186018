package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.ANY;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue.Kind;
import dev.plumbline.iac.terraform.type.Sets;
import dev.plumbline.iac.terraform.type.Type;
import dev.plumbline.iac.terraform.type.Unification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** {@code setunion}, {@code setintersection}, {@code setsubtract} and {@code setproduct}. */
final class SetFunctions {

    private SetFunctions() {}

    static void register(FunctionTable table) {
        Parameter set = Parameter.of(Type.set(Type.Simple.ANY));
        Parameter open = set.withUnknownElements();
        table.addVariadic("setunion", Shape.LIST, SetFunctions::union, open, open);
        table.addVariadic("setintersection", Shape.LIST, SetFunctions::intersection, set, set);
        table.add("setsubtract", Shape.LIST, SetFunctions::subtract, set, set);
        table.addPassingVariadic("setproduct", Shape.LIST, SetFunctions::product, ANY.withUnknownElements());
    }

    /** Equal ones taken once, in the order in which they come first. */
    static List<Value> distinct(List<Value> values) {
        if (values.isEmpty()) {
            return values;
        }
        Set<Value> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(Sets.of(values, Type.Simple.ANY, values.get(0).origin()).elements());
        List<Value> result = new ArrayList<>();
        for (Value value : values) {
            if (kept.remove(value)) {
                result.add(value);
            }
        }
        return result;
    }

    /** The type of the elements that all arguments can be converted to; an empty set that says nothing does not count. */
    private static Type common(Call call) throws FunctionException {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            if (!call.list(i).elements().isEmpty() || !call.elementType(i).hasAny()) {
                types.add(call.elementType(i));
            }
        }
        return types.isEmpty()
                ? Type.Simple.ANY
                : Unification.unify(types)
                        .orElseThrow(() -> new FunctionException("given sets must all have compatible element types"));
    }

    private static Value union(Call call) throws FunctionException {
        Type type = common(call);
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            all.addAll(CollectionFunctions.converted(call.list(i).elements(), type));
        }
        return call.setOf(all, type);
    }

    private static Value intersection(Call call) throws FunctionException {
        Type type = common(call);
        List<Value> kept = CollectionFunctions.converted(call.list(0).elements(), type);
        for (int i = 1; i < call.count(); i++) {
            List<Value> other = CollectionFunctions.converted(call.list(i).elements(), type);
            kept = kept.stream().filter(value -> holds(other, value)).toList();
        }
        return call.setOf(kept, type);
    }

    private static Value subtract(Call call) throws FunctionException {
        Type type = common(call);
        List<Value> without = CollectionFunctions.converted(call.list(1).elements(), type);
        return call.setOf(
                CollectionFunctions.converted(call.list(0).elements(), type).stream()
                        .filter(value -> !holds(without, value))
                        .toList(),
                type);
    }

    static boolean holds(List<Value> values, Value wanted) {
        return values.stream().anyMatch(wanted::sameAs);
    }

    private static Value product(Call call) throws FunctionException {
        if (call.count() < 2) {
            throw new FunctionException("at least two arguments are required");
        }
        long size = 1;
        boolean set = false;
        boolean sensitive = false;
        for (int i = 0; i < call.count(); i++) {
            if (call.list(i).kind() == Kind.SET && !call.list(i).isWhollyKnown()) {
                // Elements that are unknown may turn out to be equal.
                return call.unknownLike(
                        Function.firstUnknown(call.list(i), true).orElseThrow(), Shape.LIST);
            }
            size = Math.min(size * call.list(i).elements().size(), Integer.MAX_VALUE);
            set |= call.list(i).kind() == Kind.SET;
            sensitive |= call.list(i).sensitive();
        }
        if (size > Call.MAX_ELEMENTS) {
            throw new FunctionException("setproduct: more than %d combinations".formatted(Call.MAX_ELEMENTS));
        }
        List<List<Value>> rows = List.of(List.of());
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            List<Value> elements = call.list(i).elements();
            if (call.list(i).kind() == Kind.TUPLE && !elements.isEmpty()) {
                Type common = Unification.unify(Type.ofAll(elements))
                        .orElseThrow(() -> new FunctionException("all elements must be of the same type"));
                elements = CollectionFunctions.converted(elements, common);
            }
            types.add(call.elementType(i));
            List<List<Value>> longer = new ArrayList<>();
            for (List<Value> row : rows) {
                for (Value element : elements) {
                    List<Value> extended = new ArrayList<>(row);
                    extended.add(element);
                    longer.add(extended);
                }
            }
            rows = longer;
        }
        List<Value> tuples = new ArrayList<>();
        rows.forEach(row -> tuples.add(call.tupleOf(row)));
        Type element = new Type.Tuple(types);
        Value product = set ? call.setOf(tuples, element) : call.listOf(tuples, element);
        return sensitive ? product.asSensitive() : product;
    }
}
