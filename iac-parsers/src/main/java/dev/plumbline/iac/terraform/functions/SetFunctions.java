package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.ANY;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ListValue.Kind;
import dev.plumbline.iac.terraform.type.Sets;
import dev.plumbline.iac.terraform.type.Type;
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
        table.addVariadic("setunion", Shape.LIST, SetFunctions::union, set, set);
        table.addVariadic("setintersection", Shape.LIST, SetFunctions::intersection, set, set);
        table.add("setsubtract", Shape.LIST, SetFunctions::subtract, set, set);
        table.addVariadic("setproduct", Shape.LIST, SetFunctions::product, ANY);
    }

    /** Equal ones taken once, in the order in which they come first. */
    static List<Value> distinct(List<Value> values) {
        if (values.isEmpty()) {
            return values;
        }
        Set<Value> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(Sets.of(values, values.get(0).origin()).elements());
        List<Value> result = new ArrayList<>();
        for (Value value : values) {
            if (kept.remove(value)) {
                result.add(value);
            }
        }
        return result;
    }

    /** The arguments' elements, all converted to one type. */
    private static List<List<Value>> unified(Call call) throws FunctionException {
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            all.addAll(call.list(i).elements());
        }
        List<Value> converted = CollectionFunctions.unified(all);
        List<List<Value>> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < call.count(); i++) {
            int to = from + call.list(i).elements().size();
            parts.add(converted.subList(from, to));
            from = to;
        }
        return parts;
    }

    private static Value union(Call call) throws FunctionException {
        List<Value> all = new ArrayList<>();
        unified(call).forEach(all::addAll);
        return call.setOf(all);
    }

    private static Value intersection(Call call) throws FunctionException {
        List<List<Value>> parts = unified(call);
        List<Value> common = parts.get(0).stream()
                .filter(value -> parts.stream().allMatch(part -> holds(part, value)))
                .toList();
        return call.setOf(common);
    }

    private static Value subtract(Call call) throws FunctionException {
        List<List<Value>> parts = unified(call);
        return call.setOf(parts.get(0).stream()
                .filter(value -> !holds(parts.get(1), value))
                .toList());
    }

    private static boolean holds(List<Value> values, Value wanted) {
        return values.stream().anyMatch(wanted::sameAs);
    }

    private static Value product(Call call) throws FunctionException {
        if (call.count() < 2) {
            throw new FunctionException("at least two arguments are required");
        }
        long size = 1;
        boolean sets = true;
        for (int i = 0; i < call.count(); i++) {
            size = Math.min(size * call.list(i).elements().size(), Integer.MAX_VALUE);
            sets &= call.list(i).kind() == Kind.SET;
        }
        if (size > Call.MAX_ELEMENTS) {
            throw new FunctionException("setproduct: more than %d combinations".formatted(Call.MAX_ELEMENTS));
        }
        List<List<Value>> rows = List.of(List.of());
        for (int i = 0; i < call.count(); i++) {
            ListValue list = call.list(i);
            List<Value> elements =
                    list.kind() == Kind.TUPLE ? CollectionFunctions.unified(list.elements()) : list.elements();
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
        return sets ? call.setOf(tuples) : call.listOf(tuples);
    }
}
