package dev.plumbline.rules.function;

import static dev.plumbline.rules.expression.Function.standard;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Kinds;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.expression.Selection;
import dev.plumbline.rules.expression.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CEL's functions of strings, with the strings extension, and its conversions. Positions count UTF-16 code units. */
final class Texts {
    static final List<Function> ALL = List.of(
            standard("size", (scope, a) -> size(a.get(0))),
            standard("startsWith", (scope, a) -> startsWith(a.get(0), a.get(1))).takingUnknown(),
            standard("endsWith", (scope, a) -> endsWith(a.get(0), a.get(1))).takingUnknown(),
            standard("contains", (scope, a) -> contains(a.get(0), a.get(1))).takingUnknown(),
            standard(
                    "matches",
                    (scope, a) -> pattern(text(a, 1)).matcher(text(a, 0)).find()),
            standard("lowerAscii", (scope, a) -> text(a, 0).toLowerCase(Locale.ROOT)),
            standard("upperAscii", (scope, a) -> text(a, 0).toUpperCase(Locale.ROOT)),
            standard("trim", (scope, a) -> text(a, 0).strip()),
            standard("replace", (scope, a) -> text(a, 0).replace(text(a, 1), text(a, 2))),
            standard("split", (scope, a) -> split(text(a, 0), text(a, 1))),
            standard("join", (scope, a) -> join(a)),
            standard("substring", (scope, a) -> substring(a)),
            standard("indexOf", (scope, a) -> (long) text(a, 0).indexOf(text(a, 1))),
            standard("string", (scope, a) -> string(a.get(0))),
            standard("int", (scope, a) -> integer(a.get(0))),
            standard("double", (scope, a) -> number(a.get(0))),
            standard("bool", (scope, a) -> bool(a.get(0))),
            standard("dyn", (scope, a) -> a.get(0)));

    private static final int MAX_PATTERNS = 500;
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private Texts() {}

    private static String text(List<Object> arguments, int index) {
        if (arguments.get(index) instanceof String text) {
            return text;
        }
        throw new EvaluationException(Kinds.of(arguments.get(index)) + " stands where a string is needed");
    }

    private static Object size(Object of) {
        if (of instanceof String text) {
            return (long) text.codePointCount(0, text.length());
        } else if (of instanceof List<?> list) {
            return list.stream()
                    .filter(Open.class::isInstance)
                    .findFirst()
                    .<Object>map(open -> ((Open) open).unknown())
                    .orElse((long) list.size());
        } else if (of instanceof Struct struct) {
            for (String name : struct.names()) {
                if (Selection.present(struct.member(name)) instanceof UnknownValue unknown) {
                    return unknown;
                }
            }
            return (long) struct.names().size();
        }
        throw new EvaluationException(Kinds.of(of) + " has no size");
    }

    private static Object startsWith(Object of, Object with) {
        if (with instanceof UnknownValue) {
            return with;
        }
        String start = text(List.of(with), 0);
        if (of instanceof UnknownValue unknown) {
            String known = unknown.unknown().prefix();
            if (known.startsWith(start) && unknown.unknown().notNull()) {
                return true;
            }
            return known.isEmpty()
                            || start.startsWith(known)
                            || !unknown.unknown().notNull()
                    ? unknown
                    : (Object) false;
        }
        return text(List.of(of), 0).startsWith(start);
    }

    private static Object endsWith(Object of, Object with) {
        if (with instanceof UnknownValue) {
            return with;
        }
        String end = text(List.of(with), 0);
        if (of instanceof UnknownValue unknown) {
            String known = unknown.unknown().suffix();
            return known.endsWith(end) ? (Object) true : end.endsWith(known) ? unknown : false;
        }
        return text(List.of(of), 0).endsWith(end);
    }

    private static Object contains(Object of, Object part) {
        if (part instanceof UnknownValue) {
            return part;
        } else if (of instanceof UnknownValue unknown) {
            return part instanceof String text
                            && !text.isEmpty()
                            && (unknown.unknown().prefix().contains(text)
                                    || unknown.unknown().suffix().contains(text))
                    ? true
                    : unknown;
        }
        return text(List.of(of), 0).contains(text(List.of(part), 0));
    }

    /** Patterns stand in rules and are few; the bound is for a rule that takes them out of what it looks at. */
    private static Pattern pattern(String text) {
        try {
            Pattern known = PATTERNS.get(text);
            if (known == null) {
                known = Pattern.compile(text);
                if (PATTERNS.size() < MAX_PATTERNS) {
                    PATTERNS.put(text, known);
                }
            }
            return known;
        } catch (PatternSyntaxException e) {
            throw new EvaluationException("not a regular expression: " + e.getDescription());
        }
    }

    private static List<Object> split(String text, String separator) {
        List<Object> parts = new ArrayList<>();
        if (separator.isEmpty()) {
            text.codePoints().mapToObj(Character::toString).forEach(parts::add);
            return parts;
        }
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static Object join(List<Object> arguments) {
        if (!(arguments.get(0) instanceof List<?> list)) {
            throw new EvaluationException("only a list can be joined");
        }
        String separator = arguments.size() > 1 ? text(arguments, 1) : "";
        List<String> parts = new ArrayList<>();
        for (Object each : list) {
            if (Open.seen(each) instanceof UnknownValue unknown) {
                return unknown;
            }
            parts.add(text(List.of(each), 0));
        }
        return String.join(separator, parts);
    }

    private static String substring(List<Object> arguments) {
        String text = text(arguments, 0);
        long from = (Long) arguments.get(1);
        long to = arguments.size() > 2 ? (Long) arguments.get(2) : text.length();
        if (from < 0 || to < from || to > text.length()) {
            throw new EvaluationException("substring is out of range");
        }
        return text.substring((int) from, (int) to);
    }

    private static Object string(Object of) {
        if (of instanceof String || of instanceof Long || of instanceof Boolean) {
            return of.toString();
        } else if (of instanceof Double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString(number.longValue())
                    : number.toString();
        }
        throw new EvaluationException(Kinds.of(of) + " has no text");
    }

    private static Object integer(Object of) {
        try {
            if (of instanceof Long) {
                return of;
            } else if (of instanceof Double number && Math.abs(number) < 9.2e18) {
                return number.longValue();
            } else if (of instanceof String text) {
                return Long.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw new EvaluationException("a string is not an integer");
        }
        throw new EvaluationException(Kinds.of(of) + " is not an integer");
    }

    private static Object number(Object of) {
        try {
            if (of instanceof Number number) {
                return number.doubleValue();
            } else if (of instanceof String text) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw new EvaluationException("a string is not a number");
        }
        throw new EvaluationException(Kinds.of(of) + " is not a number");
    }

    private static Object bool(Object of) {
        if (of instanceof Boolean) {
            return of;
        } else if (of instanceof String text) {
            switch (text) {
                case "1", "t", "true", "TRUE", "True" -> {
                    return true;
                }
                case "0", "f", "false", "FALSE", "False" -> {
                    return false;
                }
                default -> throw new EvaluationException("a string is not a boolean");
            }
        }
        throw new EvaluationException(Kinds.of(of) + " is not a boolean");
    }
}
