package dev.plumbline.iac.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random expressions, the same ones each time: operators, conversions, loops, splats, templates and functions put into
 * each other, most of a type that fits and some of another.
 */
final class GeneratedExpressions {
    private static final long SEED = 20_251_124;
    private static final int DEPTH = 3;

    private enum Kind {
        NUMBER,
        STRING,
        BOOLEAN,
        LIST,
        OBJECT
    }

    private static final String[] NUMBERS = {"1", "2", "3.5", "7", "10", "0.1", "12", "100", "1e3", "-4", "2.25"};
    private static final String[] STRINGS = {
        "\"a\"",
        "\"b\"",
        "\"\"",
        "\"1\"",
        "\"2.50\"",
        "\"true\"",
        "\"x y\"",
        "\"é\"",
        "\"a,b,c\"",
        "\"ab\\ncd\"",
        "\"Key\""
    };
    private static final String[] KEYS = {"a", "b", "c", "Key"};
    private static final String[] COMPARISONS = {"<", "<=", ">", ">=", "==", "!="};

    private final Random random;

    private GeneratedExpressions(long seed) {
        this.random = new Random(seed);
    }

    static List<String> sample(int count) {
        GeneratedExpressions expressions = new GeneratedExpressions(SEED);
        return IntStream.range(0, count).mapToObj(i -> expressions.any(DEPTH)).toList();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String any(int depth) {
        return of(Kind.values()[random.nextInt(Kind.values().length)], depth);
    }

    /** One in fifty is of another type, or null. */
    private String of(Kind kind, int depth) {
        int mistake = random.nextInt(100);
        if (mistake == 0) {
            return "null";
        }
        Kind made = mistake == 1 ? Kind.values()[random.nextInt(Kind.values().length)] : kind;
        return switch (made) {
            case NUMBER -> number(depth);
            case STRING -> string(depth);
            case BOOLEAN -> bool(depth);
            case LIST -> list(depth);
            case OBJECT -> object(depth);
        };
    }

    private String conditional(Kind kind, int depth) {
        return "(%s ? %s : %s)".formatted(of(Kind.BOOLEAN, depth), of(kind, depth), of(kind, depth));
    }

    private String attempt(Kind kind, int depth) {
        return "try(%s, %s)".formatted(of(kind, depth), of(kind, depth));
    }

    private String number(int depth) {
        if (depth == 0) {
            return pick(NUMBERS);
        }
        int inner = depth - 1;
        return switch (random.nextInt(16)) {
            case 0 -> "(%s + %s)".formatted(of(Kind.NUMBER, inner), of(Kind.NUMBER, inner));
            case 1 -> "(%s - %s)".formatted(of(Kind.NUMBER, inner), of(Kind.NUMBER, inner));
            case 2 -> "(%s * %s)".formatted(of(Kind.NUMBER, inner), pick(NUMBERS));
            case 3 -> "(%s / %s)".formatted(of(Kind.NUMBER, inner), pick(NUMBERS));
            case 4 -> "(%s %% %s)".formatted(of(Kind.NUMBER, inner), pick(NUMBERS));
            case 5 -> "length(%s)".formatted(of(pickKind(Kind.LIST, Kind.OBJECT, Kind.STRING), inner));
            case 6 -> "%s(%s, %s)".formatted(pick("max", "min"), of(Kind.NUMBER, inner), of(Kind.NUMBER, inner));
            case 7 -> "%s(%s)".formatted(pick("abs", "ceil", "floor", "tonumber"), of(Kind.NUMBER, inner));
            case 8 -> "sum([for x in %s : x])".formatted(of(Kind.LIST, inner));
            case 9 -> conditional(Kind.NUMBER, inner);
            case 10 -> attempt(Kind.NUMBER, inner);
            case 11 -> "coalesce(%s, %s)".formatted(of(Kind.NUMBER, inner), of(Kind.NUMBER, inner));
            case 12 -> "%s[%s]".formatted(list(inner), pick("0", "1"));
            case 13 -> "parseint(\"%s\", 16)".formatted(pick("ff", "10", "a0"));
            default -> pick(NUMBERS);
        };
    }

    private Kind pickKind(Kind... kinds) {
        return kinds[random.nextInt(kinds.length)];
    }

    private String string(int depth) {
        if (depth == 0) {
            return pick(STRINGS);
        }
        int inner = depth - 1;
        return switch (random.nextInt(20)) {
            case 0 -> "\"<${%s}-${%s}>\"".formatted(any(inner), of(Kind.STRING, inner));
            case 1 -> "\"%%{ if %s }${%s}%%{ else }no%%{ endif }\"".formatted(of(Kind.BOOLEAN, inner), any(inner));
            case 2 -> "\"%%{ for x in %s ~} ${x}, %%{ endfor }\"".formatted(of(Kind.LIST, inner));
            case 3 ->
                "%s(%s)"
                        .formatted(
                                pick("upper", "lower", "title", "trimspace", "strrev", "tostring", "md5"), any(inner));
            case 4 -> "join(%s, %s)".formatted(of(Kind.STRING, inner), of(Kind.LIST, inner));
            case 5 ->
                "format(\"%s|%s\", %s, %s)"
                        .formatted(
                                pick("%s", "%5s", "%q", "%v"),
                                pick("%d", "%v", "%.2f", "%g"),
                                any(inner),
                                of(Kind.NUMBER, inner));
            case 6 ->
                "replace(%s, %s, %s)"
                        .formatted(
                                of(Kind.STRING, inner), pick("\"a\"", "\"/[a-c]/\"", "\"\""), of(Kind.STRING, inner));
            case 7 ->
                "substr(%s, %s, %s)".formatted(of(Kind.STRING, inner), pick("0", "1", "-1"), pick("1", "2", "-1"));
            case 8 -> "jsonencode(%s)".formatted(any(inner));
            case 9 -> "yamlencode(%s)".formatted(of(pickKind(Kind.LIST, Kind.OBJECT), inner));
            case 10 -> "lookup(%s, \"%s\", %s)".formatted(of(Kind.OBJECT, inner), pick(KEYS), of(Kind.STRING, inner));
            case 11 -> conditional(Kind.STRING, inner);
            case 12 -> attempt(Kind.STRING, inner);
            case 13 -> "coalesce(%s, %s)".formatted(any(inner), of(Kind.STRING, inner));
            case 14 -> "%s.%s".formatted(object(inner), pick(KEYS));
            case 15 -> "element(%s, %s)".formatted(of(Kind.LIST, inner), pick("0", "1", "5"));
            default -> pick(STRINGS);
        };
    }

    private String bool(int depth) {
        if (depth == 0) {
            return pick("true", "false");
        }
        int inner = depth - 1;
        return switch (random.nextInt(12)) {
            case 0 -> "(%s %s %s)".formatted(of(Kind.NUMBER, inner), pick(COMPARISONS), of(Kind.NUMBER, inner));
            case 1 -> "(%s %s %s)".formatted(any(inner), pick("==", "!="), any(inner));
            case 2 -> "(%s %s %s)".formatted(of(Kind.BOOLEAN, inner), pick("&&", "||"), of(Kind.BOOLEAN, inner));
            case 3 -> "!%s".formatted(of(Kind.BOOLEAN, inner));
            case 4 -> "contains(%s, %s)".formatted(of(Kind.LIST, inner), any(inner));
            case 5 -> "can(%s)".formatted(any(inner));
            case 6 -> "%s(%s)".formatted(pick("alltrue", "anytrue"), of(Kind.LIST, inner));
            case 7 ->
                "%s(%s, %s)"
                        .formatted(
                                pick("startswith", "endswith", "strcontains"),
                                of(Kind.STRING, inner),
                                of(Kind.STRING, inner));
            case 8 -> "tobool(%s)".formatted(any(inner));
            case 9 -> conditional(Kind.BOOLEAN, inner);
            default -> pick("true", "false");
        };
    }

    private String elements(int depth) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(random.nextInt(4) == 0 ? any(depth) : of(kind, depth));
        }
        return "[" + String.join(", ", elements) + "]";
    }

    private String list(int depth) {
        if (depth == 0) {
            return pick(
                    "[]",
                    "[1, 2, 3]",
                    "[\"b\", \"a\"]",
                    "[true]",
                    "[1, \"a\"]",
                    "toset([\"b\", \"a\"])",
                    "tolist([\"x\"])");
        }
        int inner = depth - 1;
        return switch (random.nextInt(24)) {
            case 0 ->
                "[for x in %s : %s]"
                        .formatted(of(Kind.LIST, inner), pick("x", "[x]", "\"${x}!\"", "x == 1", "{ v = x }"));
            case 1 ->
                "[for i, x in %s : x if i != %s]"
                        .formatted(of(pickKind(Kind.LIST, Kind.OBJECT), inner), pick("0", "\"a\""));
            case 2 -> "concat(%s, %s)".formatted(of(Kind.LIST, inner), of(Kind.LIST, inner));
            case 3 -> "flatten(%s)".formatted(of(Kind.LIST, inner));
            case 4 -> "distinct(%s)".formatted(of(Kind.LIST, inner));
            case 5 -> "%s(%s)".formatted(pick("tolist", "toset", "reverse", "sort", "compact"), of(Kind.LIST, inner));
            case 6 -> "%s(%s)".formatted(pick("keys", "values"), of(Kind.OBJECT, inner));
            case 7 -> "split(%s, %s)".formatted(pick("\",\"", "\"\"", "\"a\""), of(Kind.STRING, inner));
            case 8 -> "%s[*]%s".formatted(of(Kind.OBJECT, inner), pick("", ".a"));
            case 9 -> "%s[*]%s".formatted(list(inner), pick("", ".a", "[0]", ".v"));
            case 10 ->
                "%s(%s, %s)"
                        .formatted(
                                pick("setunion", "setintersection", "setsubtract", "setproduct"),
                                of(Kind.LIST, inner),
                                of(Kind.LIST, inner));
            case 11 -> "slice(%s, 0, %s)".formatted(of(Kind.LIST, inner), pick("0", "1", "2"));
            case 12 -> "chunklist(%s, 2)".formatted(of(Kind.LIST, inner));
            case 13 -> conditional(Kind.LIST, inner);
            case 14 -> attempt(Kind.LIST, inner);
            case 15 -> "coalescelist(%s, %s)".formatted(of(Kind.LIST, inner), of(Kind.LIST, inner));
            case 16 -> "range(%s)".formatted(pick("3", "0", "1, 4", "4, 1", "0, 1, 0.25"));
            case 17 -> "regexall(\"[a-z]\", %s)".formatted(of(Kind.STRING, inner));
            case 18 -> "formatlist(\"%%s:%%v\", %s, %s)".formatted(of(Kind.LIST, inner), any(inner));
            case 19 ->
                "matchkeys(%s, %s, %s)".formatted(of(Kind.LIST, inner), of(Kind.LIST, inner), of(Kind.LIST, inner));
            default -> elements(inner);
        };
    }

    private String attributes(int depth) {
        return IntStream.range(0, random.nextInt(KEYS.length))
                .mapToObj(i -> KEYS[i] + " = " + any(depth))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private String object(int depth) {
        if (depth == 0) {
            return pick(
                    "{}",
                    "{ a = 1 }",
                    "{ a = 1, b = \"x\" }",
                    "tomap({ a = \"x\" })",
                    "tomap({})",
                    "{ a = [1], b = [] }");
        }
        int inner = depth - 1;
        return switch (random.nextInt(14)) {
            case 0 -> "{ for k, v in %s : k => v }".formatted(of(pickKind(Kind.OBJECT, Kind.LIST), inner));
            case 1 -> "{ for x in %s : \"${x}\" => x... }".formatted(of(Kind.LIST, inner));
            case 2 -> "merge(%s, %s)".formatted(of(Kind.OBJECT, inner), of(Kind.OBJECT, inner));
            case 3 -> "tomap(%s)".formatted(of(Kind.OBJECT, inner));
            case 4 -> "zipmap(%s, %s)".formatted(of(Kind.LIST, inner), of(Kind.LIST, inner));
            case 5 -> "jsondecode(jsonencode(%s))".formatted(of(Kind.OBJECT, inner));
            case 6 -> "yamldecode(yamlencode(%s))".formatted(of(Kind.OBJECT, inner));
            case 7 -> conditional(Kind.OBJECT, inner);
            case 8 -> attempt(Kind.OBJECT, inner);
            case 9 -> "transpose(%s)".formatted(of(Kind.OBJECT, inner));
            default -> attributes(inner);
        };
    }
}
