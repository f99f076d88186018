package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.ANY_NUMBER;
import static dev.plumbline.iac.arm.expression.Function.lazy;
import static dev.plumbline.iac.arm.expression.Function.shallow;
import static dev.plumbline.iac.arm.expression.Function.whole;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import dev.plumbline.iac.arm.expression.Members;
import dev.plumbline.iac.arm.expression.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Functions over objects alone; those that take arrays, too, are in {@link ArrayFunctions}. */
final class ObjectFunctions {
    static final List<Function> ALL = List.of(
            lazy("createObject", 0, ANY_NUMBER, Shape.OBJECT, ObjectFunctions::create),
            shallow("items", 1, 1, Shape.LIST, ObjectFunctions::items),
            shallow("objectKeys", 1, 1, Shape.LIST, ObjectFunctions::keys),
            lazy("json", 1, 1, Shape.ANY, ObjectFunctions::json),
            whole("null", 0, 0, Shape.ANY, Invocation::nothing),
            shallow("shallowMerge", 1, 1, Shape.OBJECT, ObjectFunctions::shallowMerge),
            lazy("tryGet", 2, ANY_NUMBER, Shape.ANY, ObjectFunctions::tryGet));

    private ObjectFunctions() {}

    private static Value create(Invocation in) {
        if (in.count() % 2 != 0) {
            throw in.failure("createObject takes a value for each key");
        }
        Members members = new Members();
        for (int i = 0; i < in.count(); i += 2) {
            if (in.value(i) instanceof UnknownValue) {
                return in.unknown();
            }
            members.put(in.string(i), Member.unnamed(in.value(i + 1)));
        }
        return in.bounded(in.object(members.asMap()));
    }

    private static Value json(Invocation in) {
        if (in.value(0) instanceof UnknownValue unknown) {
            Value document = unknown.unknown().document();
            if (document == null) {
                return begun(in, unknown.unknown().prefix().stripLeading());
            }
            return unknown.sensitive() ? Values.deeplySensitive(document) : document;
        }
        Value value = in.bounded(JsonReader.read(in, in.string(0)));
        return in.isSensitive() ? Values.deeplySensitive(value) : value;
    }

    /** What starts as an object or an array is one, whatever it will hold. */
    private static Value begun(Invocation in, String start) {
        Value unknown = in.unknown();
        Shape shape = start.startsWith("{") ? Shape.OBJECT : start.startsWith("[") ? Shape.LIST : Shape.ANY;
        return shape != Shape.ANY && unknown instanceof UnknownValue value
                ? in.unknown(value.unknown().of(shape).certainlySet())
                : unknown;
    }

    /** In the order of the keys. */
    private static Value items(Invocation in) {
        Map<String, Member> sorted = new TreeMap<>(ComparisonFunctions::compare);
        sorted.putAll(in.object(0).members());
        List<Value> items = new ArrayList<>();
        sorted.forEach((key, member) -> {
            Map<String, Value> item = new LinkedHashMap<>();
            item.put("key", in.result(key));
            item.put("value", member.value());
            items.add(in.result(item));
        });
        return in.result(items);
    }

    private static Value keys(Invocation in) {
        return in.result(in.object(0).members().keySet().stream()
                .sorted(ComparisonFunctions::compare)
                .map(in::result)
                .toList());
    }

    private static Value shallowMerge(Invocation in) {
        Members merged = new Members();
        for (Value element : in.list(0).elements()) {
            if (element instanceof UnknownValue) {
                return in.unknown();
            }
            if (!(element instanceof ObjectValue object)) {
                throw in.mismatch(0, "an array of objects");
            }
            merged.putAll(object.members());
        }
        return in.object(merged.asMap());
    }

    /** Goes along keys and indices, to null where one is missing. */
    private static Value tryGet(Invocation in) {
        Value value = in.value(0);
        for (int i = 1; i < in.count(); i++) {
            Value key = in.value(i);
            if (value instanceof UnknownValue || key instanceof UnknownValue) {
                return in.unknown();
            }
            if (value instanceof ObjectValue object && key instanceof StringValue name) {
                value = object.get(name.value());
            } else if (value instanceof ListValue list && key instanceof NumberValue) {
                int index = in.size(i);
                value = index >= 0 && index < list.elements().size()
                        ? list.elements().get(index)
                        : null;
            } else if (!(value instanceof NullValue)) {
                throw in.mismatch(i, value instanceof ListValue ? "an index" : "a key");
            }
            if (value == null || value instanceof NullValue) {
                return in.nothing();
            }
        }
        return value;
    }

    /** What is in either; where both have a member, that of {@code later}, unless both are objects, which are merged. */
    static ObjectValue merge(ObjectValue earlier, ObjectValue later, Invocation in) {
        in.spend(earlier.members().size() + later.members().size());
        Members merged = new Members().putAll(earlier.members());
        later.members().forEach((name, member) -> {
            Member before = merged.get(name);
            merged.put(
                    name,
                    before == null
                            ? member
                            : new Member(member.nameRange(), merge(before.value(), member.value(), in)));
        });
        return new ObjectValue(merged.asMap(), ObjectValue.Kind.CASE_INSENSITIVE, later.origin(), later.sensitive());
    }

    /** The later value, unless both are objects; unknown where one is an object and the other may be. */
    private static Value merge(Value earlier, Value later, Invocation in) {
        if (earlier instanceof ObjectValue one && later instanceof ObjectValue other) {
            return merge(one, other, in);
        }
        boolean mayBeBoth = later instanceof UnknownValue unknown
                ? mayBeObject(earlier) && mayBeObject(unknown)
                : later instanceof ObjectValue && earlier instanceof UnknownValue && mayBeObject(earlier);
        if (!mayBeBoth) {
            return later;
        }
        Unknown why = Values.firstUnknown(later instanceof UnknownValue ? later : earlier);
        Unknown unknown = Unknown.because(why.cause(), why.reason());
        return in.unknown(
                later instanceof ObjectValue ? unknown.of(Shape.OBJECT).certainlySet() : unknown);
    }

    private static boolean mayBeObject(Value value) {
        Shape shape = Unknowns.shape(value);
        return shape == Shape.OBJECT || (value instanceof UnknownValue && shape == Shape.ANY);
    }
}
