package dev.plumbline.rules.view;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.expression.Struct;
import java.util.ArrayList;
import java.util.List;

/** Following paths through objects and lists. */
public final class Lookup {
    private Lookup() {}

    /**
     * The operand at a path, looking into the first element of the lists on the way. An unknown value where what is on
     * the way is not known; {@link Null} where nothing is set there.
     */
    public static Object first(Object from, Path path) {
        Object at = from;
        for (Object step : path.steps()) {
            if (step instanceof Integer position) {
                at = element(at, position);
            } else {
                at = member(at instanceof List<?> ? element(at, 0) : at, (String) step);
            }
            if (at == Null.NULL) {
                return at;
            } else if (at instanceof UnknownValue unknown
                    && step != path.steps().get(path.steps().size() - 1)) {
                return Views.derived(unknown);
            }
        }
        return at;
    }

    /** How the value at a path, looked for as {@link #first} does, came there; null where nobody can tell. */
    public static Origin origin(Object from, Path path) {
        Value value = value(from, path);
        return value == null ? null : value.origin();
    }

    /** The value at a path itself, looked for as {@link #first} does; null where there is none. */
    public static Value value(Object from, Path path) {
        Value at = from instanceof ObjectView view ? view.value() : null;
        for (Object step : path.steps()) {
            if (at instanceof ListValue list && !list.elements().isEmpty()) {
                int position = step instanceof Integer index ? index : 0;
                at = position < list.elements().size() ? list.elements().get(position) : null;
            }
            if (step instanceof String name) {
                at = at instanceof ObjectValue object ? object.get(name) : null;
            }
        }
        return at;
    }

    /** All that is at a path, in every element of the lists on the way and at its end. */
    public static List<Object> all(Object from, Path path) {
        List<Object> at = List.of(from);
        for (Object step : path.steps()) {
            List<Object> next = new ArrayList<>();
            for (Object each : at) {
                if (each instanceof Open) {
                    next.add(each);
                } else if (each instanceof UnknownValue unknown) {
                    next.add(new Open(Views.derived(unknown)));
                } else if (step instanceof Integer position) {
                    add(next, element(each, position));
                } else if (each instanceof List<?> list) {
                    for (Object inner : list) {
                        add(next, inner instanceof UnknownValue ? inner : member(inner, (String) step));
                    }
                } else {
                    add(next, member(each, (String) step));
                }
            }
            at = next;
        }
        List<Object> found = new ArrayList<>();
        for (Object each : at) {
            if (each instanceof List<?> list) {
                list.forEach(element -> add(found, element));
            } else {
                add(found, each);
            }
        }
        return found;
    }

    private static void add(List<Object> found, Object each) {
        if (each instanceof UnknownValue unknown && mayBeMany(unknown)) {
            found.add(new Open(unknown));
        } else if (each != Null.NULL) {
            found.add(each);
        }
    }

    /** Whether an unknown value may be a list of any length, or nothing at all. */
    private static boolean mayBeMany(UnknownValue value) {
        return !value.unknown().notNull()
                || switch (value.unknown().shape()) {
                    case ANY, LIST -> true;
                    case STRING, NUMBER, BOOLEAN, OBJECT -> false;
                };
    }

    private static Object member(Object of, String name) {
        if (of instanceof Struct struct) {
            Object member = struct.member(name);
            return member == null ? Null.NULL : member;
        } else if (of instanceof UnknownValue) {
            return of;
        }
        // A scalar where an object is expected: nothing is set in it.
        return Null.NULL;
    }

    private static Object element(Object of, int position) {
        if (of instanceof List<?> list) {
            for (int i = 0; i <= Math.min(position, list.size() - 1); i++) {
                if (list.get(i) instanceof Open open) {
                    return open.unknown();
                }
            }
            return position < list.size() ? list.get(position) : Null.NULL;
        } else if (of instanceof UnknownValue) {
            return of;
        }
        return position == 0 ? of : Null.NULL;
    }
}
