package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.ANY_NUMBER;
import static dev.plumbline.iac.arm.expression.Function.lazy;
import static dev.plumbline.iac.arm.expression.Function.shallow;
import static dev.plumbline.iac.arm.expression.Function.whole;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import dev.plumbline.iac.arm.expression.SymbolText;
import dev.plumbline.iac.arm.expression.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Functions over arrays, most of which take strings and objects, too. */
final class ArrayFunctions {

    /** What {@code range} makes at most, as in Azure Resource Manager. */
    private static final int MAX_RANGE = 10_000;

    static final List<Function> ALL = List.of(
            shallow(
                    "array",
                    1,
                    1,
                    Shape.LIST,
                    in -> in.value(0) instanceof ListValue list ? list : in.result(List.of(in.value(0)))),
            lazy("concat", 1, ANY_NUMBER, Shape.ANY, ArrayFunctions::concat),
            lazy("contains", 2, 2, Shape.BOOLEAN, ArrayFunctions::contains),
            lazy("createArray", 0, ANY_NUMBER, Shape.LIST, in -> in.bounded(in.result(in.values()))),
            lazy("empty", 1, 1, Shape.BOOLEAN, ArrayFunctions::empty),
            lazy("first", 1, 1, Shape.ANY, in -> end(in, true)),
            lazy("last", 1, 1, Shape.ANY, in -> end(in, false)),
            shallow("flatten", 1, 1, Shape.LIST, ArrayFunctions::flatten),
            whole("indexOf", 2, 2, Shape.NUMBER, in -> indexOf(in, false)),
            whole("lastIndexOf", 2, 2, Shape.NUMBER, in -> indexOf(in, true)),
            lazy("length", 1, 1, Shape.NUMBER, ArrayFunctions::length),
            whole("max", 1, ANY_NUMBER, Shape.NUMBER, in -> extreme(in, Comparator.naturalOrder())),
            whole("min", 1, ANY_NUMBER, Shape.NUMBER, in -> extreme(in, Comparator.reverseOrder())),
            whole("range", 2, 2, Shape.LIST, ArrayFunctions::range),
            lazy("skip", 2, 2, Shape.ANY, ArrayFunctions::skip),
            lazy("take", 2, 2, Shape.ANY, ArrayFunctions::take),
            shallow("indexFromEnd", 2, 2, Shape.ANY, in -> fromEnd(in, false)),
            shallow("tryIndexFromEnd", 2, 2, Shape.ANY, in -> fromEnd(in, true)),
            whole("intersection", 2, ANY_NUMBER, Shape.ANY, ArrayFunctions::intersection),
            shallow("union", 1, ANY_NUMBER, Shape.ANY, ArrayFunctions::union));

    private ArrayFunctions() {}

