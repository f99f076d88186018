package dev.plumbline.iac.terraform.type;

import dev.plumbline.iac.Origin;
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
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sets in the order in which Terraform goes through them: strings by their code points, numbers by size, false before
 * true, everything else by go-cty's hash text.
 */
public final class Sets {

    /** Terraform's order of strings and of the keys of maps: that of their UTF-8 bytes. */
    public static final Comparator<String> STRING_ORDER = Sets::compareCodePoints;

    private static final Comparator<Entry> ORDER = Sets::compare;

    private record Entry(Value value, String hash) {}

    private Sets() {}

    /**
     * A set of these, equal ones taken once. An unknown element may be equal to another; it is kept.
     *
     * @param elementType the type of all of them
     */
    public static ListValue of(List<Value> elements, Type elementType, Origin origin) {
        Map<String, List<Value>> seen = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        boolean sensitive = false;
        for (Value element : elements) {
            sensitive |= element.sensitive();
            String hash = hash(element);
            List<Value> alike = seen.computeIfAbsent(hash, key -> new ArrayList<>());
            if (alike.stream().noneMatch(element::sameAs)) {
                alike.add(element);
                entries.add(new Entry(element, hash));
            }
        }
        entries.sort(ORDER);
        Type type = Type.set(elementType);
        return new ListValue(entries.stream().map(Entry::value).toList(), Kind.SET, type, origin, sensitive);
    }

    private static int compare(Entry left, Entry right) {
        Value a = left.value;
        Value b = right.value;
        if (a instanceof StringValue x && b instanceof StringValue y) {
            return compareCodePoints(x.value(), y.value());
        } else if (a instanceof NumberValue x && b instanceof NumberValue y) {
            return x.value().compareTo(y.value());
        } else if (a instanceof BooleanValue x && b instanceof BooleanValue y) {
            return Boolean.compare(x.value(), y.value());
        }
        int byRank = Integer.compare(rank(a), rank(b));
        return byRank != 0 ? byRank : compareCodePoints(left.hash, right.hash);
    }

    /** Null comes after every other value, unknown after null. */
    private static int rank(Value value) {
        if (value instanceof UnknownValue) {
            return 2;
        }
        return value instanceof NullValue ? 1 : 0;
    }

    private static String hash(Value value) {
        StringBuilder text = new StringBuilder();
        appendHash(value, text);
        return text.toString();
    }

    private static void appendHash(Value value, StringBuilder text) {
        if (value instanceof StringValue string) {
            text.append('"').append(string.value()).append('"');
        } else if (value instanceof NumberValue number) {
            text.append(number.value().round(new MathContext(10)).stripTrailingZeros());
        } else if (value instanceof BooleanValue bool) {
            text.append(bool.value() ? 'T' : 'F');
        } else if (value instanceof NullValue) {
            text.append('~');
        } else if (value instanceof UnknownValue) {
            text.append('?');
        } else if (value instanceof ListValue list) {
            boolean tuple = list.kind() == Kind.TUPLE;
            text.append(tuple ? '<' : '[');
            for (Value element : list.elements()) {
                appendHash(element, text);
                text.append(';');
            }
            text.append(tuple ? '>' : ']');
        } else if (value instanceof ObjectValue object) {
            boolean map = object.kind() == ObjectValue.Kind.MAP;
            text.append(map ? '{' : '<');
            Map<String, Member> sorted = new TreeMap<>(STRING_ORDER);
            sorted.putAll(object.members());
            sorted.forEach((name, member) -> {
                if (map) {
                    text.append('"').append(name).append("\":");
                }
                appendHash(member.value(), text);
                text.append(';');
            });
            text.append(map ? '}' : '>');
        }
    }

    private static int compareCodePoints(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean bothSurrogateOrNeither = Character.isSurrogate(x) == Character.isSurrogate(y);
                return bothSurrogateOrNeither ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