    private static Value concat(Invocation in) {
        List<Value> parts = in.values();
        boolean lists = parts.stream().anyMatch(ListValue.class::isInstance);
        if (!lists) {
            return concatStrings(in, parts);
        }
        List<Value> elements = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof UnknownValue unknown) {
                return in.unknown(Unknown.because(
                                unknown.unknown().cause(), unknown.unknown().reason())
                        .of(Shape.LIST)
                        .certainlySet());
            }
            elements.addAll(in.list(i).elements());
        }
        return in.bounded(in.result(elements));
    }

    private static Value concatStrings(Invocation in, List<Value> parts) {
        boolean certain = false;
        for (int i = 0; i < parts.size(); i++) {
            Value part = parts.get(i);
            if (part instanceof ObjectValue) {
                throw in.mismatch(i, "strings or arrays");
            }
            certain |=
                    !(part instanceof UnknownValue unknown) || unknown.unknown().shape() == Shape.STRING;
        }
        Value joined = in.joined(parts);
        if (!certain && joined instanceof UnknownValue unknown) {
            Unknown why = unknown.unknown();
            return in.unknown(
                    Unknown.because(why.cause(), why.reason()).certainlySet().knownAs(why.symbol()));
        }
        return in.isSensitive() ? joined.asSensitive() : joined;
    }

    private static Value contains(Invocation in) {
        Value container = in.value(0);
        Value wanted = in.value(1);
        if (container instanceof UnknownValue unknown) {
            boolean told = wanted instanceof StringValue string
                    && !string.value().isEmpty()
                    && unknown.unknown().prefix().contains(string.value());
            return told ? in.result(true) : in.unknown();
        }
        if (container instanceof ListValue list) {
            return Equality.among(list.elements(), wanted).map(in::result).orElseGet(in::unknown);
        }
        if (container instanceof ObjectValue object && object.members().isEmpty()) {
            return in.result(false);
        }
        if (!wanted.isWhollyKnown()) {
            return in.unknown();
        }
        if (container instanceof ObjectValue object) {
            return in.result(object.member(Values.text(wanted)) != null);
        }
        if (container instanceof StringValue string) {
            return in.result(string.value().contains(Values.text(wanted)));
        }
        throw in.mismatch(0, "an array, an object or a string");
    }

    private static Value empty(Invocation in) {
        Value value = in.value(0);
        if (value instanceof UnknownValue unknown) {
            boolean text = !unknown.unknown().prefix().isEmpty()
                    || SymbolText.of(unknown).minimumLength() > 0;
            return text ? in.result(false) : in.unknown();
        }
        if (value instanceof StringValue string) {
            return in.result(string.value().isEmpty());
        }
        if (value instanceof ObjectValue object) {
            return in.result(object.members().isEmpty());
        }
        return in.result(value instanceof NullValue || in.list(0).elements().isEmpty());
    }

    private static Value end(Invocation in, boolean first) {
        if (in.value(0) instanceof UnknownValue unknown) {
            SymbolText text = SymbolText.of(unknown);
            String known = first ? unknown.unknown().prefix() : text.suffix();
            return known.isEmpty() ? in.unknown() : in.result(endOf(known, first));
        }
        if (in.value(0) instanceof StringValue string) {
            return in.result(endOf(string.value(), first));
        }
        List<Value> elements = in.list(0).elements();
        return elements.isEmpty() ? in.nothing() : elements.get(first ? 0 : elements.size() - 1);
    }

    private static String endOf(String text, boolean first) {
        int at = first ? 0 : text.length() - 1;
        return text.isEmpty() ? "" : text.substring(at, at + 1);
    }

    private static Value flatten(Invocation in) {
        List<Value> elements = new ArrayList<>();
        for (Value element : in.list(0).elements()) {
            if (element instanceof UnknownValue) {
                return in.unknown();
            }
            if (!(element instanceof ListValue inner)) {
                throw in.mismatch(0, "an array of arrays");
            }
            elements.addAll(inner.elements());
        }
        return in.bounded(in.result(elements));
    }

    private static Value indexOf(Invocation in, boolean last) {
        if (in.value(0) instanceof StringValue string) {
            String text = LetterCase.lower(string.value());
            String wanted = LetterCase.lower(in.string(1));
            return in.result(last ? text.lastIndexOf(wanted) : text.indexOf(wanted));
        }
        int found = -1;
        List<Value> elements = in.list(0).elements();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).sameAs(in.value(1)) && (found < 0 || last)) {
                found = i;
            }
        }
        return in.result(found);
    }

    private static Value length(Invocation in) {
        if (in.value(0) instanceof UnknownValue unknown) {
            OptionalInt length = SymbolText.of(unknown).length();
            return length.isPresent() ? in.result(length.getAsInt()) : in.unknown();
        }
        if (in.value(0) instanceof StringValue string) {
            return in.result(string.value().length());
        }
        if (in.value(0) instanceof ObjectValue object) {
            return in.result(object.members().size());
        }
        return in.result(in.list(0).elements().size());
    }

    /** Of an array of numbers, or of the arguments themselves. */
    private static Value extreme(Invocation in, Comparator<BigDecimal> order) {
        List<Value> candidates =
                in.count() == 1 && in.value(0) instanceof ListValue list ? list.elements() : in.values();
        BigDecimal best = null;
        for (Value candidate : candidates) {
            if (!(candidate instanceof NumberValue number)) {
                throw in.mismatch(0, "numbers or an array of numbers");
            }
            best = best == null || order.compare(number.value(), best) > 0 ? number.value() : best;
        }
        if (best == null) {
            throw in.failure(in.name() + " of an empty array has no value");
        }
        return in.result(best);
    }

    private static Value range(Invocation in) {
        long start = in.integer(0);
        long count = in.integer(1);
        if (count < 0 || count > MAX_RANGE || start > Integer.MAX_VALUE - count) {
            throw in.failure("range makes 0 to 10000 integers up to " + Integer.MAX_VALUE);
        }
        in.spend((int) count);
        List<Value> elements = new ArrayList<>();
        for (long i = start; i < start + count; i++) {
            elements.add(in.result(i));
        }
        return in.result(elements);
    }

    private static Value skip(Invocation in) {
        if (in.value(1) instanceof UnknownValue) {
            return in.unknown();
        }
        int count = Math.max(0, in.size(1));
        if (in.value(0) instanceof UnknownValue unknown) {
            String prefix = unknown.unknown().prefix();
            return count == 0 ? unknown : Unknowns.withPrefix(in, prefix.substring(Math.min(count, prefix.length())));
        }
        if (in.value(0) instanceof StringValue string) {
            return in.result(
                    string.value().substring(Math.min(count, string.value().length())));
        }
        List<Value> elements = in.list(0).elements();
        return in.result(elements.subList(Math.min(count, elements.size()), elements.size()));
    }

    private static Value take(Invocation in) {
        Value from = in.value(0);
        if (in.value(1) instanceof UnknownValue) {
            return in.unknown();
        }
        int count = Math.max(0, in.size(1));
        if (from instanceof UnknownValue unknown) {
            boolean all = SymbolText.of(unknown).length().orElse(Integer.MAX_VALUE) <= count;
            return all ? unknown : Unknowns.withPrefix(in, prefixOf(unknown, count));
        }
        if (from instanceof StringValue string) {
            return in.result(
                    string.value().substring(0, Math.min(count, string.value().length())));
        }
        List<Value> elements = in.list(0).elements();
        return in.result(elements.subList(0, Math.min(count, elements.size())));
    }

    private static String prefixOf(UnknownValue unknown, int count) {
        String prefix = unknown.unknown().prefix();
        return prefix.substring(0, Math.min(count, prefix.length()));
    }

    /** The last element has the index 1. */
    private static Value fromEnd(Invocation in, boolean safe) {
        List<Value> elements = in.list(0).elements();
        int index = in.size(1);
        if (index >= 1 && index <= elements.size()) {
            return elements.get(elements.size() - index);
        }
        if (safe) {
            return in.nothing();
        }
        throw in.failure(
                "Index %d from the end is out of bounds of an array of length %d".formatted(index, elements.size()));
    }

    private static Value intersection(Invocation in) {
        if (in.value(0) instanceof ObjectValue first) {
            Map<String, Value.Member> common = new LinkedHashMap<>(first.members());
            for (int i = 1; i < in.count(); i++) {
                ObjectValue other = in.object(i);
                common.entrySet()
                        .removeIf(member -> other.get(member.getKey()) == null
                                || !member.getValue().value().sameAs(other.get(member.getKey())));
            }
            return in.object(common);
        }
        List<Value> common = new ArrayList<>();
        for (Value element : in.list(0).elements()) {
            boolean everywhere = common.stream().noneMatch(element::sameAs);
            for (int i = 1; i < in.count() && everywhere; i++) {
                in.spend(in.list(i).elements().size());
                everywhere = in.list(i).elements().stream().anyMatch(element::sameAs);
            }
            if (everywhere) {
                common.add(element);
            }
        }
        return in.result(common);
    }

    private static Value union(Invocation in) {
        if (in.value(0) instanceof ObjectValue first) {
            ObjectValue merged = first;
            for (int i = 1; i < in.count(); i++) {
                merged = ObjectFunctions.merge(merged, in.object(i), in);
            }
            return in.bounded(in.object(merged.members()));
        }
        if (in.values().stream().anyMatch(list -> !list.isWhollyKnown())) {
            return in.unknown(
                    Cause.UNSUPPORTED,
                    Values.firstUnknown(in.result(in.values())).reason());
        }
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < in.count(); i++) {
            for (Value element : in.list(i).elements()) {
                in.spend(all.size() / 8 + 1);
                if (all.stream().noneMatch(element::sameAs)) {
                    all.add(element);
                }
            }
        }
        return in.bounded(in.result(all));
    }
}
